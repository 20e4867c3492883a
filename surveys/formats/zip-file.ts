// Files packed into one, a file at a time; as they are, for what is packed already.
import { Zip, ZipPassThrough } from 'fflate';

export interface ZipFile {
  add(name: string, content: Uint8Array): void;
  /** The whole; nothing is added after it. */
  finish(): Uint8Array;
}

/** @param day ISO date that every file is of, so that the same files give the same bytes. */
export function zipFile(day: string): ZipFile {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    add: (name, content) => {
      const file = new ZipPassThrough(name);
      file.mtime = `${day}T12:00:00`;
      zip.add(file);
      file.push(content, true);
    },
    finish: () => {
      zip.end();
      const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}
