// Figures from elsewhere beside the survey: per service and per period. Nothing here knows a respondent: a count of a
// service stands next to a share of answers, and neither is ever worked into the other.
import type { ProjectRecords } from '../surveys/project-records.ts';
import type { Text } from '../surveys/questionnaire.ts';

/** One count of a service in a period. */
export interface ServiceFigure {
  /** What is counted, in the words of its file; null for tickets of a desk. */
  readonly measure: string | null;
  /** What the tickets or the use are about; null where the file tells none. */
  readonly category: Text | string | null;
  readonly period: Text | string;
  readonly count: number;
  /** Median handling time; null where it is not known. */
  readonly hours: number | null;
}

/** One measure in one period, over the libraries and categories of a set. */
export interface PeriodTotal {
  readonly measure: string;
  /** Null where it is about no service. */
  readonly service: string | null;
  readonly period: string;
  readonly count: number;
  /** Libraries that have a figure: the others have none, which is no zero. Null where the set is not about libraries. */
  readonly libraries: number | null;
}

type Records = Pick<ProjectRecords, 'desk_figure' | 'outside_figures'>;

/** The figures of every service that has one, in the order of their periods. */
export function figuresByService({
  desk_figure,
  outside_figures,
}: Records): ReadonlyMap<string, readonly ServiceFigure[]> {
  const found = new Map<string, ServiceFigure[]>();
  const add = (service: string | undefined, figure: ServiceFigure) => {
    if (service !== undefined) found.set(service, [...(found.get(service) ?? []), figure]);
  };
  for (const { service, label, period, tickets, hours } of desk_figure) {
    add(service, { measure: null, category: label, period, count: tickets, hours });
  }
  for (const { rows } of outside_figures) {
    for (const [, group] of groupedRows(rows.filter(({ service }) => service !== undefined))) {
      const [{ service, measure, category, period }] = group;
      add(service, { measure, category: category ?? null, period, count: sum(group), hours: null });
    }
  }
  return found;
}

type Row = ProjectRecords['outside_figures'][number]['rows'][number];

/** A measure per period, and per service where it is about one: what is counted of two services is not added up. */
export function periodTotals(rows: readonly Row[]): readonly PeriodTotal[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.measure, row.service, row.period]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .flatMap((group): readonly PeriodTotal[] => {
      const [first] = group;
      if (!first) return [];
      const libraries = new Set(group.flatMap(({ library }) => (library === undefined ? [] : [library])));
      return [
        {
          measure: first.measure,
          service: first.service ?? null,
          period: first.period,
          count: sum(group),
          libraries: libraries.size === 0 ? null : libraries.size,
        },
      ];
    })
    .sort(
      (one, other) =>
        one.measure.localeCompare(other.measure) ||
        (one.service ?? '').localeCompare(other.service ?? '') ||
        one.period.localeCompare(other.period, undefined, { numeric: true }),
    );
}

/** Rows about the same service, category, measure and period: those of several libraries are taken together. */
function groupedRows(rows: readonly Row[]): ReadonlyMap<string, readonly [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = JSON.stringify([row.service, row.category, row.measure, row.period]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
