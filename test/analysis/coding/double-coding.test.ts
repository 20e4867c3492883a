// Which remarks are read twice, and what two codings say of the codebook.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codedAlike,
  codingAgreement,
  sampleOf,
  sampleSize,
  valenceAgreement,
} from '../../../analysis/coding/double-coding.ts';

const text = (words: string) => ({ nl: words, en: words });
const frame = {
  services: [
    { code: 'a', label: text('A') },
    { code: 'b', label: text('B') },
    { code: 'c', label: text('C') },
  ],
  themes: [{ code: 't', label: text('T') }],
};
const twice = (first: readonly string[], second: readonly string[], count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `${first.join('')}${second.join('')}${place}`,
    first: { services: first, themes: ['t'] },
    second: { services: second, themes: ['t'] },
  }));

describe('the remarks that are coded twice', () => {
  it('are a fifth of them, thirty at least, and never more than there are', () => {
    expect([0, 12, 30, 100, 150, 151, 1000].map(sampleSize)).toEqual([0, 12, 30, 30, 30, 31, 200]);
  });

  it('are the same in whatever order they come, and others only make room at the end', () => {
    const remarks = Array.from({ length: 80 }, (_, place) => ({ id: `opmerking-${place}` }));
    const ids = sampleOf(remarks, 'ooo').map(({ id }) => id);
    expect(ids.length).toBe(30);
    expect(sampleOf(remarks.toReversed(), 'ooo').map(({ id }) => id)).toEqual(ids);
    const without = sampleOf(
      remarks.filter(({ id }) => id !== ids[3]),
      'ooo',
    ).map(({ id }) => id);
    expect(without.slice(0, 29)).toEqual(ids.filter((id) => id !== ids[3]));
    expect(sampleOf(remarks, 'other').map(({ id }) => id)).not.toEqual(ids);
  });
});

describe('agreement of two coders', () => {
  // Of 50 remarks 20 have code a by both, 5 by the first alone, 10 by the second alone: the table of kappa-interval.test.ts.
  const remarks = [
    ...twice(['a'], ['a'], 20),
    ...twice(['a'], ['b'], 5),
    ...twice(['b'], ['a'], 10),
    ...twice(['b'], ['b'], 12),
    ...twice(['c'], ['c'], 3),
  ];
  const [services, themes] = codingAgreement(frame, remarks);

  it('has kappa with its interval and the counts for each code, the least agreed on first', () => {
    expect(services?.codes.map(({ code }) => code)).toEqual(['b', 'a', 'c']);
    expect(services?.codes[1]).toMatchObject({
      both: 20,
      onlyFirst: 5,
      onlySecond: 10,
      neither: 15,
      few: false,
    });
    expect(services?.codes[1]?.kappa).toBeCloseTo(0.4, 12);
    expect(services?.codes[1]?.interval?.lower).toBeCloseTo(0.151092290477, 10);
    expect(services?.codes[1]?.agreement).toBe(0.7);
  });

  it('does not judge a code that fewer than five remarks have', () => {
    expect(services?.codes[2]).toMatchObject({ code: 'c', few: true, kappa: 1, interval: null });
  });

  it('says which codes stand for each other', () => {
    expect(services?.confusions).toEqual([{ one: text('A'), other: text('B'), count: 15 }]);
  });

  it('reads alpha over all codes, and has none where both gave everything the same code', () => {
    expect(services?.reading).toBe('low');
    expect(themes).toMatchObject({ alpha: null, reading: null });
    expect(codingAgreement(frame, twice(['a'], ['a'], 9).concat(twice(['b'], ['b'], 9)))[0]).toMatchObject({
      alpha: 1,
      reading: 'firm',
    });
  });

  it('is the same whoever is called the first', () => {
    const codes = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, codes), { minLength: 1, maxLength: 20 }), (pairs) => {
        const all = pairs.flatMap(([first, second], place) =>
          twice(first, second, 1).map((one) => ({ ...one, id: String(place) })),
        );
        const turned = all.map(({ id, first, second }) => ({ id, first: second, second: first }));
        const [one, other] = [codingAgreement(frame, all)[0], codingAgreement(frame, turned)[0]];
        expect(other?.alpha).toEqual(one?.alpha === null ? null : expect.closeTo(one?.alpha ?? 0, 10));
        expect(other?.confusions).toEqual(one?.confusions);
        const kappas = (from: typeof one) => new Map(from?.codes.map(({ code, kappa }) => [code, kappa]));
        for (const [code, kappa] of kappas(one)) {
          const turnedKappa = kappas(other).get(code);
          if (kappa === null) expect(turnedKappa).toBeNull();
          else expect(turnedKappa).toBeCloseTo(kappa, 10);
        }
      }),
    );
  });

  it('is alike only where all codes are, in any order', () => {
    const codes = (...services: string[]) => ({ services, themes: ['t'], valence: null });
    expect(codedAlike({ first: codes('a', 'b'), second: codes('b', 'a') })).toBe(true);
    expect(codedAlike({ first: codes('a', 'b'), second: codes('a') })).toBe(false);
    const praise = { ...codes('a'), valence: 'praise' } as const;
    expect(codedAlike({ first: praise, second: { ...praise, valence: 'question' } })).toBe(false);
    expect(codedAlike({ first: praise, second: codes('a') })).toBe(true);
  });

  it('has kappa with its interval for the direction, of remarks of which both told one', () => {
    const by = (valence: 'praise' | 'criticism' | null) => ({ services: ['a'], themes: ['t'], valence });
    const times = (first: ReturnType<typeof by>, second: ReturnType<typeof by>, count: number) =>
      Array.from({ length: count }, () => ({ first, second }));
    // The same table as above: 20, 5, 10 and 15.
    const found = valenceAgreement([
      ...times(by('praise'), by('praise'), 20),
      ...times(by('praise'), by('criticism'), 5),
      ...times(by('criticism'), by('praise'), 10),
      ...times(by('criticism'), by('criticism'), 15),
      ...times(by(null), by('praise'), 4),
    ]);
    expect(found).toMatchObject({ remarks: 50, agreement: 0.7 });
    expect(found?.kappa).toBeCloseTo(0.4, 12);
    expect(found?.interval?.lower).toBeCloseTo(0.151092290477, 10);
    expect(valenceAgreement(times(by(null), by('praise'), 4))).toBeNull();
  });
});
