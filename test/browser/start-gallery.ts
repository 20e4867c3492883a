// A project made from the gallery of question kinds, with a small register, and what is stored of every response.
import { join } from 'node:path';
import { replaceRegister } from '../../server/db/libraries.ts';
import { responsesSince } from '../../server/db/responses.ts';
import { textsOfResponse } from '../../server/db/texts.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readTemplateFolder } from '../../server/template-folder.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { reasonOfByte, unpackAnswers } from '../../surveys/response-document.ts';
import { type App, startApp } from '../set-up/start-app.ts';

export interface Gallery {
  readonly app: App;
  readonly questionnaire: Questionnaire;
}

/** Starts the application with the survey `galerij`, open; everybody gets the same order of what is shuffled. */
export async function startGallery(): Promise<Gallery> {
  const app = await startApp({ now: () => new Date('2026-03-02T13:03:00Z'), newSeed: () => 20 });
  const db = app.ctx.db.kysely;
  const template = await readTemplateFolder(join(templatesFolder, 'gallery'));
  await createProject(db, 'galerij', template, false, '2026-01-01T00:00:00Z');
  const libraries = [
    { code: 'bib-1', name: 'Bib Lindedorp', province: 'Limburg', sizeClass: 'groot' },
    { code: 'bib-2', name: 'Bib Eikstad', province: 'Antwerpen', sizeClass: 'klein' },
    { code: 'bib-3', name: 'Bib Lindeberg', province: 'Antwerpen', sizeClass: 'klein' },
  ];
  await replaceRegister(db, 'galerij', libraries, '2026-01-01');
  const [questionnaire] = template.questionnaires;
  if (!questionnaire) throw new TypeError('the gallery has a questionnaire');
  return { app, questionnaire };
}

/** Variable → its code, number or words; behind a typed missing answer its reason; a reason alone in brackets. */
export type Stored = Readonly<Record<string, string>>;

/** The last response that was sent, variable by variable, with the library under `library`. */
export async function lastStored({ app, questionnaire }: Gallery): Promise<Stored> {
  const db = app.ctx.db.kysely;
  const last = (await responsesSince(db, questionnaire.code, 0, 1000)).at(-1);
  if (!last) throw new RangeError('nothing was sent yet');
  const codebook = codebookOf(questionnaire);
  const answers = { ...unpackAnswers(codebook, last.document) };
  const words = await textsOfResponse(db, questionnaire.code, last.id);
  const stored = codebook.variables.map((variable, index) => {
    const reason = reasonOfByte(variable, last.document[index] ?? 0);
    const answer = words[variable.name] ?? answers[variable.name];
    return [variable.name, [answer, reason && `(${reason})`].filter(Boolean).join(' ')];
  });
  return { library: last.library ?? '(none)', ...Object.fromEntries(stored) };
}

/** What was answered, as a draft keeps it; of the library only that one was given. */
export function answersOf(stored: Stored): Readonly<Record<string, string>> {
  const reason = / ?\((skipped|notShown|notApplicable|dontKnow|preferNotToSay)\)$/;
  const given = Object.entries(stored).map(([name, answer]) => [name, answer.replace(reason, '')]);
  return Object.fromEntries(given.filter(([name, answer]) => name !== 'library' && answer !== ''));
}

/** Puts these answers in every draft there is, as if every page was sent on: each page can then be looked at. */
export async function answerDrafts({ app, questionnaire }: Gallery, stored: Stored): Promise<void> {
  const answers = JSON.stringify({ ...answersOf(stored), bib: stored.library });
  const pages = JSON.stringify(questionnaire.pages.map(({ code }) => code));
  const { kysely } = app.ctx.db;
  await kysely
    .updateTable('drafts')
    .set({ answers, pages, library: stored.library ?? null })
    .execute();
}
