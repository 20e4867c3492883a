// The words of a file from elsewhere against what the project knows: services, libraries, categories of the desk. Only
// words that are the same are matched; everything else is somebody's choice, or stays open and is named.

/** Something of the project a value can stand for. */
export interface Known {
  readonly code: string;
  /** Everything it is called, its code too. */
  readonly names: readonly string[];
}

export interface MatchedValue {
  readonly value: string;
  /** Lines that have it. */
  readonly lines: number;
  /** What it stands for; null while nobody said, or for nothing. */
  readonly code: string | null;
  /** Why: the same words, somebody's choice, said to be nothing of this, or open. */
  readonly how: 'same' | 'chosen' | 'nothing' | 'open';
  /** What was chosen and is not known; empty otherwise. */
  readonly unknown: string;
}

/** The choice that a value stands for nothing the project knows. */
export const nothing = '-';

/**
 * Every different value with what it stands for, in the order of the file.
 * @param values one per line; an empty one is passed over.
 * @param chosen what somebody chose per value: a code, a name, `nothing`, or empty for open.
 */
export function matchedValues(
  values: readonly string[],
  known: readonly Known[],
  chosen: ReadonlyMap<string, string>,
): readonly MatchedValue[] {
  const codeOf = codesByName(known);
  const lines = new Map<string, number>();
  for (const value of values) if (value !== '') lines.set(value, (lines.get(value) ?? 0) + 1);
  return [...lines].map(([value, count]): MatchedValue => {
    const choice = chosen.get(value);
    const as = (code: string | null, how: MatchedValue['how'], unknown = ''): MatchedValue => ({
      value,
      lines: count,
      code,
      how,
      unknown,
    });
    const same = codeOf.get(plainWords(value)) ?? null;
    if (choice === undefined) return same === null ? as(null, 'open') : as(same, 'same');
    if (choice === nothing) return as(null, 'nothing');
    if (choice === '') return as(null, 'open');
    const code = codeOf.get(plainWords(choice)) ?? null;
    if (code === null) return as(null, 'open', choice);
    return as(code, code === same ? 'same' : 'chosen');
  });
}

/** Names that two things share say nothing about which of them is meant. */
function codesByName(known: readonly Known[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { code, names } of known) {
    for (const name of new Set(names.map(plainWords))) {
      const before = found.get(name);
      found.set(name, before === undefined || before === code ? code : null);
    }
  }
  // A code is nobody's but its own.
  for (const { code } of known) found.set(plainWords(code), code);
  return new Map([...found].flatMap(([name, code]) => (code === null ? [] : [[name, code]])));
}

function plainWords(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
