import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';

/**
 * A file of JSON lines that several tasks append to. What comes while a write is under way goes out together in the next one; a line is
 * on its way to the disk when `append` resolves, and lines keep the order of the calls.
 */
export class NoteFile {
  private waiting: string[] = [];
  private writing: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(private readonly path: string) {}

  /** Every line that is whole; a crash may have left half a last one. */
  async read(): Promise<unknown[]> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
  }

  append(note: object): Promise<void> {
    this.waiting.push(`${JSON.stringify(note)}\n`);
    this.next ??= this.inTurn(() => {
      const lines = this.waiting;
      this.waiting = [];
      this.next = null;
      return lines.length > 0 ? appendFile(this.path, lines.join(''), { mode: 0o600 }) : Promise.resolve();
    });
    return this.next;
  }

  /** Replaces everything, whole or not at all; what waits to be appended comes after it. */
  rewrite(notes: () => readonly object[]): Promise<void> {
    return this.inTurn(async () => {
      const lines = notes().map((note) => `${JSON.stringify(note)}\n`);
      await writeFile(`${this.path}.draft`, lines.join(''), { mode: 0o600 });
      await rename(`${this.path}.draft`, this.path);
    });
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.writing.then(task);
    this.writing = done.catch(() => undefined);
    return done;
  }
}
