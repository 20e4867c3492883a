// What changed between two texts, word by word, with the words as they were written.
import { wordsOf } from './likeness.ts';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * The later text with what was added and what is gone, in reading order, from the longest series of words both have
 * (capitals and signs aside). Words that stand next to each other and changed alike are one piece.
 */
export function wordChanges(before: string, after: string): readonly Piece[] {
  const [left, right] = [written(before), written(after)];
  const lengths = commonLengths(left, right);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [old, now] = [left[i], right[j]];
    if (old !== undefined && now !== undefined && bare(old) === bare(now)) {
      pieces.push({ kind: 'same', text: now });
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      pieces.push({ kind: 'removed', text: old });
      i += 1;
    } else if (now !== undefined) {
      pieces.push({ kind: 'added', text: now });
      j += 1;
    }
  }
  return joined(pieces);
}

function written(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function bare(word: string): string {
  return wordsOf(word).join(' ') || word;
}

/** How many words the rest of both texts have in common, from each place on. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] =
        bare(left[i] ?? '') === bare(right[j] ?? '')
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) result.splice(-1, 1, { ...last, text: `${last.text} ${piece.text}` });
    else result.push(piece);
  }
  return result;
}
