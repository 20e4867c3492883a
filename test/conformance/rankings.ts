// A table of ranks in the words of the reference: every number it has about group orders, under both treatments of
// what a member leaves unranked.
import { type Ballot, ballotOfRanks, comparingRankedOnly, places } from '../../analysis/panel/ballot.ts';
import { type BordaVariant, bordaPoints } from '../../analysis/panel/borda-variants.ts';
import { condorcet } from '../../analysis/panel/condorcet.ts';
import { copeland } from '../../analysis/panel/copeland.ts';
import { kemeny } from '../../analysis/panel/kemeny.ts';
import { kendallsW } from '../../analysis/panel/kendalls-w.ts';
import { minimax } from '../../analysis/panel/minimax.ts';
import { type Pairwise, pairwise } from '../../analysis/panel/pairwise.ts';
import { plackettLuce } from '../../analysis/panel/plackett-luce.ts';
import { type MajorityStrength, schulze } from '../../analysis/panel/schulze.ts';
import { placeSpread } from '../../analysis/panel/spread.ts';
import { summarise } from '../../analysis/statistics/summary.ts';

/** Ranks per member in the order of the items, smaller first; null where the member did not rank. */
export type RankTable = readonly (readonly (number | null)[])[];

/** Orders the reference lists of those that are equally good. */
const LISTED = 50;

/** All parts of a `rank` result. What takes long or does not exist is only computed when it is asked for. */
export function rankingInReferenceWords(table: RankTable, items: readonly string[]) {
  const ballots = table.map((ranks) => ballotOfRanks(ranks, items));
  const rankedOnly = ballots.map((ballot) => comparingRankedOnly(ballot, items));
  const treatments = { unranked_last: pairwise(ballots, items), both_ranked: pairwise(rankedOnly, items) };
  return {
    voters: ballots.length,
    items,
    ...placesInWords(ballots, rankedOnly, items),
    pairwise_unranked_last: treatments.unranked_last.before,
    pairwise_both_ranked: treatments.both_ranked.before,
    borda_unranked_tied_last: bordaInWords(ballots, items, 'unrankedLast'),
    borda_unranked_zero: bordaInWords(ballots, items, 'unrankedZero'),
    borda_modified: bordaInWords(ballots, items, 'modified'),
    kendall_w_complete_rankings: agreementInWords(rankedOnly, items),
    kendall_w_unranked_tied_last: agreementInWords(ballots, items),
    condorcet_unranked_last: majoritiesInWords(treatments.unranked_last),
    condorcet_both_ranked: majoritiesInWords(treatments.both_ranked),
    kemeny_unranked_last: kemenyInWords(treatments.unranked_last),
    kemeny_both_ranked: kemenyInWords(treatments.both_ranked),
    plackett_luce: worthsInWords(ballots, items),
  };
}

function placesInWords(ballots: readonly Ballot[], rankedOnly: readonly Ballot[], items: readonly string[]) {
  const spread = placeSpread(rankedOnly, items) ?? [];
  const rows = rankedOnly.map((ballot) => places(ballot, items));
  const summaries = items.map((_, index) => summarise(rows.flatMap((row) => row[index] ?? [])));
  return {
    n_ranked: spread.map(({ base }) => base),
    first_places: spread.map(({ first }) => first),
    mean_rank_ranked_only: spread.map(({ meanPlace }) => meanPlace),
    sd_rank_ranked_only: summaries.map((summary) => summary?.standardDeviation),
    median_rank_ranked_only: summaries.map((summary) => summary?.median),
    mean_rank_unranked_tied_last: placeSpread(ballots, items)?.map(({ meanPlace }) => meanPlace),
  };
}

function bordaInWords(ballots: readonly Ballot[], items: readonly string[], variant: BordaVariant): unknown {
  const lines = bordaPoints(ballots, items, variant) ?? [];
  return { points: lines.map(({ points }) => points), order: orderOf(lines) };
}

function agreementInWords(ballots: readonly Ballot[], items: readonly string[]): unknown {
  const found = kendallsW(ballots, items);
  return {
    m: found.base,
    n: found.items,
    S: found.squares,
    tie_term: found.ties,
    W_tie_corrected: found.estimate,
    W_uncorrected: found.uncorrected,
    chi2: found.chiSquare,
    df: found.degreesOfFreedom,
    p: found.p,
    mean_spearman: found.meanSpearman,
  };
}

function majoritiesInWords(pairs: Pairwise) {
  const { margins, winner, loser, cycle } = condorcet(pairs);
  const worst = minimax(pairs) ?? [];
  return {
    margins,
    condorcet_winner: winner,
    condorcet_loser: loser,
    majority_cycle: cycle,
    copeland: copeland(pairs)?.map(({ wins, losses }) => wins - losses),
    minimax_worst_margin: worst.map(({ worstMargin }) => worstMargin),
    minimax_order: orderOf(worst),
    schulze_winning_votes: schulzeInWords(pairs, 'winningVotes'),
    schulze_margins: schulzeInWords(pairs, 'margins'),
  };
}

function schulzeInWords(pairs: Pairwise, strength: MajorityStrength) {
  const { lines = [], paths, winners } = schulze(pairs, strength) ?? {};
  const wins = lines.map((line) => line.wins);
  return { paths, wins, order: orderOf(lines), has_ties: new Set(wins).size < wins.length, winner: winners };
}

function kemenyInWords(pairs: Pairwise): unknown {
  const found = kemeny(pairs);
  if (found?.kind !== 'orders') return found;
  return {
    min_disagreements: found.distance,
    n_optimal_orders: found.optimalCount,
    optimal_orders: found.optimal.slice(0, LISTED),
    listed: Math.min(LISTED, found.optimalCount),
  };
}

function worthsInWords(ballots: readonly Ballot[], items: readonly string[]): unknown {
  const found = plackettLuce(ballots, items, { tolerance: 1e-13, standardErrors: true });
  return {
    n_rankings: found.base,
    loglik: found.logLikelihood,
    log_worth_sum_zero: found.lines.map(({ logWorth }) => logWorth),
    worth_sum_one: found.lines.map(({ worth }) => worth),
    se_log_worth_vs_last_item: found.lines.map(({ standardError }) => standardError),
    order: orderOf(found.lines),
  };
}

/** Items by place; those with the same place in the order of the table, as the reference has them. */
function orderOf(
  lines: readonly { readonly item: string; readonly place: number | null }[],
): readonly string[] {
  return [...lines]
    .sort((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity))
    .map(({ item }) => item);
}
