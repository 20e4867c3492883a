// Copies of a cross-table without what is hidden in it, and without what would give that back.

import type { CrossCell, CrossGroup, CrossRow, CrossTable, WeightedVariable } from '../explore/explored.ts';
import type { Openness, Share } from '../figure.ts';
import { withheld } from './shares.ts';
import { opennessOf } from './views.ts';

/**
 * A mean; a median is somebody's own answer.
 * @param spread whether the numbers differ enough for the mean's interval and deviation.
 */
export function discloseNumberGroup(group: CrossGroup, openness: Openness, spread: boolean): CrossGroup {
  if (openness === 'withheld' || openness === 'countOnly') {
    return { ...group, base: null, openness: 'withheld', summary: null };
  }
  const told = spread ? {} : { standardDeviation: null };
  const interval = spread && openness === 'full' ? (group.summary?.interval ?? null) : null;
  return {
    ...group,
    openness,
    summary: group.summary && { ...group.summary, ...told, interval, median: null },
  };
}

/**
 * The copy of a table without the hidden cells, and without what would give them back. With nothing hidden the cells add up to
 * the table's own totals, which tell nothing more; else totals are of everybody, as on other pages.
 * @param totals everybody's share of each row; null where not even that may be told.
 */
export function hideCells(
  table: CrossTable,
  hidden: readonly (readonly boolean[])[],
  totals: readonly (Share | null)[],
  refused: readonly boolean[],
  rounds: boolean,
): CrossTable {
  const groups = openGroups(table, hidden, refused);
  const shut = groups.map(({ openness }) => openness === 'withheld');
  const whole = !hidden.flat().includes(true) && !shut.includes(true) && !totals.includes(null);
  const base = totals.includes(null) ? null : Math.max(...totals.map((total) => total?.base ?? 0));
  const openness = opennessOf(table.base, true);
  const told = whole && openness === 'full';
  const rows = table.rows.map((row, place): CrossRow => {
    const all = whole ? row.total : (totals[place] ?? null);
    const cells = row.cells.map((cell, group): CrossCell => {
      if (hidden[place]?.[group] || shut[group]) return hiddenCell(cell);
      const open = groups[group]?.openness ?? 'withheld';
      return {
        ...cell,
        ofGroup: shareIn(cell.ofGroup, open),
        ofRow: partOf(cell.count, all?.count ?? null),
        ofAll: partOf(cell.count, all?.base ?? null),
        residual: told ? cell.residual : null,
      };
    });
    const total = all ? shareIn(all, openness) : withheld(row.total);
    return { ...row, cells, total, everybody: total, association: told ? row.association : null };
  });
  const tableBase = whole ? table.base : base;
  const copy: CrossTable = {
    ...table,
    openness,
    base: openness === 'withheld' ? null : tableBase,
    percentages: { ofGroup: 'table', ...table.percentages, ofRow: whole ? 'table' : 'everybody' },
    groups,
    rows,
    association: told ? table.association : null,
    excluded: whole && openness !== 'withheld' ? table.excluded : null,
  };
  return rounds ? rounded(copy) : copy;
}

function openGroups(
  table: CrossTable,
  hidden: readonly (readonly boolean[])[],
  refused: readonly boolean[],
): readonly CrossGroup[] {
  return table.groups.map((group, place) => {
    const openness = refused[place] ? 'withheld' : opennessOf(group.base, true);
    const some = hidden.some((row) => row[place]);
    const shut = openness === 'withheld' || openness === 'countOnly';
    const summary = shut || some ? null : (group.summary ?? null);
    const interval = openness === 'full' ? (summary?.interval ?? null) : null;
    return {
      ...group,
      base: shut ? null : group.base,
      openness: shut ? 'withheld' : openness,
      summary: summary && { ...summary, interval },
    };
  });
}

function partOf(count: number | null, all: number | null): number | null {
  return count === null || all === null || all === 0 ? null : count / all;
}

function shareIn(share: Share, openness: Openness): Share {
  if (openness === 'withheld' || openness === 'countOnly') return withheld(share);
  return { ...share, interval: openness === 'full' ? share.interval : null, missing: null, openness };
}

function hiddenCell(cell: CrossCell): CrossCell {
  return { count: null, ofGroup: withheld(cell.ofGroup), ofRow: null, ofAll: null, residual: null };
}

export function withheldTable(table: CrossTable): CrossTable {
  return {
    ...table,
    openness: 'withheld',
    base: null,
    groups: table.groups.map((group) => ({ ...group, base: null, openness: 'withheld', summary: null })),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map(hiddenCell),
      total: withheld(row.total),
      everybody: withheld(row.total),
      association: null,
    })),
    association: null,
    excluded: null,
  };
}

const percent = (share: number | null) => (share === null ? null : Math.round(100 * share) / 100);

/** Libraries' shares in whole percents, without what would give the decimals back. */
export function rounded(table: CrossTable): CrossTable {
  const inPercents = (share: Share): Share => ({
    ...share,
    estimate: percent(share.estimate),
    interval: share.interval && {
      lower: percent(share.interval.lower) ?? 0,
      upper: percent(share.interval.upper) ?? 1,
    },
  });
  return {
    ...table,
    groups: table.groups.map((group) => ({ ...group, summary: null })),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, ofGroup: inPercents(cell.ofGroup) })),
      total: inPercents(row.total),
      everybody: inPercents(row.everybody),
    })),
  };
}

/**
 * Weighted shares in whole percents, without what would give the decimals back.
 * @param groups whether those of groups may be told.
 */
export function inWholePercents(variable: WeightedVariable, groups: boolean): WeightedVariable {
  return {
    ...variable,
    rows: variable.rows.map((row) => ({
      ...row,
      unweighted: percent(row.unweighted),
      weighted: percent(row.weighted),
      standardError: null,
      interval: row.interval && {
        lower: percent(row.interval.lower) ?? 0,
        upper: percent(row.interval.upper) ?? 1,
      },
      designEffect: null,
      groups: groups
        ? row.groups.map(({ weighted }) => ({ weighted: percent(weighted), interval: null }))
        : [],
    })),
    by: groups ? variable.by : [],
    largestDifference: variable.largestDifference === null ? null : Math.round(variable.largestDifference),
  };
}
