import type { PostingStatus } from './posting-status.js';

/** A file of the folder: its text, or why it cannot be read. */
export interface FileThere {
  /** Below the folder, with "/". */
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly fault: string | null;
  /** Whether its front matter states the posting exactly: what it says of the status is then an order. */
  readonly exact: boolean;
}

/** A posting as far as its file is concerned. */
export interface PostingThere {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: PostingStatus;
  readonly version: number;
  readonly sourcePath: string | null;
  readonly fileName: string;
  readonly hash: string;
  /** What its present document says of the status. */
  readonly statedStatus: 'open' | 'closed' | null;
}

/** What has to happen for the postings to equal the files. */
export interface SyncPlan {
  /** Files of which there is no posting yet. */
  readonly add: readonly FileThere[];
  /** Postings whose file has another text now; `posting.sourcePath` may be another one still. */
  readonly revise: readonly { readonly posting: PostingThere; readonly file: FileThere }[];
  /** Postings that only have to learn their file: it was moved, or it had been imported by hand. */
  readonly settle: readonly { readonly posting: PostingThere; readonly file: FileThere }[];
  /** Postings that are as their file says. */
  readonly same: readonly { readonly posting: PostingThere; readonly file: FileThere }[];
  /** Postings whose file is gone and that are not ended yet. */
  readonly end: readonly PostingThere[];
  readonly faults: readonly FileThere[];
}

/**
 * Compares a folder with the postings. A posting belongs to the file of its path; else a file is that of the posting with the same text (it was moved, or imported
 * by hand before), or of one imported by hand from a file of that name. A file that cannot be read ends nothing.
 */
export function planSync(files: readonly FileThere[], postings: readonly PostingThere[]): SyncPlan {
  const byPath = new Map(postings.flatMap((posting) => (posting.sourcePath === null ? [] : [[posting.sourcePath, posting]])));
  const paths = new Set(files.map(({ path }) => path));
  const homeless = new Set(
    postings.filter(({ sourcePath, status }) => status !== 'ARCHIVED' && (sourcePath === null || !paths.has(sourcePath))),
  );
  const add: FileThere[] = [];
  const pairs: { posting: PostingThere; file: FileThere }[] = [];
  for (const file of files.filter(({ fault }) => fault === null)) {
    const posting = byPath.get(file.path) ?? claim(homeless, file);
    if (posting) pairs.push({ posting, file });
    else add.push(file);
  }
  const differs = ({ posting, file }: (typeof pairs)[0]) => posting.hash !== file.hash;
  const moved = ({ posting, file }: (typeof pairs)[0]) => posting.sourcePath !== file.path;
  return {
    add,
    revise: pairs.filter(differs),
    settle: pairs.filter((pair) => !differs(pair) && moved(pair)),
    same: pairs.filter((pair) => !differs(pair) && !moved(pair)),
    end: [...homeless].filter(({ sourcePath, status }) => sourcePath !== null && (status === 'OPEN' || status === 'DRAFT')),
    faults: files.filter(({ fault }) => fault !== null),
  };
}

/** Takes the posting that a file without one belongs to out of those that have lost or never had theirs. */
function claim(homeless: Set<PostingThere>, file: FileThere): PostingThere | undefined {
  const all = [...homeless];
  const name = file.path.split('/').at(-1);
  const found =
    all.find(({ hash }) => hash === file.hash) ??
    only(all.filter(({ sourcePath, fileName }) => sourcePath === null && (fileName === file.path || fileName === name)));
  if (found) homeless.delete(found);
  return found;
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** Whether the file orders another status than the posting has; what a document merely mentions is no order. */
export function orderedStatus(
  exact: boolean,
  stated: 'open' | 'closed' | null,
  status: PostingStatus,
): 'publish' | 'reopen' | 'close' | null {
  if (!exact || stated === null) return null;
  if (stated === 'closed') return status === 'OPEN' ? 'close' : null;
  if (status === 'DRAFT') return 'publish';
  return status === 'CLOSED' ? 'reopen' : null;
}
