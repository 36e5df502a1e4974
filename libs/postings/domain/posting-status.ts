/** DRAFT waits for a person, OPEN takes applications, CLOSED takes none and goes on with those it has, ARCHIVED is out of the way. */
export const POSTING_STATUSES = ['DRAFT', 'OPEN', 'CLOSED', 'ARCHIVED'] as const;
export type PostingStatus = (typeof POSTING_STATUSES)[number];

export type StatusChange = 'publish' | 'close' | 'reopen' | 'archive';

/** From which statuses a change is possible, and where it leads. */
export const STATUS_CHANGES: Readonly<
  Record<StatusChange, { readonly from: readonly PostingStatus[]; readonly to: PostingStatus }>
> = {
  publish: { from: ['DRAFT'], to: 'OPEN' },
  close: { from: ['OPEN'], to: 'CLOSED' },
  reopen: { from: ['CLOSED'], to: 'OPEN' },
  archive: { from: ['DRAFT', 'CLOSED'], to: 'ARCHIVED' },
};
