// The shelf of a need: one book per kind of source the project has, its form saying how strongly it speaks.
import type { EvidenceCell } from '../analysis/results/needs.ts';

export interface Shelf {
  readonly width: number;
  /** Every book spelled out, for who cannot see them. */
  readonly label: string;
  readonly books: readonly {
    readonly letter: string;
    readonly form: EvidenceCell['strength'];
    readonly x: number;
  }[];
}

const pitch = 22;
const strengths: readonly EvidenceCell['strength'][] = ['none', 'weak', 'strong', 'contested'];

/**
 * @param kinds kinds of source the shelf has a place for, in order; open answers are part of the survey (docs/rules.md, Evidence).
 * @param t says a key of the words of reports.
 */
export function shelfOf(
  evidence: readonly EvidenceCell[],
  kinds: readonly string[],
  t: (key: string, values?: Readonly<Record<string, string | number>>) => string,
): Shelf {
  const books = kinds.map((kind, index) => {
    const cells = evidence.filter(
      (cell) => cell.kind === kind || (kind === 'survey' && cell.kind === 'open_answers'),
    );
    const form =
      strengths[Math.max(0, ...cells.map(({ strength }) => strengths.indexOf(strength)))] ?? 'none';
    return { kind, form, x: index * pitch };
  });
  return {
    width: books.length * pitch,
    label: books
      .map(({ kind, form }) =>
        t('report.shelf.book', { kind: t(`report.kind.${kind}`), form: t(`report.shelf.${form}`) }),
      )
      .join(', '),
    books: books.map(({ kind, form, x }) => ({ letter: t(`report.letter.${kind}`), form, x })),
  };
}
