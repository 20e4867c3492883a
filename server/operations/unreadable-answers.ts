// Answers that are stored and fit no version of their questionnaire any more, as after a damaged disk: they are in no figure,
// and what goes by itself leaves them until somebody mended them or let them go.
import { codebookOf } from '../../surveys/codebook.ts';
import { documentLength } from '../../surveys/response-document.ts';
import type { Context } from '../context.ts';
import { addDataLine } from '../db/data-log.ts';
import type { Queries } from '../db/open.ts';
import { holdProject } from '../db/projects.ts';
import { deleteResponses, misfitResponses } from '../db/responses.ts';
import { countErasure, definitionOfVersion, surveyByCode } from '../db/surveys.ts';

/** Their sequence numbers, in order. It looks at every response: for what is over, not for a page of each day. */
export async function unreadableAnswers(db: Queries, survey: string): Promise<readonly number[]> {
  const { version: newest = 0 } = (await surveyByCode(db, survey)) ?? {};
  const lengths = new Map<number, number>();
  for (let version = 1; version <= newest; version += 1) {
    lengths.set(version, documentLength(codebookOf(await definitionOfVersion(db, survey, version))));
  }
  return misfitResponses(db, survey, lengths);
}

/** Erases the unreadable answers of a survey with a line in the log; nothing where there are none. */
export async function eraseUnreadable(
  ctx: Pick<Context, 'writes' | 'now'>,
  project: string,
  account: string,
  survey: string,
): Promise<void> {
  const at = ctx.now().toISOString();
  await ctx.writes.run(async (db) => {
    await holdProject(db, project);
    const found = await unreadableAnswers(db, survey);
    if (found.length === 0) return;
    const details = { what: 'unreadable' as const, survey, count: await deleteResponses(db, survey, found) };
    await countErasure(db, survey);
    await addDataLine(db, project, { at, account, request: null, reason: '', act: 'erased', details });
  });
}
