// Files that cost a second to make and never change, such as the PDF of a published version: made once for everybody who
// asks, one after another so that the worker has time for others in between, and the ones asked for last are kept. What a
// process forgets it makes again.

export interface KeptFiles {
  /** The file of this name, made by `make` when it is not at hand; who asks meanwhile waits for the same one. */
  get(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** @param most files kept at once: a report's are under a megabyte. */
export function keptFiles(most: number): KeptFiles {
  // A map goes through its names in the order in which they were put: the first is the one not asked for the longest.
  const files = new Map<string, Promise<Uint8Array>>();
  let underWay: Promise<unknown> = Promise.resolve();
  const inTurn = (make: () => Promise<Uint8Array>) => {
    const file = underWay.then(make, make);
    underWay = file;
    return file;
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
