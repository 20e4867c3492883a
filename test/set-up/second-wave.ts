// A next wave of the demonstration's survey: the answers of the first, in which one figure moves, and one question asked in
// other words.
import { insertResponses, responsesSince } from '../../server/db/responses.ts';
import { createSurvey, setWaveOf, surveyByCode } from '../../server/db/surveys.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import type { App } from './start-app.ts';

/** Adds the survey `ooo-2` with its answers. */
export async function addSecondWave({ ctx }: App): Promise<void> {
  const { kysely } = ctx.db;
  const survey = await surveyByCode(kysely, 'ooo');
  if (!survey) throw new Error('the demonstration has a survey ooo');
  const next = structuredClone(survey.questionnaire);
  next.code = 'ooo-2';
  next.title = { nl: 'Opleiding en ondersteuning, een jaar later', en: 'Training and support, a year later' };
  const asked = next.pages.flatMap(({ questions }) => questions).find(({ code }) => code === 'C3');
  if (!asked) throw new Error('the demonstration asks C3');
  asked.label = {
    nl: 'Hoe vaak bel je liever dan je schrijft?',
    en: 'How often do you rather phone than write?',
  };
  const { position } = codebookOf(survey.questionnaire);
  const wanted = position.get('C2') ?? -1;
  const stored = await responsesSince(kysely, 'ooo', 0, 1000);
  await ctx.writes.run(async (db) => {
    await createSurvey(db, 'ooo', 2, questionnaireSchema.parse(next), '2025-01-01T00:00:00Z');
    await setWaveOf(db, 'ooo', 'ooo-2', 'ooo');
    await insertResponses(
      db,
      'ooo-2',
      stored.slice(8).map(({ library, document, day }, index) => {
        const answers = Uint8Array.from(document);
        // Every third fully agrees with C2: a figure that moves.
        if (index % 3 === 0) answers[wanted] = 4;
        return {
          id: ctx.newId(),
          version: 1,
          library,
          day,
          receiptHash: null,
          seed: null,
          document: answers,
          texts: {},
        };
      }),
    );
  });
}
