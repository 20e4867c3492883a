// What changed between two versions of a questionnaire, and whether answers before and after can still be compared.
// The rule: a code may retire, but never change meaning.
import { type Change, movedCodes, paired, same, tellerAt } from './changes/change.ts';
import { type InVersion, questionChanges } from './changes/question.ts';
import { placedQuestions } from './checks/problem.ts';
import type { Page, Questionnaire } from './questionnaire.ts';

export type { Change } from './changes/change.ts';

/**
 * The differences between two versions, those around the questions first, then page by page. Both must be sound.
 * @throws RangeError when one names a list or scale it does not hold.
 */
export function changesBetween(older: Questionnaire, newer: Questionnaire): readonly Change[] {
  if (older === newer) return [];
  return together([
    ...frontChanges(older, newer),
    ...pageChanges(older, newer),
    ...askedChanges(older, newer),
  ]);
}

/** Whether answers to both versions can be taken together. */
export function isBreaking(changes: readonly Change[]): boolean {
  return changes.some(({ verdict }) => verdict === 'breaking');
}

function frontChanges(older: Questionnaire, newer: Questionnaire): readonly Change[] {
  const parts = (['title', 'audience', 'welcome', 'notice', 'thanks', 'contact'] as const).flatMap((name) =>
    same(older[name], newer[name]) ? [] : [tellerAt(name, '')('safe', name)],
  );
  const languages = [
    ...newer.languages
      .filter((language) => !older.languages.includes(language))
      .map((language) => tellerAt('languages', language)('safe', 'languageAdded')),
    ...older.languages
      .filter((language) => !newer.languages.includes(language))
      .map((language) => tellerAt('languages', language)('safe', 'languageRemoved')),
  ];
  const hidden =
    older.hiddenAnswers === newer.hiddenAnswers
      ? []
      : [tellerAt('hiddenAnswers', '')('breaking', 'hiddenAnswers', { rule: newer.hiddenAnswers })];
  return [...parts, ...languages, ...hidden];
}

function pageChanges(older: Questionnaire, newer: Questionnaire): readonly Change[] {
  const { both, added, removed } = paired<Page>(older.pages, newer.pages);
  const tell = (page: Page, pages: readonly Page[]) => tellerAt(`pages[${pages.indexOf(page)}]`, page.code);
  const moved = movedCodes(
    older.pages.map(({ code }) => code),
    newer.pages.map(({ code }) => code),
  );
  return [
    ...added.map((page) => tell(page, newer.pages)('safe', 'pageAdded', { title: page.title })),
    ...removed.map((page) => tell(page, older.pages)('safe', 'pageRemoved', { title: page.title })),
    ...both.flatMap(([was, is]) => {
      const about = tell(is, newer.pages);
      const title = { title: is.title };
      return [
        ...(moved.includes(is.code) ? [about('safe', 'pageMoved', title)] : []),
        ...(same(was.title, is.title) ? [] : [about('safe', 'pageTitle', title, '.title')]),
        ...(same(was.intro, is.intro) ? [] : [about('safe', 'pageIntro', title, '.intro')]),
        ...(same(was.showIf, is.showIf) ? [] : [about('breaking', 'pageCondition', title, '.showIf')]),
      ];
    }),
  ];
}

function askedChanges(older: Questionnaire, newer: Questionnaire): readonly Change[] {
  const [before, after] = [versionOf(older), versionOf(newer)];
  const { both, added, removed } = paired(before, after);
  const [language = ''] = older.languages;
  const moved = movedCodes(
    before.map(({ code }) => code),
    after.map(({ code }) => code),
  );
  const tell = ({ path, code }: (typeof after)[number]) => tellerAt(path, code);
  return [
    ...added.map((one) => tell(one)('safe', 'questionAdded', { question: one.question.label })),
    ...removed.map((one) => tell(one)('safe', 'questionRemoved', { question: one.question.label })),
    ...both.flatMap(([was, is]) => [
      ...(was.page.code !== is.page.code
        ? [tell(is)('safe', 'questionToPage', { page: is.page.title })]
        : moved.includes(is.code)
          ? [tell(is)('safe', 'questionMoved')]
          : []),
      ...questionChanges(was, is, language),
    ]),
    ...groupChanges(older, newer),
  ];
}

function versionOf(questionnaire: Questionnaire): readonly (InVersion & { readonly code: string })[] {
  return placedQuestions(questionnaire).map(({ path, question, page }) => ({
    questionnaire,
    path,
    question,
    page,
    code: question.code,
  }));
}

/** Groups only order a list. */
function groupChanges(older: Questionnaire, newer: Questionnaire): readonly Change[] {
  return Object.entries(newer.lists).flatMap(([code, list]) => {
    const was = older.lists[code];
    if (!was || same(was.groups, list.groups)) return [];
    return [tellerAt(`lists.${code}.groups`, code)('safe', 'groups')];
  });
}

/** The same change of a shared list or scale is told once, with the codes of all its questions. */
function together(changes: readonly Change[]): readonly Change[] {
  const told = new Map<string, Change>();
  for (const change of changes) {
    const { code: _code, ...values } = change.values;
    const about = JSON.stringify([change.path, change.key, values]);
    const first = told.get(about);
    if (!first) told.set(about, change);
    else {
      const codes = [...new Set([...first.code.split(', '), change.code])].join(', ');
      const verdict = [first.verdict, change.verdict].includes('breaking') ? 'breaking' : 'safe';
      told.set(about, { ...first, code: codes, values: { ...first.values, code: codes }, verdict });
    }
  }
  return [...told.values()];
}
