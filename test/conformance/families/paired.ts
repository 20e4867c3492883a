// Two answers by the same persons: change, sides that changed, and gaps between importance and ability.
import { kendallsWOfRanks } from '../../../analysis/panel/kendalls-w.ts';
import { cohenKappa } from '../../../analysis/statistics/cohen-kappa.ts';
import { countPairs, type PairCounts } from '../../../analysis/statistics/pair-counts.ts';
import { pairedDifference } from '../../../analysis/statistics/paired-difference.ts';
import { signTest } from '../../../analysis/statistics/sign-test.ts';
import { weightedDiscrepancy } from '../../../analysis/statistics/weighted-discrepancy.ts';
import { type Case, mappedResult, NotMapped } from '../case.ts';
import { findColumn, findColumns, type Words } from '../columns.ts';
import { type Family, hasKeys, subject, twoNames, wordsUnder } from '../family.ts';
import { type Numbers, numbersOf, scaleOf } from '../scales.ts';
import { pairedInWords } from './in-words.ts';

/** First and second of a pair: as the mapping says; of "A vs B" B comes first; else the two columns the id is part of. */
function sides(one: Case, id: string): readonly [Numbers, Numbers] {
  const { first, second } = mappedResult(one, id);
  if (typeof first === 'string' && typeof second === 'string') {
    return [numbersOf(one, findColumn(one, first)), numbersOf(one, findColumn(one, second))];
  }
  const [later, earlier] = twoNames(id, ' vs ');
  if (earlier !== '')
    return [numbersOf(one, findColumn(one, earlier)), numbersOf(one, findColumn(one, later))];
  const [before, after, ...others] = findColumns(one, later);
  if (!before || !after || others.length > 0) throw new NotMapped('the id does not say which two columns');
  return [numbersOf(one, before), numbersOf(one, after)];
}

export const paired: Family = {
  name: 'paired',
  recognises: (value) => hasKeys(value, 'n_pairs', 'mean_diff'),
  // As R, which takes 0.5 and 0.4999999999999982 for different sizes.
  compute: ({ id }, one) => pairedInWords(pairedDifference(countPairs(...sides(one, id)), 0)),
};

export const changeOfSides: Family = {
  name: 'change of sides',
  recognises: (value) => hasKeys(value, 'no_no', 'no_yes', 'exact_p'),
  compute: ({ id, value }, one) => {
    const counts = countPairs(...sides(one, id));
    const { atLeast } = mappedResult(one, id);
    if (typeof atLeast === 'number') return sidesInWords(counts, atLeast);
    // From where on it is yes is found by how many said yes both times and never.
    const values = [...new Set(counts.pairs.flatMap(({ first, second }) => [first, second]))];
    const wanted = hasKeys(value) ? value : {};
    const found = values
      .map((from) => sidesInWords(counts, from))
      .find((cells) => cells.no_no === wanted.no_no && cells.yes_yes === wanted.yes_yes);
    if (!found) throw new NotMapped('the id does not say from where on it is yes');
    return found;
  },
  leftOut: { chi2: 'a change of sides is tested exactly', p: 'a change of sides is tested exactly' },
};

function sidesInWords(counts: PairCounts, atLeast: number) {
  const cell = (before: boolean, after: boolean) =>
    counts.pairs
      .filter(({ first, second }) => first >= atLeast === before && second >= atLeast === after)
      .reduce((sum, { count }) => sum + count, 0);
  const [up, down] = [cell(false, true), cell(true, false)];
  return {
    n: counts.base,
    no_no: cell(false, false),
    no_yes: up,
    yes_no: down,
    yes_yes: cell(true, true),
    exact_p: signTest(up, down),
  };
}

/** As the mapping says; else of two columns with the name in their heading the one that speaks of importance first. */
function ratedColumns(one: Case, id: string): readonly [Words, Words] {
  const { importance, ability } = mappedResult(one, id);
  if (typeof importance === 'string' && typeof ability === 'string') {
    return [findColumn(one, importance), findColumn(one, ability)];
  }
  const columns = findColumns(one, subject(id));
  const headings = new Map([...one.columns].map(([heading, words]) => [words, heading]));
  const important = columns.filter((words) =>
    /importan|motivat|priorit|belang/i.test(headings.get(words) ?? ''),
  );
  const others = columns.filter((words) => !important.includes(words));
  const [first, second] = [important[0], others[0]];
  if (important.length !== 1 || others.length !== 1 || !first || !second) {
    throw new NotMapped('which column is importance and which ability is not in the id');
  }
  return [first, second];
}

