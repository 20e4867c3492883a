// export --request: exactly what the data officer approved, written on the machine for whoever asked.
import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dayOf } from '../../surveys/day.ts';
import { endings } from '../../surveys/formats/data-files/data-file-kinds.ts';
import type { Context } from '../context.ts';
import { dataLogOf } from '../db/data-log.ts';
import type { Survey } from '../db/surveys.ts';
import { StartFailure } from '../errors.ts';
import type { DataFileWish } from '../operations/data-file.ts';
import { checkApproved, requestsOf } from '../operations/data-requests.ts';
import { approvedFile } from '../operations/leaving-file.ts';
import type { CommandIo } from './command.ts';
import { withProgress } from './progress.ts';

export interface ApprovedWish {
  /** Number of the request. */
  readonly entry: string;
  readonly file: string;
  /** Responses of the survey. */
  readonly count: number;
  readonly words: DataFileWish['words'];
}

/**
 * Writes the file of an approved request, with the lines in the log that a fetch in the workspace has: from then on every
 * other request of the survey is held against it.
 * @throws ExpectedFailure unless its approval is of force.
 * @throws StartFailure when there is no such request, it is of another survey, or the name of the file says another form.
 */
export async function exportApproved(
  ctx: Context,
  survey: Survey,
  { entry, file, count, words }: ApprovedWish,
  io: CommandIo,
): Promise<void> {
  const requests = requestsOf(await dataLogOf(ctx.db.kysely, survey.project), dayOf(ctx.now()));
  const request = requests.find((each) => String(each.entry) === entry);
  if (!request) throw new StartFailure('unknownRequest', { request: entry });
  const { wanted } = request;
  if (wanted.survey !== survey.code)
    throw new StartFailure('requestOfOther', { request: entry, survey: wanted.survey });
  checkApproved(request, null);
  const ending = `.${endings[wanted.kind]}`;
  if (extname(file).toLowerCase() !== ending.toLowerCase())
    throw new StartFailure('requestEnding', { request: entry, ending });
  await withProgress(io, async (progress) => {
    const told = (written: number) => progress(written / Math.max(1, count));
    const pieces = approvedFile(ctx, survey, request, null, words, told);
    await pipeline(Readable.from(pieces), createWriteStream(file, { flags: 'wx' }));
  });
}
