// The statistics on two real surveys against results computed in R 4.2.2 (test/fixtures/carpentries-*/expected.json).
// The columns are read straight from the CSV, without a questionnaire, so that only the statistics are tested.
import { describe, it } from 'vitest';
import { countPairs } from '../../analysis/statistics/pair-counts.ts';
import { pairedDifference } from '../../analysis/statistics/paired-difference.ts';
import { signTest } from '../../analysis/statistics/sign-test.ts';
import { weightedDiscrepancy } from '../../analysis/statistics/weighted-discrepancy.ts';
import {
  answers,
  crossed,
  expectAllCompared,
  expectReference,
  idsUnder,
  inReferenceWords,
  numbered,
  numbers,
  percent,
  rated,
  readReferences,
  readRows,
  recommendation,
  type Scale,
  scaleSummary,
  shares,
  ticks,
} from './reference-case.ts';

const agreement = {
  'Strongly Disagree': 1,
  Disagree: 2,
  'Neither Agree nor Disagree': 3,
  Agree: 4,
  'Strongly Agree': 5,
};
const regularity = { Never: 1, Rarely: 2, Sometimes: 3, Often: 4, 'All of the time': 5 };
const ability = {
  'Not at all able': 1,
  'Slightly able': 2,
  Neutral: 3,
  'Moderately able': 4,
  'Extremely able': 5,
};
const knowledge = {
  'Little or no knowledge of topic': 1,
  'Some knowledge of topic': 2,
  'Extensive knowledge of topic': 3,
};
const motivation = {
  'Less motivated': 1,
  'Slightly less motivated': 2,
  'No change in motivation': 3,
  'More motivated': 4,
  'Much more motivated': 5,
};
const impact = { 'Strongly disagree': 1, Disagree: 2, Neutral: 3, Agree: 4, 'Strongly agree': 5 };
const usage = {
  'I had not been using tools like these.': 0,
  'I have not been using tools like these.': 0,
  'Less than once per year.': 1,
  'Several times per year.': 2,
  'Monthly.': 3,
  'Weekly.': 4,
  'Daily.': 5,
};

describe('the instructor training survey', () => {
  const rows = readRows('carpentries-instructor-training');
  const references = readReferences('carpentries-instructor-training');
  const topics = idsUnder(references, 'gap/');
  const knows = (topic: string) => rated(rows, `Knowledge${topic}Post`, knowledge);
  const wants = (topic: string) => rated(rows, `Motivation${topic}Post`, motivation);

  it.each(idsUnder(references, 'freq/'))('shares of %s', (column) => {
    expectReference(references, `freq/${column}`, shares(rows, column));
  });

  it.each(idsUnder(references, 'likert/'))('summary of %s', (item) => {
    const topic = item.replace(/^(Knowledge|Motivation)/, '');
    const summary = item.startsWith('Knowledge')
      ? scaleSummary(knows(topic), [1, 2, 3], 1)
      : item.startsWith('Motivation')
        ? scaleSummary(wants(topic), [1, 2, 3, 4, 5])
        : scaleSummary(rated(rows, item, scaleOf(item)), [1, 2, 3, 4, 5]);
    expectReference(references, `likert/${item}`, summary);
  });

  it.each(topics)('gap between motivation and knowledge of %s', (topic) => {
    const { base, meanImportance, meanAbility, estimate } = discrepancyOf(topic);
    const paired = pairedDifference(countPairs(percent(knows(topic), 3), percent(wants(topic), 5)));
    expectReference(references, `gap/${topic}`, {
      n: base,
      mean_importance: meanImportance,
      mean_ability: meanAbility,
      mean_gap: paired?.estimate,
      sd_gap: paired?.standardDeviation,
      mwds: estimate,
      paired: inReferenceWords(paired),
    });
  });

  it('topics in order of their weighted discrepancy', () => {
    const ranked = topics
      .map((topic) => ({ topic, mwds: discrepancyOf(topic).estimate ?? Number.NaN }))
      .sort((a, b) => b.mwds - a.mwds);
    expectReference(references, 'gap_rank', {
      order: ranked.map(({ topic }) => topic),
      mwds: ranked.map(({ mwds }) => mwds),
    });
  });

  it('recommendation score', () => {
    expectReference(references, 'nps', recommendation(numbers(rows, 'LikelyToRecommend')));
  });

  it.each(idsUnder(references, 'crosstab/'))('cross-table of %s', (id) => {
    const [across = '', down = ''] = id.split(' x ');
    expectReference(references, `crosstab/${id}`, crossed(answers(rows, across), answers(rows, down)));
  });

  it('compares every result that is not listed as left out', () => {
    expectAllCompared(references, ['freq/', 'likert/', 'gap/', 'gap_rank', 'nps', 'crosstab/']);
  });

  function discrepancyOf(topic: string) {
    return weightedDiscrepancy(countPairs(percent(wants(topic), 5), percent(knows(topic), 3)));
  }

  function scaleOf(item: string): Scale {
    if (item.startsWith('Trainers')) return regularity;
    return item.endsWith('PostAbility') ? ability : agreement;
  }
});

