// The libraries of two waves as a reader may see them: a part of each wave whose rest must not come out by subtracting.
import type { WaveComparison, WaveLine, WavePanel } from '../results.ts';
import { minimums } from './minimums.ts';

/** The copy of a comparison whose figures were disclosed already. */
export function discloseWaves(comparison: WaveComparison): WaveComparison {
  return {
    ...comparison,
    questions: comparison.questions.map((question) => ({
      ...question,
      lines: question.lines.map((line) => ({
        ...line,
        panel: line.panel && disclosePanel(line.panel, line),
      })),
    })),
  };
}

/**
 * The panel is a cross: nothing under ten libraries, nor where the answers outside it are so few that they are the
 * difference between two figures of one page; counts of libraries that moved and their means only where no
 * one to four of them stand apart.
 */
function disclosePanel(panel: WavePanel, { first, second }: WaveLine): WavePanel | null {
  const outside = [(first.base ?? 0) - panel.firstAnswers, (second.base ?? 0) - panel.secondAnswers];
  const closed = first.openness !== 'full' || second.openness !== 'full';
  if (closed || panel.libraries < minimums.cross || outside.some(isFew)) return null;
  const { up, down, same, libraries } = panel;
  const movers = [up, down, same].some((count) => isFew(count ?? 0));
  const means = [panel.first, panel.second].some((mean) => {
    const worth = (mean ?? 0) * libraries;
    return isFew(worth) || isFew(libraries - worth);
  });
  return {
    ...panel,
    first: means ? null : panel.first,
    second: means ? null : panel.second,
    up: movers ? null : up,
    down: movers ? null : down,
    same: movers ? null : same,
    p: movers ? null : panel.p,
  };
}

/** More than nobody and fewer than a cell; a part of a library counts as one. */
function isFew(count: number): boolean {
  return count > 1e-9 && count < minimums.cell - 1e-9;
}
