// What somebody looks at in the explorer, as a value, and as the address that brings it back: which question, crossed
// with what, limited to whom, weighted or not. What an address gets wrong is told, never thrown.
import type { Filter } from '../results/survey.ts';

/**
 * `register`: raking, every library counts as its province and its size class do in the register. `cells`:
 * post-stratification, as its province and size class together do.
 */
export type Weighting = 'none' | 'register' | 'cells';
/** How p-values of one view are corrected for being many (docs/rules.md, Tests): false finds among the finds few, or any at all rare. */
export type Correction = 'benjaminiHochberg' | 'holm';
/** `persons`: every answer once. `libraries`: every library once, with the mean of its answers (docs/rules.md, Libraries and people). */
export type ExploreUnit = 'persons' | 'libraries';

export interface ExploreView {
  readonly survey: string;
  readonly question: string;
  /** One variable of a question that has several; null: all of them. */
  readonly variable: string | null;
  /** The variable or fact of the register that the answers are split by. */
  readonly by: string | null;
  /** A second variable on the same scale that the same people answered: the gap between both is worked out. */
  readonly gapWith: string | null;
  /** None to two background groups that the figures are limited to. */
  readonly filters: readonly Filter[];
  readonly weighting: Weighting;
  readonly unit: ExploreUnit;
  readonly correction: Correction;
}

/** Background questions and facts of the register that may be at work in one view: filters and the crossing together. */
export const mostBackgrounds = 2;

/** What is wrong in an address: words under `explore.said.problem`, and the parameter they are about. */
export interface ViewProblem {
  readonly parameter: 'question' | 'variable' | 'by' | 'gap' | 'filter' | 'weighting' | 'unit' | 'correction';
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a survey has to choose from: see `offerOf` in offer.ts. */
export interface ExploreOffer {
  readonly survey: string;
  readonly questions: readonly {
    readonly code: string;
    readonly variables: readonly { readonly name: string; readonly gapWith: readonly string[] }[];
  }[];
  readonly by: readonly { readonly name: string; readonly background: boolean }[];
  readonly filters: readonly { readonly variable: string; readonly codes: readonly string[] }[];
  /** Whether there is a register to weight to and libraries to count. */
  readonly register: boolean;
}

/**
 * The view an address asks for, with what the survey does not have left out and told.
 * @param parameters names and values, as `URLSearchParams` gives them: question, variable, by, gap, filter
 *   (`variable:code`, at most twice), weighting, unit, correction. What is left out has its default: the first question, no
 *   crossing, everybody, unweighted, persons, Benjamini-Hochberg.
 * @returns null as view when the survey has no question at all.
 */
export function readView(
  parameters: Iterable<readonly [string, string]>,
  offer: ExploreOffer,
): { readonly view: ExploreView | null; readonly problems: readonly ViewProblem[] } {
  const given = [...parameters].filter(([, value]) => value !== '');
  const one = (name: string) => given.find(([key]) => key === name)?.[1] ?? null;
  const problems: ViewProblem[] = [];
  const wrong = (parameter: ViewProblem['parameter'], value: string, reason = 'unknown') =>
    problems.push({ parameter, key: `explore.said.problem.${reason}`, values: { parameter, value } });
  const known = <T>(
    parameter: ViewProblem['parameter'],
    find: (value: string) => T | undefined,
  ): T | null => {
    const value = one(parameter);
    const found = value === null ? undefined : find(value);
    if (value !== null && found === undefined) wrong(parameter, value);
    return found ?? null;
  };
  const question =
    known('question', (code) => offer.questions.find((entry) => entry.code === code)) ?? offer.questions[0];
  if (!question) return { view: null, problems };
  const variable = known('variable', (name) => question.variables.find((entry) => entry.name === name));
  const rated = variable ?? (question.variables.length === 1 ? question.variables[0] : null);
  const gapWith = known('gap', (name) => rated?.gapWith.find((other) => other === name));
  const crossing = known('by', (name) => offer.by.find((entry) => entry.name === name));
  const by = crossing && crossing.name !== question.code ? crossing : null;
  if (crossing && !by) wrong('by', crossing.name, 'itself');
  const filters = readFilters(given, offer, wrong);
  const weighting =
    known('weighting', (value) => oneOf<Weighting>(value, ['none', 'register', 'cells'])) ?? 'none';
  const unit = known('unit', (value) => oneOf<ExploreUnit>(value, ['persons', 'libraries'])) ?? 'persons';
  const correction =
    known('correction', (value) => oneOf<Correction>(value, ['benjaminiHochberg', 'holm'])) ??
    'benjaminiHochberg';
  if (weighting !== 'none' && !offer.register) wrong('weighting', weighting, 'noRegister');
  if (unit === 'libraries' && !offer.register) wrong('unit', unit, 'noRegister');
  return {
    view: {
      survey: offer.survey,
      question: question.code,
      variable: variable?.name ?? null,
      by: by?.name ?? null,
      gapWith,
      filters,
      weighting: offer.register ? weighting : 'none',
      unit: offer.register ? unit : 'persons',
      correction,
    },
    problems,
  };
}

function readFilters(
  given: readonly (readonly [string, string])[],
  offer: ExploreOffer,
  wrong: (parameter: 'filter', value: string, reason?: string) => void,
): readonly Filter[] {
  const filters: Filter[] = [];
  for (const [name, value] of given) {
    if (name !== 'filter') continue;
    const place = value.indexOf(':');
    const [variable, code] = [value.slice(0, place), value.slice(place + 1)];
    const offered = offer.filters.find((entry) => entry.variable === variable);
    if (!offered?.codes.includes(code)) wrong('filter', value);
    else if (filters.some((filter) => filter.variable === variable)) wrong('filter', value, 'twice');
    else if (filters.length === mostBackgrounds) wrong('filter', value, 'tooMany');
    else filters.push({ variable, code });
  }
  return filters;
}

function oneOf<T extends string>(value: string, all: readonly T[]): T | undefined {
  return all.find((entry) => entry === value);
}

/** The parameters of an address that `readView` reads back as this view; defaults are left out. */
export function viewParameters(view: ExploreView): readonly (readonly [string, string])[] {
  const chosen: readonly (readonly [string, string | null])[] = [
    ['question', view.question],
    ['variable', view.variable],
    ['by', view.by],
    ['gap', view.gapWith],
    ...view.filters.map(({ variable, code }) => ['filter', `${variable}:${code}`] as const),
    ['weighting', view.weighting === 'none' ? null : view.weighting],
    ['unit', view.unit === 'persons' ? null : view.unit],
    ['correction', view.correction === 'benjaminiHochberg' ? null : view.correction],
  ];
  return chosen.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
