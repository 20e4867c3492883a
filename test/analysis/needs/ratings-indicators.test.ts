// Signs that read a scale: a mean as a place on it, and a gap between two scales, by hand.
import { describe, expect, it } from 'vitest';
import { measureIndicator } from '../../../analysis/needs/indicators.ts';
import { needResults, scoreNeeds } from '../../../analysis/needs/need-results.ts';
import { type Indicator, needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { datasetOf, noRecords, times } from '../small-survey.ts';

const words = (nl: string) => ({ nl });
const read = (indicator: object): Indicator => {
  const { needs } = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [
      {
        code: 'N1',
        label: words('Nood'),
        indicators: [{ source: 'survey', label: words('x'), ...indicator }],
      },
    ],
  });
  const [sign] = needs[0]?.indicators ?? [];
  if (!sign) throw new Error('the need has a sign');
  return sign;
};
const dataset = datasetOf([
  ...times(3, { role: 'desk', 'use.wise': '3', 'skill.wise': '0', 'use.films': '1', 'skill.films': '2' }),
  ...times(1, { role: 'desk', 'use.wise': '3', 'skill.wise': '1', 'use.films': '3', 'skill.films': '0' }),
  ...times(1, { role: 'lead', 'use.wise': '3', 'skill.wise': '2', 'use.films': 'N' }),
  ...times(2, { role: 'lead', 'use.wise': 'N', 'use.films': '0' }),
]);
const input = { surveys: new Map([['small', { dataset, remarks: [] }]]), records: noRecords, register: [] };
const shareOf = (indicator: object) => measureIndicator(read(indicator), 'N1', input)?.share;

describe('a mean as a sign', () => {
  it('is the place of the mean answer between the ends of its scale', () => {
    // 0, 0, 0, 1, 2 on 0-2: mean 0.6, and 0.3 of the way.
    const mean = shareOf({ measure: 'mean', mean: { variable: 'skill.wise' } });
    expect(mean).toMatchObject({ method: 'mean', count: null, base: 5, openness: 'full' });
    expect(mean?.estimate).toBeCloseTo(0.3, 12);
    // Linearised with five libraries: sqrt(5/4 x (3 x 0.06^2 + 0.04^2 + 0.14^2)) = 0.2; qt(0.975, 4) = 2.776445.
    expect(mean?.interval?.lower).toBe(0);
    expect(mean?.interval?.upper).toBeCloseTo(0.3 + 2.776445 * 0.2, 3);
  });

  it('is read from the other end where low answers tell of the need', () => {
    const low = shareOf({ measure: 'mean', mean: { variable: 'skill.wise', lowIsNeed: true } });
    expect(low?.estimate).toBeCloseTo(0.7, 12);
  });

  it('counts only whoever it is limited to', () => {
    const where = [{ variables: ['role'], codes: ['desk'] }];
    const desk = shareOf({ measure: 'mean', mean: { variable: 'skill.wise', where } });
    expect(desk).toMatchObject({ base: 4 });
    expect(desk?.estimate).toBeCloseTo(1 / 8, 12);
  });

  it('is nothing of a question that is not asked, or has no values', () => {
    expect(shareOf({ measure: 'mean', mean: { variable: 'nergens' } })).toBeUndefined();
    expect(shareOf({ measure: 'mean', mean: { variable: 'role' } })).toBeUndefined();
  });
});

