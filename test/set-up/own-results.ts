// Somebody who answered a survey and holds the receipt, for tests of what they get back.
import { insertResponses } from '../../server/db/responses.ts';
import { surveyByCode } from '../../server/db/surveys.ts';
import { hashToken, newReceipt } from '../../server/identity/tokens.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import type { Answers } from '../../surveys/answers.ts';
import { noRegister } from '../../surveys/register.ts';
import type { App, Visitor } from './start-app.ts';

/** Sends these answers, and gives the browser and the receipt of who did. */
export async function answered(
  app: App,
  survey: string,
  answers: Answers,
): Promise<{ readonly person: Visitor; readonly receipt: string }> {
  const receipt = newReceipt();
  const found = await surveyByCode(app.ctx.db.kysely, survey);
  if (!found) throw new Error('the demonstration has no survey');
  const draft = { answers, version: found.version, receiptHash: hashToken('receipt', receipt), seed: null };
  const response = responseOf(draft, found.questionnaire, noRegister, app.ctx.newId(), '2025-02-20');
  await app.ctx.writes.run((db) => insertResponses(db, survey, [response]));
  const person = app.visitor();
  person.cookies.set(`receipt_${survey}`, receipt);
  return { person, receipt };
}

/** The words of a page, without its marks. */
export function wordsOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

/** Shares the result of this person and gives the whole address of the link. */
export async function shareResult(person: Visitor, survey: string, days = '30'): Promise<string> {
  await person.post(`/s/${survey}/result/share`, { days });
  const page = await person.get(`/s/${survey}/result`);
  return /href="(http[^"]+\/shared\/[^"]+)"/.exec(page.text)?.[1] ?? '';
}