describe('the long-term survey', () => {
  const rows = readRows('carpentries-longterm');
  const references = readReferences('carpentries-longterm');
  const before = rated(rows, 'Programming-Usage-Before-Workshop', usage);
  const since = rated(rows, 'Programming-Usage-Since-Workshop', usage);
  /** First column of each tick-all group, the numbers of the others, and the free text beside them. */
  const groups: Readonly<Record<string, { columns: readonly string[]; other: string }>> = {
    Field: { columns: ['Field', ...numbered(2, 12)], other: 'Column13' },
    Content: { columns: ['Content', ...numbered(14, 23)], other: 'Column24' },
    Behaviors: { columns: ['Behaviors-Adopted', ...numbered(25, 32)], other: 'Column33' },
    Help: { columns: ['How-Tools-Learned-Help', ...numbered(34, 37)], other: 'Column38' },
    Involvement: { columns: ['Carpentry-Involvement', ...numbered(45, 51)], other: 'Column52' },
    Activities: { columns: ['Activities', ...numbered(53, 57)], other: 'Column58' },
  };

  it.each(idsUnder(references, 'freq/'))('shares of %s, also of a population of 1,500', (column) => {
    expectReference(references, `freq/${column}`, shares(rows, column, 1_500));
  });

  it.each(Object.entries(groups))('ticks of %s', (group, { columns }) => {
    expectReference(references, `multi/${group}`, ticks(rows, columns));
  });

  it.each(Object.entries(groups))(
    'ticks of %s with the free text as an option',
    (group, { columns, other }) => {
      expectReference(
        references,
        `multi_with_other/${group}`,
        ticks(rows, [...columns, other], 'Other (text)'),
      );
    },
  );

  it.each(idsUnder(references, 'likert/').filter((item) => !item.startsWith('usage')))(
    'summary of %s',
    (item) => {
      expectReference(references, `likert/${item}`, scaleSummary(rated(rows, item, impact), [1, 2, 3, 4, 5]));
    },
  );

  it('use before and since the workshop, and the change', () => {
    expectReference(references, 'likert/usage_before', scaleSummary(before, [0, 1, 2, 3, 4, 5], null));
    expectReference(references, 'likert/usage_since', scaleSummary(since, [0, 1, 2, 3, 4, 5], null));
    expectReference(
      references,
      'prepost/usage',
      inReferenceWords(pairedDifference(countPairs(before, since))),
    );
  });

  it('who came to use it weekly, tested exactly on those who changed', () => {
    const cell = (first: boolean, second: boolean) =>
      countPairs(before, since)
        .pairs.filter((pair) => pair.first >= 4 === first && pair.second >= 4 === second)
        .reduce((sum, pair) => sum + pair.count, 0);
    expectReference(references, 'prepost/weekly_or_more', {
      n: countPairs(before, since).base,
      no_no: cell(false, false),
      no_yes: cell(false, true),
      yes_no: cell(true, false),
      yes_yes: cell(true, true),
      exact_p: signTest(cell(false, true), cell(true, false)),
    });
  });

  it('likelihood to recommend, as a score and as a number', () => {
    const ratings = numbers(rows, 'Likely-To-Recommend');
    expectReference(references, 'nps', recommendation(ratings));
    const scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expectReference(references, 'numeric/Likely-To-Recommend', scaleSummary(ratings, scale, null));
  });

  it.each(idsUnder(references, 'crosstab/').filter((id) => !id.startsWith('Git')))(
    'cross-table of %s',
    (id) => {
      const [across = '', down = ''] = id.split(' x ');
      expectReference(references, `crosstab/${id}`, crossed(answers(rows, across), answers(rows, down)));
    },
  );

  it('cross-table of two by two, with the exact test', () => {
    const git = answers(rows, 'Column14').map((text) => (text === '' ? 'no git' : 'git'));
    const confidence = answers(rows, 'Change-In-Confidence').map((text) =>
      text === '' || text === "I'm more confident now." ? text && 'more' : 'not more',
    );
    expectReference(references, 'crosstab/Git ticked x more confident', crossed(git, confidence));
  });

  it('compares every result that is not listed as left out', () => {
    const compared = [
      'freq/',
      'multi/',
      'multi_with_other/',
      'likert/',
      'prepost/',
      'numeric/',
      'nps',
      'crosstab/',
    ];
    expectAllCompared(references, compared);
  });
});
