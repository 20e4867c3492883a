// What actions take: means, people and money by year. What nobody estimated is not there, which is no zero.
import type { ProjectRecord } from '../surveys/project-records.ts';
import type { Text } from '../surveys/questionnaire.ts';

type Action = ProjectRecord<'action'>;
export type Cost = NonNullable<Action['costs']>[number];

/** What is told of an action outside the team. */
export interface ToldMeans {
  readonly means: Text | null;
  readonly people: Text | null;
  readonly costs: readonly Cost[];
}

/** Sums of some actions. */
export interface CostsPerYear {
  /** In order of time; a year nobody named is not there. */
  readonly years: readonly {
    readonly year: number;
    /** Whole euro. */
    readonly amount: number;
    /** Actions with an amount in this year. */
    readonly actions: number;
  }[];
  /** Whole euro over all years. */
  readonly total: number;
  /** Actions without any amount: what they cost is not known. */
  readonly without: number;
}

/** Whether nobody said what an action takes; one that was stopped takes nothing any more. */
export function isWithoutMeans({ state, means, costs }: Pick<Action, 'state' | 'means' | 'costs'>): boolean {
  return state !== 'stopped' && means === undefined && (costs ?? []).length === 0;
}

/** What is told of an action; null where the team tells nothing, or there is nothing to tell. */
export function toldMeans({ tellMeans, means, people, costs = [] }: Action): ToldMeans | null {
  if (tellMeans !== true || (means === undefined && people === undefined && costs.length === 0)) return null;
  return { means: means ?? null, people: people ?? null, costs };
}

/**
 * What actions cost by year, in whole euro.
 * @param costs of each action; none where nobody estimated any.
 */
export function costsPerYear(costs: readonly (readonly Pick<Cost, 'year' | 'amount'>[])[]): CostsPerYear {
  const years = [...new Set(costs.flatMap((each) => each.map(({ year }) => year)))].sort((a, b) => a - b);
  const sum = (lines: readonly { readonly amount: number }[]) =>
    lines.reduce((total, { amount }) => total + amount, 0);
  return {
    years: years.map((year) => {
      const own = costs.map((each) => each.filter((cost) => cost.year === year));
      return { year, amount: sum(own.flat()), actions: own.filter(({ length }) => length > 0).length };
    }),
    total: sum(costs.flat()),
    without: costs.filter(({ length }) => length === 0).length,
  };
}
