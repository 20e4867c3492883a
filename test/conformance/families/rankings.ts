// Group orders: items that were ranked, and items that were rated and are read as ranked.
import { type Case, NotMapped } from '../case.ts';
import { findColumn, type Words } from '../columns.ts';
import { type Family, hasKeys, subject, wordsUnder } from '../family.ts';
import { type RankTable, rankingInReferenceWords } from '../rankings.ts';
import { numbersOf } from '../scales.ts';

export const ranking: Family = {
  name: 'ranking',
  recognises: (value) => hasKeys(value, 'voters', 'items', 'first_places'),
  compute: ({ id, value }, one) => {
    const items = wordsUnder(value, 'items');
    const rows = rankRows(one, items, 1);
    const voters = hasKeys(value, 'voters') ? value.voters : null;
    const chosen = choices(one, rows, subject(id)).find((table) => table.length === voters);
    if (!chosen) throw new NotMapped('whose rankings are meant is not in the id');
    return rankingInReferenceWords(chosen, items);
  },
};

export const rankingOfRatings: Family = {
  name: 'ranking of ratings',
  recognises: (value) => hasKeys(value, 'voters', 'items', 'pairwise'),
  compute: ({ value }, one) => {
    const items = wordsUnder(value, 'items');
    // Ratings are better the higher, ranks the lower.
    const all = rankingInReferenceWords(rankRows(one, items, -1).filter(anyRanked), items);
    const majorities = all.condorcet_both_ranked;
    return {
      ...all,
      pairwise: all.pairwise_both_ranked,
      condorcet_winner: majorities.condorcet_winner,
      condorcet_loser: majorities.condorcet_loser,
      copeland: majorities.copeland,
      schulze_order: majorities.schulze_winning_votes.order,
      schulze_has_ties: majorities.schulze_winning_votes.has_ties,
      schulze_margins_order: majorities.schulze_margins.order,
      kendall_w_complete_raters: all.kendall_w_complete_rankings,
    };
  },
};

type Ranks = RankTable[number];

/** Beside ticks of the same items, the ranks are the column of numbers. */
function isNumbers(words: Words): boolean {
  return words.every((word) => word.trim() === '' || Number.isFinite(Number(word)));
}

function rankRows(one: Case, items: readonly string[], sign: 1 | -1): RankTable {
  const columns = items.map((item) => numbersOf(one, findColumn(one, item, isNumbers)));
  return Array.from({ length: one.rows }, (_, row) =>
    columns.map((column) => {
      const rank = column[row] ?? null;
      return rank === null ? null : sign * rank;
    }),
  );
}

function anyRanked(ranks: Ranks): boolean {
  return ranks.some((rank) => rank !== null);
}

/**
 * Whose rankings an id may speak of: everybody who ranked anything, who ranked all, who gave the answer the id names,
 * and who ticked everything of the same items.
 */
function choices(one: Case, rows: RankTable, name: string): readonly RankTable[] {
  const complete = (ranks: Ranks) => ranks.every((rank) => rank !== null);
  const within = [...one.columns.values()].find((words) => words.includes(name));
  const ofGroup = within ? rows.filter((_, row) => within[row] === name) : [];
  const mapped = one.mapping.results?.[`rank/${name}`]?.answered;
  const answered = (Array.isArray(mapped) ? mapped : []).map((column) => findColumn(one, String(column)));
  const ofAnswered = rows.filter((_, row) => answered.every((words) => words[row] !== ''));
  return [
    ...(within ? [ofGroup.filter(anyRanked), ofGroup.filter(complete)] : []),
    ...(answered.length > 0 ? [ofAnswered.filter(complete)] : []),
    rows.filter(anyRanked),
    rows.filter(complete),
  ];
}
