import type { CheckedFile } from '#libs/applications/index.js';
import { type Id, newId } from '#libs/kernel/index.js';
import type { FileStore } from '#libs/platform/index.js';

/**
 * A text of our own as a stored file. What strangers send is inspected in a process of its own (`StoreAttachment`); a dozen such processes would take
 * longer than the whole load, and these texts came with the program.
 */
export async function ownText(files: FileStore, organizationId: Id, fileName: string, text: string): Promise<CheckedFile> {
  const { key, size_bytes, sha256 } = await files.put(organizationId, Buffer.from(text));
  return { id: newId(), fileName, contentType: 'text/plain', size_bytes, sha256, storageKey: key, text };
}
