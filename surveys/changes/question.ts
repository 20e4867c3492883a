// Differences between one question in two versions.
import { placedOptions } from '../checks/problem.ts';
import { insteadOf } from '../question-types/instead.ts';
import {
  type Option,
  type Page,
  type Question,
  type Questionnaire,
  scaleOf,
  type Text,
} from '../questionnaire.ts';
import { type Change, paired, same, type Tell, tellerAt, wordsChange } from './change.ts';
import { type OptionRules, optionChanges } from './options.ts';

/** A question in its version. */
export interface InVersion {
  readonly questionnaire: Questionnaire;
  readonly page: Page;
  readonly path: string;
  readonly question: Question;
}

/** The differences of a question that is in both versions; `language`: the first of the older version. */
export function questionChanges(older: InVersion, newer: InVersion, language: string): readonly Change[] {
  const [was, is] = [older.question, newer.question];
  const tell = tellerAt(newer.path, is.code);
  if (was.type !== is.type) {
    return [tell('breaking', 'typeChanged', { question: is.label, before: was.type, after: is.type })];
  }
  const changed = (name: string, verdict: Change['verdict'], key: string) =>
    same(part(was, name), part(is, name)) ? [] : [tell(verdict, key, {}, `.${name}`)];
  // A question that moves takes the condition of its new page.
  const otherPage = older.page.code !== newer.page.code && !same(older.page.showIf, newer.page.showIf);
  return [
    ...wordsChange(
      tell,
      is.type === 'section' ? 'section' : 'question',
      was.label,
      is.label,
      language,
      {},
      '.label',
    ).map((change) => (is.type === 'section' ? { ...change, verdict: 'safe' as const } : change)),
    ...changed('help', 'safe', 'questionHelp'),
    ...changed('statement', 'safe', 'statement'),
    ...changed('paragraphs', 'safe', 'paragraphs'),
    ...changed('required', 'breaking', 'required'),
    ...changed('requiredRows', 'breaking', 'requiredRows'),
    ...(otherPage || !same(was.showIf, is.showIf)
      ? [tell('breaking', 'questionCondition', {}, '.showIf')]
      : []),
    ...rangeChanges(was, is, tell),
    ...['low', 'high'].flatMap((name) => endWords(tell, name, was, is, language)),
    ...(same(part(was, 'unit'), part(is, 'unit')) ? [] : unitChange(was, is, tell, language)),
    ...changed('decline', 'safe', 'decline'),
    ...changed('shuffle', 'safe', 'shuffle'),
    ...changed('nameNobody', 'safe', 'nameNobody'),
    ...changed('maxLength', 'safe', 'maxLength'),
    ...offeredChanges(older, newer, tell, language),
    ...optionChanges(
      tell,
      { kind: 'reason', added: 'breaking', removed: 'breaking', ordered: false },
      insteadOf(was),
      insteadOf(is),
      language,
      (index) => `.instead[${index}]`,
    ),
    ...gridChanges(older, newer, tell, language),
  ];
}

/** A part of a question by its name, whatever its type. */
function part(question: Question, name: string): unknown {
  return Object.hasOwn(question, name) ? question[name as keyof Question] : undefined;
}

/** What bounds the answers: another range is another question. */
const bounds = [
  'min',
  'max',
  'top',
  'count',
  'total',
  'from',
  'to',
  'step',
  'decimals',
  'precision',
  'period',
  'earliest',
  'latest',
];

/** A bound as it stands in a sentence; a dash where there is none. */
function boundOf(question: Question, name: string): string {
  const value = part(question, name);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? `${value}`
    : '–';
}

function rangeChanges(was: Question, is: Question, tell: Tell): readonly Change[] {
  return bounds
    .filter((name) => !same(part(was, name), part(is, name)))
    .map((name) => {
      const values = { part: name, before: boundOf(was, name), after: boundOf(is, name) };
      return tell('breaking', 'range', values, `.${name}`);
    });
}

