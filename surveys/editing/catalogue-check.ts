// Whether a needs catalogue fits the questionnaires of its project: every survey, variable and code it names is there.

import { type Codebook, codebookOf } from '../codebook.ts';
import {
  type Counted,
  countedBy,
  type Indicator,
  type Need,
  type NeedsCatalogue,
  type Selection,
  type ShareDefinition,
  type SkillRules,
} from '../needs-catalogue.ts';
import type { Questionnaire } from '../questionnaire.ts';

export interface CatalogueProblem {
  /** What it is about: a need, a highlight or a part of the catalogue, by its code. */
  readonly part:
    | 'need'
    | 'highlight'
    | 'background'
    | 'services'
    | 'comparison'
    | 'recommend'
    | 'coding'
    | 'skills';
  readonly code: string;
  /** Which indicator of the need; null for what is about all of it. */
  readonly indicator: number | null;
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** @param surveys the project's questionnaires, the main one first. */
export function checkCatalogue(
  catalogue: NeedsCatalogue,
  surveys: readonly Questionnaire[],
): readonly CatalogueProblem[] {
  const [main] = surveys;
  const codebooks = new Map(surveys.map((questionnaire) => [questionnaire.code, codebookOf(questionnaire)]));
  const ofMain = main ? codebooks.get(main.code) : undefined;
  const needs = new Set(catalogue.needs.map(({ code }) => code));
  const inAny = (name: string) => [...codebooks.values()].some(({ position }) => position.has(name));
  const about = (part: CatalogueProblem['part'], code: string, indicator: number | null = null) => {
    return (found: Found): CatalogueProblem => ({ part, code, indicator, ...found });
  };
  const named = (names: readonly string[], known: (name: string) => boolean): readonly Found[] =>
    names.filter((name) => !known(name)).map((name) => ({ key: 'unknownVariable', values: { name } }));
  return [
    ...catalogue.needs.flatMap((need) => [
      ...(need.parent !== null && !needs.has(need.parent)
        ? [about('need', need.code)({ key: 'unknownParent', values: { name: need.parent } })]
        : []),
      ...need.indicators.flatMap((indicator, place) => {
        const found =
          'remarks' in indicator
            ? named(indicator.remarks.questions, (name) => ofMain?.position.has(name) ?? false)
            : [
                ...surveyProblems(indicator, codebooks, main?.code),
                ...crossProblems(countedBy(indicator), catalogue.background),
              ];
        return found.map(about('need', need.code, place));
      }),
      ...named(ratingsOf(need), (name) => Boolean(ofMain?.position.has(name))).map(about('need', need.code)),
    ]),
    ...catalogue.highlights.flatMap(({ code, share }) =>
      [...shareProblems(share, codebooks, main?.code), ...crossProblems(share, catalogue.background)].map(
        about('highlight', code),
      ),
    ),
    ...catalogue.comparisons.flatMap(({ code, before, after }) =>
      named([before, after], inAny).map(about('comparison', code)),
    ),
    ...catalogue.background.flatMap((code) =>
      named([code], (name) => ofMain?.position.has(name) ?? false).map(about('background', code)),
    ),
    ...(catalogue.recommend ? named([catalogue.recommend.variable], inAny).map(about('recommend', '')) : []),
    ...(catalogue.coding ? named(catalogue.coding.questions, inAny).map(about('coding', '')) : []),
    ...(catalogue.services ? serviceProblems(catalogue.services, ofMain).map(about('services', '')) : []),
    ...(catalogue.skills
      ? skillProblems(catalogue.skills, codebooks, main?.code).map(about('skills', ''))
      : []),
  ];
}

type Found = Pick<CatalogueProblem, 'key' | 'values'>;

/** What is wrong with a sign that a survey gives. */
function surveyProblems(
  indicator: Indicator,
  codebooks: ReadonlyMap<string, Codebook>,
  main: string | undefined,
): readonly Found[] {
  const counted = countedBy(indicator);
  if (!counted) return [];
  if ('any' in counted) return shareProblems(counted, codebooks, main);
  const { survey, where } = counted;
  const names = 'variable' in counted ? [counted.variable] : [counted.importance, counted.ability];
  const any = names.map((name) => ({ variables: [name], except: [], codes: [] }));
  return shareProblems({ survey, any, where }, codebooks, main);
}

/**
 * What makes a sign a cross that no reader sees (docs/rules.md, Subtraction): conditions on other things than declared backgrounds, two on
 * the same one, or a background counted together with something else.
 */
function crossProblems(counted: Counted | null, background: readonly string[]): readonly Found[] {
  if (!counted) return [];
  const conditions = counted.where.flatMap(({ variables }) => variables);
  const read =
    'any' in counted
      ? counted.any.flatMap(({ variables }) => variables)
      : 'variable' in counted
        ? [counted.variable]
        : [counted.importance, counted.ability];
  const mixed = new Set(read).size > 1 ? read.find((name) => background.includes(name)) : undefined;
  return [
    ...conditions
      .filter((name) => !background.includes(name))
      .map((name) => ({ key: 'conditionNotBackground', values: { name } })),
    ...(new Set(conditions).size < counted.where.length
      ? [{ key: 'conditionTwice', values: { name: conditions[0] ?? '' } }]
      : []),
    ...(mixed === undefined ? [] : [{ key: 'backgroundMixed', values: { name: mixed } }]),
  ];
}

function skillProblems(
  { survey, variables, unable }: SkillRules,
  codebooks: ReadonlyMap<string, Codebook>,
  main: string | undefined,
): readonly Found[] {
  const name = survey ?? main ?? '';
  const codebook = codebooks.get(name);
  if (!codebook) return [{ key: 'unknownSurvey', values: { name } }];
  return [variables, ...unable.map((other) => other.variables)]
    .filter((set) => !codebook.variables.some((variable) => variable.name.startsWith(`${set}.`)))
    .map((set) => ({ key: 'unknownVariable', values: { name: `${set}.*` } }));
}

function shareProblems(
  share: ShareDefinition,
  codebooks: ReadonlyMap<string, Codebook>,
  main: string | undefined,
): readonly Found[] {
  const survey = share.survey ?? main ?? '';
  const codebook = codebooks.get(survey);
  if (!codebook) return [{ key: 'unknownSurvey', values: { name: survey } }];
  return [...share.any, ...share.where].flatMap((selection) => selectionProblems(selection, codebook));
}

function selectionProblems(selection: Selection, { variables, position }: Codebook): readonly Found[] {
  const problems: Found[] = [];
  for (const name of selection.variables) {
    const start = name.slice(0, -1);
    const meant = name.endsWith('.*')
      ? variables.filter((variable) => variable.name.startsWith(start) && variable.measure !== 'text')
      : variables.slice(position.get(name) ?? variables.length).slice(0, 1);
    if (meant.length === 0) problems.push({ key: 'unknownVariable', values: { name } });
    else {
      const codes = new Set(meant.flatMap(({ categories }) => categories.map(({ code }) => code)));
      for (const code of selection.codes)
        if (!codes.has(code)) problems.push({ key: 'unknownCode', values: { name, code } });
    }
  }
  return problems;
}

function serviceProblems(
  { frequency, mastery }: NonNullable<NeedsCatalogue['services']>,
  codebook: Codebook | undefined,
): readonly Found[] {
  const asked = (scale: string) =>
    codebook?.variables.some(({ name }) => name.startsWith(`${scale}.`)) ?? false;
  return [frequency, mastery]
    .filter((scale) => !asked(scale))
    .map((name) => ({ key: 'unknownVariable', values: { name: `${name}.*` } }));
}

/** The variables of a need's ratings side by side. */
function ratingsOf({ discrepancy }: Need): readonly string[] {
  if (!discrepancy) return [];
  const { importance, ability, minimum } = discrepancy;
  return minimum === undefined ? [importance, ability] : [importance, ability, minimum];
}
