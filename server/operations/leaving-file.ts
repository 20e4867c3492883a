// A file with full answers on its way out: counted and hashed while it goes, with a line in the log before its first byte
// and one behind its last.
import { createHash } from 'node:crypto';
import { dayOf } from '../../surveys/day.ts';
import type { Delimiter } from '../../surveys/formats/csv-records.ts';
import { wordsMasker } from '../../surveys/masked-words.ts';
import type { Context } from '../context.ts';
import { addDataLine, type CsvForm, type Fetched } from '../db/data-log.ts';
import { librariesOf } from '../db/libraries.ts';
import type { Survey } from '../db/surveys.ts';
import { type DataFileWish, dataFile } from './data-file.ts';
import { checkApproved, type DataRequest, dataRequest } from './data-requests.ts';
import { orderOfRequest } from './order-of-request.ts';

const delimiters: Readonly<Record<CsvForm['separator'], Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
};

/** The signs a form's choice stands for. */
export function signsOf({ separator, decimal }: CsvForm) {
  return { delimiter: delimiters[separator], decimal: decimal === 'comma' ? (',' as const) : ('.' as const) };
}

/** What went by: bytes and their SHA-256. */
export interface Counted {
  readonly bytes: number;
  readonly hash: string;
}

/** The same pieces as bytes; `counted` says what went by until then, once. */
export function countedPieces(pieces: AsyncIterable<string | Uint8Array>): {
  readonly pieces: AsyncGenerator<Uint8Array>;
  counted(): Counted;
} {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* passing() {
    for await (const piece of pieces) {
      const content = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(content);
      bytes += content.length;
      yield content;
    }
  }
  return { pieces: passing(), counted: () => ({ bytes, hash: hash.digest('hex') }) };
}

type Leaving = Pick<Context, 'db' | 'writes' | 'now' | 'sessionSecret'>;

/**
 * The approved file, piece by piece. The approval is looked at again in the transaction that writes the first line, so
 * that one taken back a moment ago gives nothing; and the last piece comes after the last line is stored.
 * @param account who fetches; null for who runs the program on the machine
 * @param told how many rows are in it so far
 * @throws ExpectedFailure unless this account has an approval that is of force.
 */
export async function* approvedFile(
  ctx: Leaving,
  survey: Survey,
  { entry }: Pick<DataRequest, 'entry'>,
  account: string | null,
  words: DataFileWish['words'],
  told: (written: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const who = account ?? '';
  const line = (now: Date) => ({ at: now.toISOString(), account: who, request: entry, reason: '' });
  const { wanted } = await ctx.writes.run(async (db) => {
    const at = ctx.now();
    const request = await dataRequest(db, survey.project, String(entry), dayOf(at));
    checkApproved(request, account);
    const details = { kind: request.wanted.kind };
    await addDataLine(db, survey.project, { ...line(at), act: 'fetching', details });
    return request;
  });
  const names = (await librariesOf(ctx.db.kysely, survey.project)).map(({ name }) => name);
  const wish: DataFileWish = {
    kind: wanted.kind,
    ...signsOf(wanted),
    placeOf: orderOfRequest(ctx.sessionSecret, survey.project, entry),
    csvName: `${survey.code}.csv`,
    chosen: { fields: new Set(wanted.fields), mask: wordsMasker(names) },
    words,
  };
  let rows = 0;
  const file = countedPieces(
    dataFile(ctx.db, survey, wish, (written) => {
      rows = written;
      told(written);
    }),
  );
  const end = (act: 'fetched' | 'cutShort') => {
    const details: Fetched = { kind: wanted.kind, rows, ...file.counted() };
    return ctx.writes.run((db) => addDataLine(db, survey.project, { ...line(ctx.now()), act, details }));
  };
  let whole = false;
  try {
    yield* file.pieces;
    whole = true;
  } finally {
    // Also where the other side went away halfway: what went by until then did leave.
    await end(whole ? 'fetched' : 'cutShort');
  }
}
