// What can be chosen in the explorer, with what is chosen now: the form that works without scripts.

import type { PercentOf } from '../../../analysis/charts/cross-words.ts';
import type { PictureKind } from '../../../analysis/charts/explored-pictures.ts';
import type { ExploreView } from '../../../analysis/explore/view.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { inLanguage, type Questionnaire, type Text } from '../../../surveys/questionnaire.ts';
import { withoutReferences } from '../../../surveys/references.ts';
import type { Variable } from '../../../surveys/variable.ts';
import type { ExploredSurvey } from '../../operations/explored-survey.ts';
import type { Words } from './workspace.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}
export interface ExploreForm {
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly questions: readonly OptionGroup[];
  /** Rows of the question; empty where it has one. */
  readonly variables: readonly Option[];
  readonly by: readonly OptionGroup[];
  readonly gaps: readonly Option[];
  /** Two lists of the same groups, each with its own choice. */
  readonly filters: readonly {
    readonly id: string;
    readonly label: string;
    readonly groups: readonly OptionGroup[];
  }[];
  readonly units: readonly Option[];
  readonly weightings: readonly Option[];
  /** How p-values are corrected; empty where nothing is tested. */
  readonly corrections: readonly Option[];
  readonly percents: readonly Option[];
  readonly charts: readonly Option[];
}

/** What the page adds to a view: how its table is read and which picture it takes. */
export interface Seeing {
  readonly percent: PercentOf;
  readonly chart: PictureKind | null;
}

export function exploreForm(
  project: string,
  { survey, questionnaire, offer }: ExploredSurvey,
  view: ExploreView,
  seeing: Seeing,
  kinds: readonly PictureKind[],
  main: boolean,
  words: Words,
): ExploreForm {
  const variables = new Map(codebookOf(questionnaire).variables.map((variable) => [variable.name, variable]));
  const name = (code: string) => variableName(code, variables, words);
  const own = offer.questions.find(({ code }) => code === view.question)?.variables ?? [];
  const rated = own.find((entry) => entry.name === view.variable) ?? (own.length === 1 ? own[0] : undefined);
  const say = (key: string) => words.say({ key: `explorer.${key}` });
  const option = (value: string, label: string, chosen: boolean): Option => ({ value, label, chosen });
  const choices = <T extends string>(area: string, all: readonly T[], chosen: T) =>
    all.map((value) => option(value, say(`${area}.${value}`), value === chosen));
  return {
    action: `/team/${project}/explore`,
    hidden: main ? [] : [{ name: 'survey', value: survey }],
    questions: questionGroups(questionnaire, offer, view, words),
    variables:
      own.length > 1 && questionOf(questionnaire, view.question)?.type === 'grid'
        ? [
            option('', say('allRows'), view.variable === null),
            ...own.map((entry) =>
              option(entry.name, rowName(entry.name, variables, words), entry.name === view.variable),
            ),
          ]
        : [],
    by: byGroups(offer, view, name, words),
    gaps:
      rated && rated.gapWith.length > 0
        ? [
            option('', say('noGap'), view.gapWith === null),
            ...rated.gapWith.map((other) => option(other, name(other), other === view.gapWith)),
          ]
        : [],
    filters: offer.filters.length > 0 ? filterLists(offer, view, name, variables, words) : [],
    units: offer.register ? choices('unit', ['persons', 'libraries'], view.unit) : [],
    weightings: offer.register ? choices('weighting', ['none', 'register', 'cells'], view.weighting) : [],
    corrections:
      view.by === null ? [] : choices('correction', ['benjaminiHochberg', 'holm'], view.correction),
    // Libraries have no counts to take other percentages of.
    percents:
      view.by === null || view.unit === 'libraries'
        ? []
        : choices('percent', ['group', 'answer', 'all'], seeing.percent),
    charts: kinds.length < 2 ? [] : choices('kind', kinds, seeing.chart ?? kinds[0] ?? 'bars'),
  };
}

function questionOf({ pages }: Questionnaire, code: string) {
  return pages.flatMap(({ questions }) => questions).find((question) => question.code === code);
}

/** Every question under the page it stands on. */
function questionGroups(
  { pages }: Questionnaire,
  offer: ExploredSurvey['offer'],
  view: ExploreView,
  words: Words,
): readonly OptionGroup[] {
  const offered = new Set(offer.questions.map(({ code }) => code));
  return pages
    .map(({ title, questions }) => ({
      label: inLanguage(title, words.language),
      options: questions
        .filter(({ code }) => offered.has(code))
        .map(({ code, label }) => ({
          value: code,
          label: textOf(label, words),
          chosen: code === view.question,
        })),
    }))
    .filter(({ options }) => options.length > 0);
}

function byGroups(
  offer: ExploredSurvey['offer'],
  view: ExploreView,
  name: (code: string) => string,
  words: Words,
): readonly OptionGroup[] {
  const say = (key: string) => words.say({ key: `explorer.${key}` });
  const group = (label: string, background: boolean): OptionGroup => ({
    label,
    options: offer.by
      .filter((entry) => entry.background === background && entry.name !== view.question)
      .map((entry) => ({ value: entry.name, label: name(entry.name), chosen: entry.name === view.by })),
  });
  return [
    { label: '', options: [{ value: '', label: say('noCross'), chosen: view.by === null }] },
    group(say('background'), true),
    group(say('otherQuestions'), false),
  ].filter(({ options }) => options.length > 0);
}

function filterLists(
  offer: ExploredSurvey['offer'],
  view: ExploreView,
  name: (code: string) => string,
  variables: ReadonlyMap<string, Variable>,
  words: Words,
): ExploreForm['filters'] {
  return [0, 1].map((place) => {
    const chosen = view.filters[place];
    return {
      id: place === 0 ? 'filter' : `filter-${place + 1}`,
      label: words.say({ key: `explorer.filter${place + 1}` }),
      groups: [
        {
          label: '',
          options: [{ value: '', label: words.say({ key: 'explorer.everybody' }), chosen: !chosen }],
        },
        ...offer.filters.map(({ variable, codes }) => ({
          label: name(variable),
          options: codes.map((code) => ({
            value: `${variable}:${code}`,
            label: codeName(variable, code, variables, words),
            chosen: chosen?.variable === variable && chosen.code === code,
          })),
        })),
      ],
    };
  });
}

/** The words of a code; a group of the register is its own name. */
export function codeName(
  variable: string,
  code: string,
  variables: ReadonlyMap<string, Variable>,
  words: Words,
): string {
  const category = variables.get(variable)?.categories.find((entry) => entry.code === code);
  return category ? textOf(category.label, words) : code;
}

/** The words of a variable: its question's and, in a grid, its row's; facts of the register have words of their own. */
export function variableName(code: string, variables: ReadonlyMap<string, Variable>, words: Words): string {
  const variable = variables.get(code);
  if (!variable) return words.say({ key: `team.filters.${code}` });
  const question = textOf(variable.label, words);
  return variable.item ? `${question} ${textOf(variable.item, words)}` : question;
}

function rowName(code: string, variables: ReadonlyMap<string, Variable>, words: Words): string {
  const variable = variables.get(code);
  if (!variable?.item) return variable ? textOf(variable.label, words) : code;
  return `${textOf(variable.item, words)} – ${textOf(variable.label, words)}`;
}

function textOf(text: Text, words: Words): string {
  return inLanguage(withoutReferences(text), words.language);
}
