// Lines of words of one description beside those of the one before it: which are the same, changed, new or gone.
import type { Text } from '../questionnaire.ts';
import type { Line } from './framework.ts';
import { likeness, probableSlips, sayTheSame } from './likeness.ts';

/**
 * What became of a line: the same (capitals and spaces aside), the same but for a probable slip of the pen, told in other
 * words, new, or gone. `text` is the line here, or the one that is gone; `before` the line it is held against.
 */
export interface ComparedLine {
  readonly mark: 'same' | 'slip' | 'changed' | 'added' | 'removed';
  readonly text: string;
  readonly before: string | null;
  /** The words that look like a slip, before and here. */
  readonly slips: readonly (readonly [string, string])[];
  readonly note: Text | null;
}

/** Half of their words in common: two lines about the same thing. */
const aboutTheSame = 0.5;

/** Every line here in its own order, then those that are gone. Order itself is no difference. */
export function compareLines(
  before: readonly Line[],
  here: readonly Line[],
  language: string,
): readonly ComparedLine[] {
  const words = (line: Line) => line.text[language] ?? Object.values(line.text)[0] ?? '';
  const partners = pairedLines(before.map(words), here.map(words));
  const lines = here.map((line, index): ComparedLine => {
    const partner = partners.get(index);
    const text = words(line);
    const old = partner === undefined ? undefined : before[partner];
    if (!old) return { mark: 'added', text, before: null, slips: [], note: line.note ?? null };
    const slips = probableSlips(words(old), text) ?? [];
    const mark = sayTheSame(words(old), text) ? 'same' : slips.length > 0 ? 'slip' : 'changed';
    return { mark, text, before: words(old), slips, note: line.note ?? null };
  });
  const taken = new Set(partners.values());
  const gone = before
    .filter((_, index) => !taken.has(index))
    .map(
      (line): ComparedLine => ({ mark: 'removed', text: words(line), before: null, slips: [], note: null }),
    );
  return [...lines, ...gone];
}

/** For each line here the place of its partner: the same line first, then what is most alike. */
function pairedLines(before: readonly string[], here: readonly string[]): ReadonlyMap<number, number> {
  const alike = here
    .flatMap((text, index) =>
      before.map((old, place) => ({
        index,
        place,
        score: sayTheSame(old, text) ? 3 : probableSlips(old, text) ? 2 : likeness(old, text),
      })),
    )
    .filter(({ score }) => score >= aboutTheSame)
    .sort((one, other) => other.score - one.score);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { index, place } of alike) {
    if (partners.has(index) || taken.has(place)) continue;
    partners.set(index, place);
    taken.add(place);
  }
  return partners;
}