function unitChange(was: Question, is: Question, tell: Tell, language: string): readonly Change[] {
  const [before, after] = [part(was, 'unit'), part(is, 'unit')] as (Text | undefined)[];
  return before && after
    ? wordsChange(tell, 'unit', before, after, language, {}, '.unit')
    : [tell('breaking', 'unitWords', { before: before ?? '–', after: after ?? '–' }, '.unit')];
}

function endWords(
  tell: Tell,
  name: string,
  was: Question,
  is: Question,
  language: string,
): readonly Change[] {
  // Both are of one type, so both have the words or neither.
  const [before, after] = [part(was, name), part(is, name)] as (Text | undefined)[];
  return before && after ? wordsChange(tell, 'end', before, after, language, {}, `.${name}`) : [];
}

function offeredChanges(older: InVersion, newer: InVersion, tell: Tell, language: string): readonly Change[] {
  const [before, after] = [older, newer].map((version) =>
    placedOptions(version.questionnaire, { ...version, pageIndex: 0 }),
  ) as [ReturnType<typeof placedOptions>, ReturnType<typeof placedOptions>];
  const offered = [...before, ...after].map(({ option }) => option);
  const paths = after.length > 0 ? after : before;
  return optionChanges(
    tell,
    rulesFor(newer.question, offered),
    before.map(({ option }) => option),
    after.map(({ option }) => option),
    language,
    (index) => paths[index]?.path ?? '',
  );
}

/**
 * Options of one choice share the answers between them, so each that comes or goes changes the others. Rows, and ticks
 * without a most, are questions of their own; an option that is retired leaves its answers to the others.
 */
function rulesFor(question: Question, offered: readonly Option[]): OptionRules {
  if (question.type === 'grid') return { kind: 'row', added: 'safe', removed: 'safe', ordered: false };
  const free = question.type === 'multiple' && question.max === undefined;
  return {
    kind: 'option',
    added: free ? 'safe' : 'breaking',
    removed: 'breaking',
    ordered: question.type === 'single' && offered.some(({ value }) => value !== undefined),
  };
}

/** What only grids have: their scales and the box of a group. */
function gridChanges(older: InVersion, newer: InVersion, tell: Tell, language: string): readonly Change[] {
  const [was, is] = [older.question, newer.question];
  if (was.type !== 'grid' || is.type !== 'grid') return [];
  const byVariable = (grid: typeof is) => grid.scales.map((scale) => ({ ...scale, code: scale.variable }));
  const { both, added, removed } = paired(byVariable(was), byVariable(is));
  return [
    ...added.map(({ label }) => tell('safe', 'gridScaleAdded', { scale: label }, '.scales')),
    ...removed.map(({ label }) => tell('safe', 'gridScaleRemoved', { scale: label }, '.scales')),
    ...both.flatMap(([before, after]) => [
      ...wordsChange(tell, 'gridScale', before.label, after.label, language, {}, '.scales'),
      ...(same(before.unless, after.unless)
        ? []
        : [tell('breaking', 'gridUnless', { scale: after.label }, '.scales')]),
      ...optionChanges(
        tell,
        { kind: 'option', added: 'breaking', removed: 'breaking', ordered: true },
        scaleOf(older.questionnaire, before.scale).options,
        scaleOf(newer.questionnaire, after.scale).options,
        language,
        (index) => `scales.${after.scale}.options[${index}]`,
      ),
    ]),
    ...(same(was.wholeGroup?.code, is.wholeGroup?.code)
      ? []
      : [tell('breaking', 'wholeGroup', {}, '.wholeGroup')]),
    ...(was.wholeGroup && is.wholeGroup && !same(was.wholeGroup.label, is.wholeGroup.label)
      ? [tell('safe', 'wholeGroupWords', {}, '.wholeGroup')]
      : []),
  ];
}
