// The needs as readers may see them: with an indicator hidden goes whatever would tell of it, also the place of its need
// among the others and what the matrix of evidence says of it.
import { cellWith, levelOf, supports } from '../needs/evidence.ts';
import { finalOrder } from '../panel/final-order.ts';
import type { EvidenceCell, NeedResult, NeedSource } from '../results/needs.ts';
import type { Discrepancy } from '../results/survey.ts';
import type { ToleranceZone } from '../statistics/tolerance-zone.ts';
import { isSmall } from './lines.ts';
import { minimums } from './minimums.ts';
import { openSign } from './shares.ts';
import { opennessOf } from './views.ts';

/** The copy of all needs of a project for every reader but the operator. */
export function openNeeds(needs: readonly NeedResult[]): readonly NeedResult[] {
  return inOpenOrder(discloseQuadrant(needs.map(discloseNeed), needs), needs);
}

function discloseNeed(need: NeedResult): NeedResult {
  const sources = need.sources.map((source) => {
    const indicators = source.indicators.map(openSign);
    const open = { ...source, indicators };
    // With an indicator hidden, the mean of the rest and of all together would give it back.
    return isShut(open) ? { ...open, score: null } : open;
  });
  const hides = sources.some(isShut);
  const evidence = need.evidence.map((cell) => openCell(cell, need.sources, sources));
  return {
    ...need,
    ...(hides ? levelOf(evidence) : {}),
    evidence,
    sources,
    score: hides ? null : need.score,
    interval: hides ? null : need.interval,
    discrepancy: need.discrepancy && discloseDiscrepancy(need.discrepancy),
  };
}

function isShut({ indicators }: NeedSource): boolean {
  return indicators.some(({ share }) => share.openness === 'withheld');
}

/** A cell of the matrix without the indicators that are hidden: that they support the need tells of their shares. */
function openCell(
  cell: EvidenceCell,
  full: readonly NeedSource[],
  open: readonly NeedSource[],
): EvidenceCell {
  const source = open.find(({ kind }) => kind === cell.kind);
  if (!source || !isShut(source)) return cell;
  const whole = full.find(({ kind }) => kind === cell.kind)?.indicators ?? [];
  const hidden = source.indicators.filter(
    ({ share }, place) => share.openness === 'withheld' && supports(whole[place]?.share),
  ).length;
  const { kind, contradicts } = cell;
  const counts = { count: cell.count - hidden, supports: cell.supports - hidden, contradicts };
  // How strongly the source speaks was judged by a score that is hidden now.
  return cellWith(kind, counts, false);
}

/**
 * Needs in an order that hidden scores had no part in. Where one is hidden, the others of its list are ranked among
 * themselves, it has no place, and no flag is raised: the panel ranked all of them.
 */
function inOpenOrder(open: readonly NeedResult[], needs: readonly NeedResult[]): readonly NeedResult[] {
  const hidden = needs.filter(({ score }, place) => score !== null && open[place]?.score === null);
  if (hidden.length === 0) return open;
  const shut = new Set(hidden.map(({ parent }) => parent));
  const byCode = open.toSorted((one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }));
  const toOrder = byCode.map(({ code, parent, score }) => ({
    id: code,
    parent,
    panel: null,
    evidence: score,
  }));
  return finalOrder(toOrder).flatMap(({ id, evidenceRank }) => {
    const need = open.find(({ code }) => code === id);
    if (!need) return [];
    return shut.has(need.parent) ? [{ ...need, rank: evidenceRank, flag: null }] : [need];
  });
}

function discloseDiscrepancy(discrepancy: Discrepancy): Discrepancy | null {
  const openness = opennessOf(discrepancy.n, false);
  if (openness === 'withheld' || openness === 'countOnly') return null;
  // The third rating leaves people out of its own base; what is few there goes alone.
  const zone = discrepancy.zone && hidesZone(discrepancy.zone, discrepancy.n ?? 0) ? null : discrepancy.zone;
  if (openness === 'full') return { ...discrepancy, zone };
  const { paired, ranked } = discrepancy;
  return {
    ...discrepancy,
    zone,
    paired: paired && { ...paired, interval: null },
    ranked: ranked && { ...ranked, interval: null },
    corner: null,
  };
}

function hidesZone({ base, inconsistent }: ToleranceZone, people: number): boolean {
  const left = people - base;
  return base < minimums.distribution || isSmall(left) || isSmall(inconsistent);
}

/** Where the lines of the quadrant cross is a mean over needs: with one of them hidden it would give that one back. */
function discloseQuadrant(needs: readonly NeedResult[], all: readonly NeedResult[]): readonly NeedResult[] {
  const hides = all.some(({ discrepancy }, place) => discrepancy !== null && !needs[place]?.discrepancy);
  if (!hides) return needs;
  return needs.map((need) => ({
    ...need,
    discrepancy: need.discrepancy && { ...need.discrepancy, corner: null, crosshair: null },
  }));
}
