import type { Id } from '#libs/kernel/index.js';

/** What a file is for. */
export const ATTACHMENT_KINDS = ['CV', 'TAKE_HOME', 'OTHER'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** A checked file that rests in the file store and belongs to nobody yet: the transaction that wants it gives it a row, or it is removed. */
export interface CheckedFile {
  readonly id: Id;
  readonly fileName: string;
  readonly contentType: string;
  readonly size_bytes: number;
  readonly sha256: Buffer;
  readonly storageKey: string;
  /** Its words, for search; empty when none could be read. */
  readonly text: string;
}
