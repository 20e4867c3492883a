// Group orders of real rankings against R, under both treatments of what a respondent leaves unranked: the six films
// of a Star Wars poll, and forty cuisines whose ratings are read as a ranking with ties.
import { describe, expect, it } from 'vitest';
import { differences } from './compare.ts';
import { type RankTable, rankingInReferenceWords } from './rankings.ts';
import { numbers, type Row, readReferences, readRows } from './reference-case.ts';

/** Per row the numbers in these columns; rows without any are left out. */
function rankTable(rows: readonly Row[], columns: readonly string[]): RankTable {
  const byColumn = columns.map((column) => numbers(rows, column));
  const table = rows.map((_, index) => byColumn.map((values) => values[index] ?? null));
  return table.filter((ranks) => ranks.some((rank) => rank !== null));
}

/** A definition in words is not a number. */
function withoutDefinitions(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => key !== 'def');
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutDefinitions(part)]));
}

function expectRanking(wanted: unknown, computed: unknown): void {
  expect(wanted).toBeDefined();
  expect(differences(withoutDefinitions(wanted), computed, { relative: 1e-8 })).toEqual([]);
}

const label = (column: string) => column.split('| ').at(-1) ?? '';

describe('films ranked in star-wars-2014', () => {
  const rows = readRows('star-wars-2014');
  const references = readReferences('star-wars-2014');
  const columns = Object.keys(rows[0] ?? {});
  const [seen, films] = [columns.slice(3, 9), columns.slice(9, 15)];
  const complete = rows.filter((row) => films.every((film) => row[film]));
  const groups: Readonly<Record<string, readonly Row[]>> = {
    'all who ranked': rows,
    'seen all six': complete.filter((row) => seen.every((film) => row[film])),
    Male: complete.filter((row) => row.Gender === 'Male'),
    Female: complete.filter((row) => row.Gender === 'Female'),
  };

  it.each(Object.keys(groups))('by %s come out as the reference', (group) => {
    const wanted = references.find(({ id }) => id === `rank/${group}`)?.value;
    expectRanking(wanted, rankingInReferenceWords(rankTable(groups[group] ?? [], films), films.map(label)));
  });

  it('are all compared', () => {
    const ids = references.map(({ id }) => id).filter((id) => id.startsWith('rank/'));
    expect(ids).toEqual(Object.keys(groups).map((group) => `rank/${group}`));
  });
});

describe('cuisines rated in food-world-cup-2014', () => {
  const rows = readRows('food-world-cup-2014');
  const reference = readReferences('food-world-cup-2014').find(
    ({ id }) => id === 'rank/pairwise on those who rated both',
  )?.value;
  const columns = Object.keys(rows[0] ?? {}).slice(3, 43);

  it('give the same majorities, Schulze orders and agreement when ratings are read as ranks', () => {
    // 5 is liked best, so the rank is its negative; N/A is an answer off the scale.
    const ranks = rows.map((row) =>
      Object.fromEntries(
        columns.map((column) => [column, /^[1-5]$/.test(row[column] ?? '') ? `-${row[column]}` : '']),
      ),
    );
    const names = columns.map((column) => /cuisine of (.*?)[.:]?$/.exec(column)?.[1] ?? '');
    const all = rankingInReferenceWords(rankTable(ranks, columns), names);
    const majorities = all.condorcet_both_ranked;
    expectRanking(reference, {
      ...all,
      pairwise: all.pairwise_both_ranked,
      condorcet_winner: majorities.condorcet_winner,
      condorcet_loser: majorities.condorcet_loser,
      copeland: majorities.copeland,
      schulze_order: majorities.schulze_winning_votes.order,
      schulze_has_ties: majorities.schulze_winning_votes.has_ties,
      schulze_margins_order: majorities.schulze_margins.order,
      kendall_w_complete_raters: all.kendall_w_complete_rankings,
    });
  });
});