/** Importance and ability, each brought to 0-100 where the mapping says so. */
function ratingsOf(one: Case, id: string): PairCounts {
  const [importance, ability] = ratedColumns(one, id);
  const onHundred = (words: Words) => {
    const scale = scaleOf(one, words);
    const ends = scale ? Object.values(scale) : [];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return numbersOf(one, words).map((value) =>
      value === null ? null : ((value - low) / (high - low)) * 100,
    );
  };
  return countPairs(onHundred(importance), onHundred(ability));
}

function gapInWords(counts: PairCounts) {
  const { base, meanImportance, meanAbility, estimate } = weightedDiscrepancy(counts);
  const swapped = counts.pairs.map(({ first, second, count }) => ({ first: second, second: first, count }));
  const difference = pairedDifference({ ...counts, pairs: swapped });
  return {
    n: base,
    mean_importance: meanImportance,
    mean_ability: meanAbility,
    mean_gap: difference?.estimate,
    sd_gap: difference?.standardDeviation,
    mwds: estimate,
    paired: pairedInWords(difference),
  };
}

export const gap: Family = {
  name: 'gap',
  recognises: (value) => hasKeys(value, 'mwds', 'mean_importance'),
  compute: ({ id }, one) => gapInWords(ratingsOf(one, id)),
};

export const gapOrder: Family = {
  name: 'order by gap',
  recognises: (value) => hasKeys(value, 'order', 'mwds'),
  compute: ({ value }, one) => {
    const lines = wordsUnder(value, 'order').map((name) => {
      const { mwds } = gapInWords(ratingsOf(one, `gap/${name}`));
      return { name, mwds: mwds ?? Number.NaN };
    });
    const sorted = lines.toSorted((a, b) => b.mwds - a.mwds);
    return { order: sorted.map(({ name }) => name), mwds: sorted.map(({ mwds }) => mwds) };
  },
};

/** Two coders on the same remarks, yes or no. */
export const coders: Family = {
  name: 'agreement of two coders',
  recognises: (value) => hasKeys(value, 'both', 'only_1', 'only_2', 'kappa'),
  compute: ({ id }, one) => {
    const names = [' vs ', ' x ', ',']
      .map((between) => twoNames(id, between))
      .find(([, other]) => other !== '');
    const [first, second] = names
      ? [findColumn(one, names[0]), findColumn(one, names[1])]
      : findColumns(one, subject(id));
    if (!first || !second) throw new NotMapped('the id does not say which two coders');
    const [a, b] = [first.map(isYes), second.map(isYes)];
    const cell = (one: boolean, other: boolean) =>
      a.filter((yes, unit) => yes === one && b[unit] === other).length;
    const { base, agreement, kappa } = cohenKappa(a.map(String), b.map(String));
    return {
      n: base,
      both: cell(true, true),
      only_1: cell(true, false),
      only_2: cell(false, true),
      neither: cell(false, false),
      agreement,
      kappa,
    };
  },
};

function isYes(word: string): boolean {
  return !/^(|0|no|false|nee|n)$/i.test(word.trim());
}

/** Cochran's Q is Friedman's test of zeros and ones, which is Kendall's W of their ranks. */
export const cochranQ: Family = {
  name: "Cochran's Q",
  recognises: (value) => hasKeys(value, 'Q', 'df', 'n'),
  compute: ({ id }, one) => {
    const { columns, atLeast } = mappedResult(one, id);
    if (!Array.isArray(columns) || typeof atLeast !== 'number') {
      throw new NotMapped('the id does not say which columns');
    }
    const items = columns.map((name) => numbersOf(one, findColumn(one, String(name))));
    const rows = (items[0] ?? []).flatMap((_, person) => {
      const answers = items.map((item) => item[person] ?? null);
      return answers.includes(null) ? [] : [ranksOf(answers.map((answer) => (answer ?? 0) >= atLeast))];
    });
    const found = kendallsWOfRanks(rows);
    return { n: rows.length, Q: found.chiSquare, df: found.degreesOfFreedom, p: found.p };
  },
};

function ranksOf(yes: readonly boolean[]): readonly number[] {
  const no = yes.filter((one) => !one).length;
  return yes.map((one) => (one ? no + (yes.length - no + 1) / 2 : (no + 1) / 2));
}
