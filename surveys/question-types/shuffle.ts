// An order of its own for every respondent, made from one stored number: the same seed gives the same order again.

/** A permutation of 0 … count-1 by seed and question code; the same for the same three. */
export function shuffledOrder(seed: number, question: string, count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  const next = mulberry32(seed ^ hashOf(question));
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

/** FNV-1a, 32 bits: questions of one respondent must not share an order. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** Mulberry32 (Tommy Ettinger, public domain): numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
