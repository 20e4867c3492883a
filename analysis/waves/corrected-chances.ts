// The exact tests of one comparison are many: each p is raised for all of them, so that chance alone is no finding.
import type { WaveComparison } from '../results/waves.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';

/** The comparison with every p corrected for all that can be seen in it, after Benjamini and Hochberg. */
export function withCorrectedChances(comparison: WaveComparison): WaveComparison {
  const lines = comparison.questions.flatMap((question) => question.lines);
  const corrected = benjaminiHochberg(lines.map(({ panel }) => (panel && moved(panel) ? panel.p : null)));
  const perLine = new Map(lines.map((line, place) => [line, corrected[place] ?? null]));
  return {
    ...comparison,
    tested: corrected.filter((p) => p !== null).length,
    questions: comparison.questions.map((question) => ({
      ...question,
      lines: question.lines.map((line) => ({
        ...line,
        panel: line.panel && { ...line.panel, corrected: perLine.get(line) ?? null },
      })),
    })),
  };
}

/** Where nobody moved there is nothing that chance could explain, and nothing was tested. */
function moved({ up, down }: { readonly up: number | null; readonly down: number | null }): boolean {
  return (up ?? 0) + (down ?? 0) > 0;
}