describe('the interval of a score or a mean', () => {
  const score = (rows: Parameters<typeof datasetOf>[0], indicator: object) => {
    const surveys = new Map([['small', { dataset: datasetOf(rows), remarks: [] }]]);
    const need = {
      code: 'N1',
      label: words('Nood'),
      indicators: [{ source: 'survey', label: words('x'), ...indicator }],
    };
    const catalogue = needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [need] });
    const [scored] = scoreNeeds(catalogue, { surveys, records: noRecords, register: [] });
    return scored;
  };
  const share = { share: { any: [{ variables: ['stop.time'], codes: ['1'] }] } };
  const yes = { 'stop.time': '1', 'stop.travel': '0', 'skill.wise': '2', 'use.wise': '3' };
  const no = { 'stop.time': '0', 'stop.travel': '1', 'skill.wise': '0', 'use.wise': '3' };

  it('is none where all answers come from one library: nothing tells how libraries differ', () => {
    const one = [...times(15, { ...yes, library: 'een' }), ...times(15, { ...no, library: 'een' })];
    expect(score(one, share)).toMatchObject({ score: 50, interval: null });
    const mean = score(one, { measure: 'mean', mean: { variable: 'skill.wise' } });
    expect(mean?.sources[0]?.indicators[0]?.share).toMatchObject({ estimate: 0.5, interval: null });
  });

  it('is as wide as the sign’s own where everybody says the same', () => {
    const scored = score(times(30, yes), share);
    const own = scored?.sources[0]?.indicators[0]?.share.interval;
    expect(scored?.score).toBe(100);
    expect(scored?.interval?.upper).toBe(100);
    expect(scored?.interval?.lower).toBeCloseTo(100 * (own?.lower ?? 0), 10);
    expect(scored?.interval?.lower).toBeLessThan(90);
    const mean = score(times(30, yes), { measure: 'mean', mean: { variable: 'skill.wise' } });
    expect(mean?.sources[0]?.indicators[0]?.share.interval?.lower).toBeCloseTo(own?.lower ?? 0, 10);
  });

  it('takes Student’s t of one less than the libraries', () => {
    // Three of six: sqrt(6/5 x 6 x (1/12)^2) = 0.2236; qt(0.975, 5) = 2.570582.
    const scored = score([...times(3, yes), ...times(3, no)], share);
    expect(scored?.interval?.upper).toBe(100);
    const large = score([...times(6, yes), ...times(6, no)], share);
    // sqrt(12/11 x 12 x (1/24)^2) = 0.150756; qt(0.975, 11) = 2.200985.
    expect(large?.interval?.lower).toBeCloseTo(50 - 100 * 2.200985 * 0.150756, 3);
  });
});

describe('a gap as a sign', () => {
  it('is the share whose ability lies below the importance', () => {
    const gap = { importance: 'skill.films', ability: 'skill.wise' };
    // Four rated both: three 2 against 0, one 0 against 1.
    expect(shareOf({ measure: 'gap', gap })).toMatchObject({ count: 3, base: 4, estimate: 0.75 });
  });

  it('is nothing between scales that are not alike', () => {
    const gap = { importance: 'use.wise', ability: 'skill.wise' };
    expect(shareOf({ measure: 'gap', gap })).toBeUndefined();
  });
});

describe('the established scores of a need', () => {
  const catalogue = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    needs: [
      {
        code: 'N1',
        label: words('Films'),
        discrepancy: {
          importance: 'skill.films',
          ability: 'skill.wise',
          minimum: 'skill.wise',
          values: 'asIs',
        },
      },
      {
        code: 'N2',
        label: words('Wise'),
        discrepancy: { importance: 'skill.wise', ability: 'skill.films', values: 'asIs' },
      },
      {
        code: 'N3',
        label: words('Anders'),
        discrepancy: { importance: 'use.wise', ability: 'skill.wise', values: 'percent' },
      },
    ],
  });
  const [films, wise, other] = ['N1', 'N2', 'N3'].map(
    (code) =>
      needResults(scoreNeeds(catalogue, input), noRecords, null).find((need) => need.code === code)
        ?.discrepancy,
  );

  it('stand side by side, each as its source defines it', () => {
    // Pairs (importance, ability): three (2, 0) and one (0, 1): means 1.5 and 0.25.
    expect(films).toMatchObject({ n: 4, meanImportance: 1.5, meanAbility: 0.25 });
    expect(films?.weightedDiscrepancy).toBeCloseTo(1.5 * 1.25, 12);
    expect(films?.ranked).toMatchObject({ below: 3, equal: 0, above: 1, estimate: -50 });
    // (3 x (2 + 2) + 0) / 4
    expect(films?.opportunity).toBe(3);
    expect(wise?.ranked?.estimate).toBe(50);
    // Ability below the least one settles for is impossible here: both are the same rating.
    expect(films?.zone).toMatchObject({
      base: 3,
      inconsistent: 1,
      adequacyGap: 0,
      superiorityGap: -2,
      zone: 'within',
    });
  });

  it('have no score on ranks where the scales differ, and a corner only beside other needs', () => {
    expect(other?.ranked).toBeNull();
    expect(films?.corner).not.toBeNull();
    expect(films?.crosshair).toEqual(wise?.crosshair);
  });
});
