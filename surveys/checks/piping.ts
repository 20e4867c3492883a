// Answers filled in in texts, such as `{A2|your library}`: they exist, come before, and have words where none was given.

import { variablesOf } from '../question-types/index.ts';
import { insteadOf } from '../question-types/instead.ts';
import type { Condition, Page, Question, Questionnaire } from '../questionnaire.ts';
import { referencesIn } from '../references.ts';
import type { Variable } from '../variable.ts';
import { type DefinitionProblem, error, placedQuestions, saidOnce, warning } from './problem.ts';
import { type PlacedText, textsIn } from './texts.ts';

interface Source {
  readonly question: Question;
  readonly page: Page;
  readonly pageIndex: number;
  /** The place of its question among all questions. */
  readonly at: number;
  /** Null for a question whose ticks are named together. */
  readonly variable: Variable | null;
}

/** Where a text stands: what was asked before it, and the conditions under which it is read. */
interface Place {
  readonly at: number;
  readonly pageIndex: number;
  readonly conditions: readonly Condition[];
}

/** What is wrong with references to answers. */
export function checkPiping(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const sources = sourcesOf(questionnaire);
  const check = (texts: readonly PlacedText[], place: Place) =>
    texts.flatMap((text) => checkText(text, place, sources));
  const { pages, lists: _lists, scales: _scales, languages: _languages, ...front } = questionnaire;
  let at = 0;
  const asked = pages.flatMap((page, pageIndex) => {
    const around = page.showIf ? [page.showIf] : [];
    const { questions, ...head } = page;
    const ofPage = check(textsIn(head, `pages[${pageIndex}]`), { at, pageIndex, conditions: around });
    const ofQuestions = questions.flatMap((question, q) => {
      const conditions = question.showIf ? [...around, question.showIf] : around;
      const path = `pages[${pageIndex}].questions[${q}]`;
      const found = check(textsOfQuestion(questionnaire, question, path), { at, pageIndex, conditions });
      at += 1;
      return found;
    });
    return [...ofPage, ...ofQuestions];
  });
  const elsewhere = textsIn(front).flatMap(({ path, text }) =>
    Object.values(text).flatMap((words) =>
      referencesIn(words).map(({ name }) => warning(path, 'referenceNotFilled', { name })),
    ),
  );
  return saidOnce([...elsewhere, ...asked]);
}

function sourcesOf(questionnaire: Questionnaire): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  placedQuestions(questionnaire).forEach(({ question, page, pageIndex }, at) => {
    const place = { question, page, pageIndex, at };
    for (const variable of variablesOf(questionnaire, question)) {
      sources.set(variable.name, { ...place, variable });
    }
    if (question.type === 'multiple' || question.type === 'pick') {
      sources.set(question.code, { ...place, variable: null });
    }
  });
  return sources;
}

/** Its own texts, and those of the lists and scales it names. */
function textsOfQuestion(questionnaire: Questionnaire, question: Question, path: string) {
  const lists: string[] = [];
  const scales: string[] = [];
  if (question.type === 'grid') {
    if ('list' in question.rows) lists.push(question.rows.list);
    scales.push(...question.scales.map(({ scale }) => scale));
  } else if ('options' in question && !Array.isArray(question.options)) {
    if ('list' in question.options) lists.push(question.options.list);
    else scales.push(question.options.scale);
  }
  return [
    ...textsIn(question, path),
    ...lists.flatMap((list) => textsIn(questionnaire.lists[list], `lists.${list}`)),
    ...scales.flatMap((scale) => textsIn(questionnaire.scales[scale], `scales.${scale}`)),
  ];
}

function checkText(
  { path, text }: PlacedText,
  place: Place,
  sources: ReadonlyMap<string, Source>,
): readonly DefinitionProblem[] {
  return Object.entries(text).flatMap(([language, words]) =>
    referencesIn(words).flatMap(({ name, otherwise }): readonly DefinitionProblem[] => {
      const source = sources.get(name);
      if (!source) return [error(path, 'unknownReference', { name })];
      if (source.at >= place.at) return [error(path, 'laterReference', { name })];
      if (source.variable?.measure === 'register') return [warning(path, 'referenceWithoutWords', { name })];
      if (source.pageIndex === place.pageIndex) return [warning(path, 'referenceSamePage', { name })];
      const needsWords = mayBeMissing(source) && !place.conditions.some((one) => ensures(one, source, name));
      return otherwise === null && needsWords ? [warning(path, 'referenceFallback', { name, language })] : [];
    }),
  );
}

function mayBeMissing({ question, page, variable }: Source): boolean {
  const always = question.required === true || question.type === 'consent';
  if (!always || question.showIf || page.showIf) return true;
  if (variable === null) return insteadOf(question).length > 0;
  return variable.name !== question.code || variable.categories.some(({ missing }) => missing !== null);
}

/** Whether the condition only holds where the reference has words. */
function ensures(condition: Condition, source: Source, name: string): boolean {
  if ('all' in condition) return condition.all.some((part) => ensures(part, source, name));
  if ('any' in condition) return condition.any.every((part) => ensures(part, source, name));
  if (!('variable' in condition) || source.variable === null) return false;
  if (condition.variable !== name) return false;
  const { categories } = source.variable;
  return (
    !('is' in condition) ||
    condition.is.every((code) => categories.some((one) => one.code === code && one.missing === null))
  );
}
