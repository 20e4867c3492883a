// Figures that stand beside another one, as a reader may see them. Over the whole survey they are sums of lines that every
// reader sees (docs/rules.md, Few people); their groups were decided where they were counted.
import type { Share } from '../figure.ts';
import type {
  BalanceRow,
  GapScores,
  PartShare,
  SideBySideResult,
  SurveySide,
  TwoSurveysRow,
} from '../side-by-side/results.ts';
import { discloseShare, lineShare } from './shares.ts';
import { opennessOf, partView, wholeView } from './views.ts';

const open = (share: Share) => lineShare(share, wholeView);

export function discloseSideBySide(result: SideBySideResult): SideBySideResult {
  switch (result.kind) {
    case 'balance':
      return { ...result, rows: result.rows.map(openRow) };
    case 'steps':
      return { ...result, rows: result.rows.map((row) => ({ ...row, reached: row.reached.map(open) })) };
    case 'gap':
      return {
        ...result,
        rows: result.rows.map((row) => ({
          ...row,
          everybody: open(row.everybody),
          scores: openScores(row.scores),
          groupScores: (row.groupScores ?? []).map((scores) => openScores(scores, true)),
        })),
      };
    case 'required':
      // Each level is held against something else, so that the whole is a cross of answers and levels.
      return {
        ...result,
        rows: result.rows.map((row) => ({ ...row, everybody: discloseShare(row.everybody, partView) })),
      };
    case 'reference':
      return { ...result, share: open(result.share) };
    case 'part':
      return { ...result, part: openPart(result.part) };
    case 'twoSurveys':
      return { ...result, rows: result.rows.map(openTwoSurveys) };
  }
}

/** As the gap scores of needs: from as many people as a spread is shown of. */
function openScores(scores: GapScores | null, crossed = false): GapScores | null {
  const openness = opennessOf(scores?.n ?? null, crossed);
  return openness === 'full' || openness === 'smallGroup' ? scores : null;
}

/** As a mean of everybody: nothing below the base of a distribution, an interval from the base of a verdict on. */
function openPart(part: PartShare): PartShare {
  const openness = opennessOf(part.base, false);
  if (openness === 'full') return part;
  if (openness === 'smallGroup') return { ...part, interval: null, openness };
  return { base: null, estimate: null, interval: null, openness: 'withheld' };
}

function openRow(row: BalanceRow): BalanceRow {
  const [first, second] = [open(row.first), open(row.second)];
  const told = first.estimate !== null && second.estimate !== null;
  const sure = first.openness === 'full' && second.openness === 'full';
  return {
    ...row,
    first,
    second,
    net: told && row.net ? { ...row.net, interval: sure ? row.net.interval : null } : null,
  };
}

/**
 * Each side on its own base, as a line of the distribution of its own survey. Two surveys are two groups of people, none of
 * them part of the other: subtracting the one from the other tells nothing about a few of either.
 */
function openTwoSurveys(row: TwoSurveysRow): TwoSurveysRow {
  const [first, second] = [openSide(row.first), openSide(row.second)];
  const told = first.share.estimate !== null && second.share.estimate !== null;
  return { ...row, first, second, difference: told ? row.difference : null };
}

function openSide({ share, median }: SurveySide): SurveySide {
  const shown = open(share);
  return { share: shown, median: shown.openness === 'withheld' ? null : median };
}
