// A file given with a form, streamed to a temporary folder of its own and never further than the limit. The token of the
// form is its first field: without it nothing of the file is taken.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { Request } from 'express';
import { expiredForm, formUnreadable, unsupportedForm } from '../../errors.ts';

/** Megabytes of a file. */
export const mostMegabytes = 50;
const mostBytes = mostMegabytes * 1024 * 1024;
/** Bytes of rows that are pasted. */
const mostPasted = 3 * 1024 * 1024;

export interface Upload {
  /** Path of what was given; null when nothing was. */
  readonly file: string | null;
  /** How it was called where it came from, without folders; empty for pasted rows. */
  readonly name: string;
  /** There was more than the limit. */
  readonly tooLarge: boolean;
  /** Removes what was stored, also when nothing was. */
  remove(): Promise<void>;
}

/**
 * Reads a form with a file (`file`) or pasted rows (`rows`).
 * @param isToken whether the form's token is that of the session.
 * @throws ExpectedFailure when it is no such form, or its token is wrong: nothing is left behind.
 */
export async function receiveUpload(request: Request, isToken: (token: string) => boolean): Promise<Upload> {
  const type = request.headers['content-type'];
  if (type === undefined || !type.startsWith('multipart/form-data')) throw unsupportedForm();
  const folder = await mkdtemp(join(tmpdir(), 'nodenkaart-csv-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await readParts(request, type, folder, isToken)), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function readParts(
  request: Request,
  type: string,
  folder: string,
  isToken: (token: string) => boolean,
): Promise<Omit<Upload, 'remove'>> {
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': type },
    limits: { fields: 3, files: 1, parts: 4, fieldSize: mostPasted, fileSize: mostBytes, headerPairs: 20 },
  });
  const path = join(folder, 'given');
  const taken = { name: '', tooLarge: false, pasted: '', bytes: 0 };
  let allowed = false;
  let stored: Promise<void> = Promise.resolve();
  parser.on('field', (field, value, _nameCut, cut) => {
    if (field === 'csrf') allowed = isToken(value);
    if (field === 'rows' && allowed) taken.pasted = value;
    if (field === 'rows' && cut) taken.tooLarge = true;
  });
  parser.on('file', (_field, stream, name) => {
    if (!allowed) {
      stream.resume();
      return;
    }
    taken.name = (name ?? '').replace(/^.*[/\\]/, '').slice(0, 120);
    stored = store(stream, path).then(() => {
      taken.bytes = stream.bytesRead;
      taken.tooLarge ||= stream.truncated;
    });
  });
  try {
    await pipeline(request as Readable, parser);
  } catch {
    throw formUnreadable();
  }
  await stored;
  if (!allowed) throw expiredForm();
  if (taken.bytes > 0) return { file: path, name: taken.name, tooLarge: taken.tooLarge };
  if (taken.pasted.trim() === '') return { file: null, name: '', tooLarge: taken.tooLarge };
  await writeFile(path, taken.pasted, { mode: 0o600 });
  return { file: path, name: '', tooLarge: taken.tooLarge };
}

async function store(stream: BusboyFileStream, path: string): Promise<void> {
  await pipeline(stream as Readable, createWriteStream(path, { mode: 0o600 }));
}
