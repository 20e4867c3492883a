// The rows of a CSV as responses, read on the worker thread: into a file beside it, in portions that are small enough to be
// stored one by one. So nothing is stored of a file in which any row is wrong.
import { type FileHandle, open } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { FileFailure } from '../csv-file.ts';
import type { NewResponse } from '../db/responses.ts';
import { takingTurns } from '../turns.ts';
import type { JobContext } from '../worker/job-context.ts';
import { type RowSource, responseOf, rowsOf } from './response-rows.ts';

/** Responses in one portion: few, so that a respondent who sends while they are stored hardly waits. */
const portionSize = 100;
/** Bytes before each portion that say how long it is. */
const headSize = 4;

/** A row as it will be stored, without the id it gets then. */
type ReadRow = Omit<NewResponse, 'id'>;

export interface OwnRowsAsked {
  readonly source: RowSource;
  /** Where the portions are written: a file that is not there yet. */
  readonly into: string;
}

/**
 * Reads every row of a file. Returns how many there are.
 * @throws FileFailure for the first row that is wrong.
 */
export async function ownRows(_ctx: JobContext, { source, into }: OwnRowsAsked): Promise<number> {
  const handle = await open(into, 'wx', 0o600);
  try {
    let portion: ReadRow[] = [];
    let count = 0;
    for await (const { file, line, row, found } of takingTurns(rowsOf(source, () => undefined))) {
      if (found.length > 0) throw new FileFailure(file, line, ...found);
      if (!row) continue;
      portion.push(responseOf(source, row, 1));
      count += 1;
      if (portion.length < portionSize) continue;
      await writePortion(handle, portion);
      portion = [];
    }
    await writePortion(handle, portion);
    return count;
  } finally {
    await handle.close();
  }
}

async function writePortion(handle: FileHandle, portion: readonly ReadRow[]): Promise<void> {
  const bytes = serialize(portion);
  const head = Buffer.alloc(headSize);
  head.writeUInt32LE(bytes.length);
  await handle.write(Buffer.concat([head, bytes]));
}

/** The portions that `ownRows` wrote, in order. */
export async function* readPortions(file: string): AsyncGenerator<readonly ReadRow[]> {
  const handle = await open(file);
  try {
    for (;;) {
      const head = await handle.read(Buffer.alloc(headSize));
      if (head.bytesRead < headSize) return;
      const { buffer } = await handle.read(Buffer.alloc(head.buffer.readUInt32LE()));
      // Written by this file alone.
      yield deserialize(buffer) as readonly ReadRow[];
    }
  } finally {
    await handle.close();
  }
}
