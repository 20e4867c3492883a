// What costs long to draw and never changes while a process runs, such as the page or the PDF of a published version: drawn
// once for everybody who asks, one after another so that the worker has time for others in between, and what was asked for
// last is kept. What a process forgets it draws again.
import { createHash } from 'node:crypto';

export interface KeptFile {
  readonly bytes: Uint8Array;
  /** Of these very bytes, 32 signs: another version of the program that draws them otherwise gives another. */
  readonly digest: string;
}

export interface KeptFiles {
  /** The file of this name, drawn by `make` when it is not at hand; who asks meanwhile waits for the same one. */
  get(name: string, make: () => Promise<Uint8Array>): Promise<KeptFile>;
}

/** @param most files kept at once: a report's are under a megabyte. */
export function keptFiles(most: number): KeptFiles {
  // A map goes through its names in the order in which they were put: the first is the one not asked for the longest.
  const files = new Map<string, Promise<KeptFile>>();
  let underWay: Promise<unknown> = Promise.resolve();
  const inTurn = (make: () => Promise<Uint8Array>) => {
    const made = underWay.then(make, make);
    underWay = made;
    return made.then((bytes) => ({ bytes, digest: digestOf(bytes) }));
  };
  return {
    get: (name, make) => {
      const file = files.get(name) ?? inTurn(make);
      files.delete(name);
      files.set(name, file);
      file.catch(() => files.delete(name));
      const [oldest] = files.keys();
      if (files.size > most && oldest !== undefined) files.delete(oldest);
      return file;
    },
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
