declare module 'mjml' {
  interface Options {
    readonly fonts?: Record<string, string>;
    readonly validationLevel?: 'strict' | 'soft' | 'skip';
    readonly ignoreIncludes?: boolean;
    readonly keepComments?: boolean;
  }
  /** Throws an Error with `errors` when the level is strict and the document is not valid. */
  export default function mjml2html(mjml: string, options?: Options): Promise<{ html: string }>;
}
