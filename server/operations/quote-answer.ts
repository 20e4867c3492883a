// Quotes made of answers: only where the respondent agreed, kept beside the answer they came from, released by a person.
import { literalMinimum } from '../../analysis/report/chain.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { CodingFrame } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecord } from '../../surveys/project-records.ts';
import { unpackAnswers } from '../../surveys/response-document.ts';
import type { Context } from '../context.ts';
import { type AnswerKey, countAnswers } from '../db/coded-answers.ts';
import type { Queries } from '../db/open.ts';
import { addQuoteSource, quoteSourcesOf } from '../db/quote-sources.ts';
import { putRecord, recordOf } from '../db/records.ts';
import { countResponses, responseById } from '../db/responses.ts';
import { definitionOfVersion, surveysOf } from '../db/surveys.ts';

/** Whether who sent this response agreed that words of it are quoted; not where nobody was asked. */
export async function agreedToQuotes(
  db: Queries,
  survey: string,
  { quoteConsent }: Pick<CodingFrame, 'quoteConsent'>,
  id: string,
): Promise<boolean> {
  if (!quoteConsent) return false;
  const response = await responseById(db, survey, id);
  if (!response) return false;
  const questionnaire = await definitionOfVersion(db, survey, response.version);
  const answers = unpackAnswers(codebookOf(questionnaire), response.document);
  return quoteConsent.variables.some((name) => quoteConsent.codes.includes(answers[name] ?? ''));
}

type Quoting = Pick<Context, 'writes' | 'newId'>;

/** Keeps a quote that nobody released yet, with the answer it is made of; nothing where the respondent did not agree. */
export async function proposeQuote(
  ctx: Quoting,
  project: string,
  frame: CodingFrame,
  { survey, question, response }: AnswerKey,
  quote: Omit<ProjectRecord<'quote'>, 'code' | 'released'>,
): Promise<boolean> {
  const code = ctx.newId();
  return ctx.writes.run(async (db) => {
    if (!(await agreedToQuotes(db, survey, frame, response))) return false;
    await putRecord(db, project, 'quote', { ...quote, code, released: false });
    await addQuoteSource(db, project, { quote: code, survey, question, response });
    return true;
  });
}

/**
 * Releases a quote. Literal words need ten answers: to its question, or where it came from elsewhere to the survey.
 * @returns whether it is released now; false too where the respondent's agreement is no longer there.
 */
export async function releaseQuote(
  ctx: Pick<Context, 'writes'>,
  project: string,
  frame: CodingFrame,
  code: string,
): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    const quote = await recordOf(db, project, 'quote', code);
    if (!quote) return false;
    const source = (await quoteSourcesOf(db, project)).find((each) => each.quote === code);
    if (source) {
      const { survey, question, response } = source;
      const counts = (await countAnswers(db, survey, [question])).get(question);
      const answers = counts ? counts.todo + counts.coded + counts.nothing : 0;
      if (answers < literalMinimum || !(await agreedToQuotes(db, survey, frame, response))) return false;
    } else {
      const [main] = await surveysOf(db, project);
      if (!main || (await countResponses(db, main.code)) < literalMinimum) return false;
    }
    await putRecord(db, project, 'quote', { ...quote, released: true });
    return true;
  });
}

/** Takes the release of a quote back: from the next version of the report on it is not in it. */
export async function holdQuote(
  ctx: Pick<Context, 'writes'>,
  project: string,
  code: string,
): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    const quote = await recordOf(db, project, 'quote', code);
    if (!quote) return false;
    await putRecord(db, project, 'quote', { ...quote, released: false });
    return true;
  });
}
