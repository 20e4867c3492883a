// The libraries of two waves as a reader may see them: a part of each wave whose rest must not come out by subtracting.
import type { WaveComparison, WaveFigure, WaveLine, WavePanel } from '../results/waves.ts';
import { withCorrectedChances } from '../waves/corrected-chances.ts';
import { minimums } from './minimums.ts';

/** The copy of a comparison whose figures were disclosed already. */
export function discloseWaves(comparison: WaveComparison): WaveComparison {
  return withCorrectedChances({
    ...comparison,
    questions: comparison.questions.map((question) => {
      // Answers to one variable add up to its panel: with one of them hidden the others would give it back.
      const shut = new Set(question.lines.filter(givesAwayFew).map(({ variable }) => variable));
      return {
        ...question,
        lines: question.lines.map((line) => ({
          ...line,
          panel: line.panel && disclosePanel(line.panel, line, shut.has(line.variable)),
        })),
      };
    }),
  });
}

/**
 * The panel is a cross: nothing under ten libraries, nor where the answers outside it are so few that they are the
 * difference between two figures of one page; counts of libraries that moved and their means only where no
 * one to four of them stand apart, in the table of then by now.
 * @param shut whether the means of this variable stay hidden.
 */
function disclosePanel(panel: WavePanel, { first, second }: WaveLine, shut: boolean): WavePanel | null {
  const outside = [(first.base ?? 0) - panel.firstAnswers, (second.base ?? 0) - panel.secondAnswers];
  const closed = first.openness !== 'full' || second.openness !== 'full';
  if (closed || panel.libraries < minimums.cross || outside.some(isFew)) return null;
  const { up, down, same } = panel;
  // Beside the means, who moved tells how many gave an answer both times, and how many neither time.
  const worth = (panel.first ?? 0) * panel.libraries;
  const both = worth - (down ?? 0);
  const neither = panel.libraries - worth - (up ?? 0);
  const movers = shut || [up, down, same, both, neither].some((count) => isFew(count ?? 0));
  return {
    ...panel,
    first: shut ? null : panel.first,
    second: shut ? null : panel.second,
    up: movers ? null : up,
    down: movers ? null : down,
    same: movers ? null : same,
    p: movers ? null : panel.p,
  };
}

/** Whether the panel's means tell of one to four who gave an answer or did not, in the panel or outside it. */
function givesAwayFew({ panel, first, second }: WaveLine): boolean {
  if (!panel) return false;
  return (
    fewAround(panel.first, panel.firstAnswers, panel.libraries, first) ||
    fewAround(panel.second, panel.secondAnswers, panel.libraries, second)
  );
}

function fewAround(mean: number | null, answers: number, libraries: number, all: WaveFigure): boolean {
  const worth = (mean ?? 0) * libraries;
  if (isFew(worth) || isFew(libraries - worth)) return true;
  // With one answer per library the worth is a count, and the rest of the wave is what lies outside.
  if (answers !== libraries) return false;
  const given = (all.count ?? 0) - worth;
  return isFew(given) || isFew((all.base ?? 0) - answers - given);
}

/** More than nobody and fewer than a cell; a part of a library counts as one. */
function isFew(count: number): boolean {
  return count > 1e-9 && count < minimums.cell - 1e-9;
}
