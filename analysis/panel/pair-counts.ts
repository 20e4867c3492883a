/**
 * Counting pairs of items over many ballots, thirty-two pairs at a time: the counters of an item stand upright in bits, a
 * word per power of two, and eight ballots go in at once with a few bitwise steps instead of one addition per pair.
 */

/** Ticks of a row: bit `j % 32` of word `j >> 5` is item j. */
export type Ticks = Int32Array;

export interface PairCounts {
  /** Room for the ticks of one row, all clear. */
  ticks(): Ticks;
  /** Adds one to the pair of `item` with each ticked item; once per item and ballot. */
  add(item: number, ticks: Ticks): void;
  /** What comes is of the next ballot. */
  next(): void;
  /** The counts as they are now, a row per item. */
  table(): readonly (readonly number[])[];
}

/** Ballots that go in at once. */
const BLOCK = 8;

/**
 * Counters for pairs of so many items, all at nothing.
 * Source: carry-save adders in blocks of eight, Harley & Seal (Warren 2012, Hacker's Delight, ch. 5).
 *
 * @param ballots how many there will be at most
 * @example const counts = pairCounts(2, 5); const one = counts.ticks(); tick(one, 1); counts.add(0, one); counts.table() // [[0, 1], [0, 0]]
 */
export function pairCounts(items: number, ballots: number): PairCounts {
  const words = Math.ceil(items / 32);
  // One more than the number needs: a carry always has a place to go.
  const levels = Math.max(4, Math.ceil(Math.log2(ballots + 1)) + 1);
  const planes = new Int32Array(items * words * levels);
  // A sheet per ballot: writing runs through it, adding reads one word of each.
  const size = items * words;
  const block = new Int32Array(size * BLOCK);
  let slot = 0;
  const empty = () => {
    for (let word = 0; word < size; word += 1) addBlock(planes, word * levels, block, word, size);
    block.fill(0);
    slot = 0;
  };
  return {
    ticks: () => new Int32Array(words),
    add: (item, ticks) => {
      const start = slot * size + item * words;
      for (let word = 0; word < words; word += 1) block[start + word] = ticks[word] as number; // as long as the row
    },
    next: () => {
      slot += 1;
      if (slot === BLOCK) empty();
    },
    table: () => {
      empty();
      const countOf = (item: number, other: number) => {
        const start = (item * words + (other >> 5)) * levels;
        const plane = planes.subarray(start, start + levels);
        return plane.reduceRight((count, word) => 2 * count + ((word >>> (other & 31)) & 1), 0);
      };
      const all = Array.from({ length: items }, (_, item) => item);
      return all.map((item) => all.map((other) => countOf(item, other)));
    },
  };
}

/** Ticks an item. */
export function tick(ticks: Ticks, item: number): void {
  ticks[item >> 5] = (ticks[item >> 5] ?? 0) | (1 << (item & 31));
}

/** Adds the words of eight ballots to the counters of one word: ones, twos and fours by adders, the eights as a carry. */
function addBlock(planes: Int32Array, start: number, block: Int32Array, from: number, size: number): void {
  // Within both arrays by how they were made: the casts spare a look at every one of millions of words.
  const at = (index: number) => block[from + index * size] as number;
  const a = planes[start] as number;
  const [b, c] = [at(0), at(1)];
  const ab = a ^ b;
  const ones1 = ab ^ c;
  const twos1 = (a & b) | (ab & c);
  const d = at(2);
  const e = at(3);
  const od = ones1 ^ d;
  const ones2 = od ^ e;
  const twos2 = (ones1 & d) | (od & e);
  const f = at(4);
  const g = at(5);
  const of = ones2 ^ f;
  const ones3 = of ^ g;
  const twos3 = (ones2 & f) | (of & g);
  const h = at(6);
  const i = at(7);
  const oh = ones3 ^ h;
  planes[start] = oh ^ i;
  const twos4 = (ones3 & h) | (oh & i);
  const two = planes[start + 1] as number;
  const t1 = two ^ twos1;
  const twosA = t1 ^ twos2;
  const fours1 = (two & twos1) | (t1 & twos2);
  const t3 = twosA ^ twos3;
  planes[start + 1] = t3 ^ twos4;
  const fours2 = (twosA & twos3) | (t3 & twos4);
  const four = planes[start + 2] as number;
  const u = four ^ fours1;
  planes[start + 2] = u ^ fours2;
  let carry = (four & fours1) | (u & fours2);
  for (let level = start + 3; carry !== 0; level += 1) {
    const plane = planes[level] as number;
    planes[level] = plane ^ carry;
    carry &= plane;
  }
}
