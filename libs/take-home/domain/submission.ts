import { type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';

export const SUBMISSION_LIMITS = { url: 2000, note: 10_000 } as const;

/** What the candidate hands in, as it came. */
export interface SubmissionInput {
  readonly url?: string | null;
  readonly attachmentId?: string | null;
  readonly note?: string | null;
}

/** What the candidate hands in, checked. At least one of link and file is there. */
export interface Submission {
  readonly url: string | null;
  readonly attachmentId: Id | null;
  readonly note: string;
}

export type SubmissionRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** Whitespace and control characters: they have no place in an address, and some forge what is shown. */
const UNSEEN = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

/** Reads a submission strictly. Whether the file is the candidate's own is for the database to say. */
export function readSubmission(input: SubmissionInput): Result<Submission, SubmissionRefusal> {
  const url = readUrl((input.url ?? '').trim());
  if (!url.ok) return url;
  const attachmentId = input.attachmentId || null;
  if (attachmentId !== null && !isId(attachmentId)) return noSuchFile();
  if (url.value === null && attachmentId === null)
    return bad('input.url', 'Give a link to your work, such as a repository or a pull request, or a file.');
  const note = (input.note ?? '').trim();
  if (note.includes('\0') || note.length > SUBMISSION_LIMITS.note)
    return bad('input.note', `A note has at most ${SUBMISSION_LIMITS.note} characters of text.`);
  return ok({ url: url.value, attachmentId, note });
}

/** The refusal for a file that is not there or not the candidate's. */
export function noSuchFile() {
  return bad('input.attachmentId', 'This file was not uploaded for this application. Upload it again and hand it in.');
}

function readUrl(text: string): Result<string | null, SubmissionRefusal> {
  if (text === '') return ok(null);
  const wanted = 'Write a whole web address that begins with https:// or http://.';
  if (UNSEEN.test(text) || !URL.canParse(text)) return bad('input.url', wanted);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return bad('input.url', wanted);
  if (url.username !== '' || url.password !== '')
    return bad('input.url', 'The address holds a user name or password. Leave it out and share the work in another way.');
  if (url.href.length > SUBMISSION_LIMITS.url)
    return bad('input.url', `The address has more than ${SUBMISSION_LIMITS.url} characters.`);
  return ok(url.href);
}

function bad(field: string, message: string) {
  return refuse('INVALID_INPUT', `${message} Nothing was handed in yet.`, { field });
}
