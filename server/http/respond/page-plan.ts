// What becomes of a sent page, decided on the draft as it is at that moment. It writes nothing, so that it can be
// decided anew when another tab came in between.
import type { Answers } from '../../../surveys/answers.ts';
import {
  firstUnfinished,
  nextPage,
  pageWithoutConsent,
  previousPage,
  type Walk,
  walk,
} from '../../../surveys/flow.ts';
import { answersOfPage, isMissing, keptAnswers, sameAnswers } from '../../../surveys/kept-answers.ts';
import type { Given, Problem } from '../../../surveys/question-types/question-type.ts';
import type { Page } from '../../../surveys/questionnaire.ts';
import { fieldsOfPage, type PageReading, readPage } from '../../../surveys/read-page.ts';
import type { Draft } from '../../db/drafts.ts';
import { libraryOf } from '../../operations/submit-response.ts';
import type { Visit } from './desk.ts';
import type { PageForm } from './form.ts';

interface Read {
  /** The draft it was decided on. */
  readonly before: Draft;
  readonly reading: PageReading;
  readonly walked: Walk;
  /** What the page shows again: all that was typed, and the answers read from it. */
  readonly given: Given;
  readonly problems: readonly Problem[];
  /** The questions left open that are asked for once more now. */
  readonly asked: readonly string[];
}

export type Plan =
  /** Another tab saved other answers to this page after this one was made: nothing is written. */
  | (Read & { readonly kind: 'stale'; readonly own: Answers })
  /** Without consent nothing is kept. `draft` is what is left when consent is taken back. */
  | (Read & { readonly kind: 'noConsent'; readonly draft: Draft | null; readonly goal: Page })
  /** `draft` is to be saved, or null when nothing changed; sent, when there is no next page. */
  | (Read & { readonly kind: 'save'; readonly draft: Draft | null; readonly next: Page | null });

/** What to do with a page that was sent, given the draft as it is. */
export function planPage(visit: Visit, page: Page, form: PageForm, before: Draft, moment: string): Plan {
  const { questionnaire, register } = visit;
  const { libraries } = register;
  const earlier = withoutPage(visit, page, before.answers);
  const stored = answersOfPage(questionnaire, page, before.answers);
  const reading = readPage(questionnaire, page, form.fields, earlier, libraries);
  const own = keptAnswers(questionnaire, page, stored, reading);
  const answers = { ...earlier, ...own };
  const walked = walk(questionnaire, answers, libraries);
  const problems = problemsOf(form, reading);
  const asked = problems.filter(({ soft }) => soft).map(({ field }) => field);
  const given = { ...earlier, ...reading.answers, ...reading.typed };
  const read = { before, reading, walked, given, problems, asked: [...new Set([...form.asked, ...asked])] };

  const same = sameAnswers(own, stored);
  if (!same && form.revision !== null && form.revision < (before.changes[page.code] ?? 0)) {
    return { kind: 'stale', own, ...read };
  }
  const revision = before.revision + 1;
  const draft: Draft = {
    ...before,
    answers,
    library: libraryOf(questionnaire, answers),
    pages: pagesAfter(before.pages, page, form, reading, problems),
    changes: same ? before.changes : { ...before.changes, [page.code]: revision },
    language: visit.language,
    updatedAt: moment,
  };
  const unconsented = pageWithoutConsent(walked, page.code);
  if (unconsented) {
    const goal = form.way === 'previous' ? previousPage(walked, page.code) : null;
    const takenBack = form.way === 'next' && wasConsented(visit, page, before);
    return {
      kind: 'noConsent',
      draft: takenBack ? forgotten(visit, draft, revision) : null,
      goal: goal ?? unconsented,
      ...read,
    };
  }
  const nothingNew = form.way === 'autosave' && same;
  const next = problems.length === 0 ? goalOf(visit, page, form, walked, draft) : page;
  return { kind: 'save', draft: nothingNew ? null : draft, next, ...read };
}

function withoutPage(visit: Visit, page: Page, answers: Answers): Answers {
  const own = fieldsOfPage(visit.questionnaire, page);
  const others: Record<string, string> = {};
  for (const name in answers) if (!own.has(name)) others[name] = answers[name] ?? '';
  return others;
}

/**
 * What is in the way. Whoever only looks back, or changes the language, is not asked for what is still to come; and
 * a question that may stay open is asked for once.
 */
function problemsOf({ way, asked }: PageForm, reading: PageReading): readonly Problem[] {
  if (way === 'autosave') return [];
  const problems = [...reading.problems.values()];
  if (way !== 'next') return problems.filter((problem) => !isMissing(problem));
  return problems.filter(({ soft, field }) => !(soft && asked.has(field)));
}

/** A page counts as done once it was sent on without a mistake, and no more when it got one. */
function pagesAfter(
  pages: readonly string[],
  page: Page,
  { way }: PageForm,
  reading: PageReading,
  problems: readonly Problem[],
): readonly string[] {
  if (way === 'autosave') return pages;
  const others = pages.filter((code) => code !== page.code);
  if (way === 'next') return problems.length > 0 ? others : [...others, page.code];
  return [...reading.problems.values()].some(({ soft }) => !soft) ? others : pages;
}

/** Where it goes on; null when everything is done. */
function goalOf(visit: Visit, page: Page, { way }: PageForm, walked: Walk, draft: Draft): Page | null {
  const { questionnaire, register } = visit;
  if (way === 'stay' || way === 'autosave') return page;
  if (way === 'previous') return previousPage(walked, page.code) ?? page;
  return (
    nextPage(walked, page.code) ?? firstUnfinished(questionnaire, walked, draft.pages, register.libraries)
  );
}

function wasConsented({ questionnaire, register }: Visit, page: Page, draft: Draft): boolean {
  return pageWithoutConsent(walk(questionnaire, draft.answers, register.libraries), page.code) === null;
}

/** Sending the page without the tick takes back the consent: what was kept because of it goes, also from older tabs. */
function forgotten({ questionnaire }: Visit, draft: Draft, revision: number): Draft {
  const changes = Object.fromEntries(questionnaire.pages.map(({ code }) => [code, revision]));
  return { ...draft, library: null, answers: {}, pages: [], changes };
}
