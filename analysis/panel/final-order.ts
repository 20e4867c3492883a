/**
 * The final list of needs: the panel's order leads, evidence breaks exact ties and raises flags, and
 * a child stands under its parent. A flag never moves a need.
 */
import { competitionRanks, SAME_SCORE } from '../statistics/competition-rank.ts';

/** A need as the panel and the evidence left it. */
export interface NeedToOrder {
  readonly id: string;
  /** Parent need; null or left out at the top level. */
  readonly parent?: string | null | undefined;
  /** Panel score 0-100 in its own list (Borda score100); null when the panel has not spoken. */
  readonly panel: number | null;
  /** Evidence score 0-100; null without evidence. */
  readonly evidence: number | null;
  /** Decides between needs the panel put level, more first; evidence does when left out. */
  readonly tieBreak?: number | null | undefined;
}

export type OrderFlag = 'evidenceHigher' | 'panelHigher' | 'noEvidence';

export interface OrderedNeed {
  readonly id: string;
  readonly parent: string | null;
  /** Position in the whole list, from 1. */
  readonly position: number;
  /** 0 at the top level. */
  readonly depth: number;
  /** Place within its own list; needs equal in panel and evidence share it. */
  readonly place: number;
  /** Places within its own list by panel alone and by evidence alone; null without a score. */
  readonly panelRank: number | null;
  readonly evidenceRank: number | null;
  readonly flag: OrderFlag | null;
}

/** From this many places apart, panel and evidence are flagged (docs/rules.md, Panel). */
export const FLAG_FROM = 3;

/**
 * Final order, panel first. Ranks are taken within a list of siblings, so a need is compared with what the
 * panel compared it with; a parent comes right before its children. Until a panel has spoken the evidence
 * orders the list.
 *
 * @param needs in code order, which decides between needs that are equal in everything
 * @param flagFrom places between panel and evidence from which a flag is raised, 3 when left out
 * @throws RangeError when an id is double or a need is its own ancestor
 * @example finalOrder([{ id: 'a', panel: 20, evidence: 5 }, { id: 'b', panel: 80, evidence: 5 }])[0]?.id // 'b'
 */
export function finalOrder(needs: readonly NeedToOrder[], flagFrom = FLAG_FROM): readonly OrderedNeed[] {
  const ids = new Set(needs.map((need) => need.id));
  if (ids.size !== needs.length) throw new RangeError('A need stands in the list twice');
  const lists = new Map<string | null, NeedToOrder[]>();
  for (const need of needs) {
    // A parent outside the list leaves its child at the top.
    const parent =
      need.parent !== undefined && need.parent !== null && ids.has(need.parent) ? need.parent : null;
    const list = lists.get(parent) ?? [];
    list.push(need);
    lists.set(parent, list);
  }
  const ordered: OrderedNeed[] = [];
  const visit = (parent: string | null, depth: number) => {
    for (const line of orderList(lists.get(parent) ?? [], flagFrom)) {
      ordered.push({ ...line, parent, depth, position: ordered.length + 1 });
      visit(line.id, depth + 1);
    }
  };
  visit(null, 0);
  if (ordered.length !== needs.length) throw new RangeError('A need is its own ancestor');
  return ordered;
}

type ListLine = Omit<OrderedNeed, 'parent' | 'depth' | 'position'>;

function orderList(needs: readonly NeedToOrder[], flagFrom: number): readonly ListLine[] {
  const panelRanks = competitionRanks(needs.map((need) => need.panel));
  const evidenceRanks = competitionRanks(needs.map((need) => need.evidence));
  const tieRanks = competitionRanks(needs.map(({ evidence, tieBreak = evidence }) => tieBreak));
  const lines = needs.map((need, index) => {
    const panelRank = panelRanks[index] ?? null;
    const evidenceRank = evidenceRanks[index] ?? null;
    const tieRank = tieRanks[index] ?? null;
    return {
      id: need.id,
      panelRank,
      evidenceRank,
      tieRank,
      flag: flagFor(panelRank, evidenceRank, flagFrom),
    };
  });
  const last = needs.length + 1;
  const compare = (a: RankPair, b: RankPair) =>
    (a.panelRank ?? last) - (b.panelRank ?? last) || (a.tieRank ?? last) - (b.tieRank ?? last);
  // Sorting is stable: what is equal here keeps code order.
  const sorted = [...lines].sort(compare);
  let place = 0;
  return sorted.map((line, index) => {
    const previous = sorted[index - 1];
    if (previous === undefined || compare(previous, line) !== 0) place = index + 1;
    const { id, panelRank, evidenceRank, flag } = line;
    return { id, panelRank, evidenceRank, flag, place };
  });
}

interface RankPair {
  readonly panelRank: number | null;
  readonly tieRank: number | null;
}

function flagFor(panelRank: number | null, evidenceRank: number | null, flagFrom: number): OrderFlag | null {
  if (evidenceRank === null) return 'noEvidence';
  if (panelRank === null) return null;
  if (panelRank - evidenceRank >= flagFrom - SAME_SCORE) return 'evidenceHigher';
  return evidenceRank - panelRank >= flagFrom - SAME_SCORE ? 'panelHigher' : null;
}
