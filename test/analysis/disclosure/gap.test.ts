// Who rates ability below importance hangs on two answers of a person. A solver that sees it by group beside the pages of both
// questions works out no few people; told unguarded, it does.
import { describe, expect, it } from 'vitest';
import { RatedTwice } from './rated-twice.ts';
import { type Person, randomPeople } from './rated-twice-survey.ts';

const times = (count: number, ...person: Person): readonly Person[] =>
  Array.from({ length: count }, () => person);

describe('who is below, group by group', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'tells nobody of survey %i who sees it beside both questions',
    (seed) => {
      const survey = new RatedTwice(randomPeople(seed, 80, 500));
      expect(survey.cracked([...survey.pagesSeen(), ...survey.gapSeen(survey.gap())])).toEqual([]);
    },
    60_000,
  );

  // Nobody of the second group can do it, so that who is below is who finds it important. Of these their page shows how many
  // find it somewhat important: the three who find it very important are left.
  const planted = [
    ...times(30, 0, 0, 0, 1),
    ...times(40, 0, 1, 1, 0),
    ...times(35, 0, 0, 2, 2),
    ...times(20, 0, 1, 2, 0),
    ...times(3, 1, 0, 0, 0),
    ...times(3, 1, 1, 0, 0),
    ...times(10, 1, 0, 1, 0),
    ...times(10, 1, 1, 1, 0),
    ...times(3, 1, 1, 2, 0),
  ];

  it('would, if nothing guarded it', () => {
    const survey = new RatedTwice(planted);
    const pages = survey.pagesSeen();
    expect(survey.cracked(pages)).toEqual([]);
    expect(survey.cracked([...pages, ...survey.gapSeen(survey.gap(true))])).not.toEqual([]);
    const shown = survey.gap();
    expect(shown?.groups.map(({ share }) => share.count)).toEqual([null, null]);
    expect(survey.cracked([...pages, ...survey.gapSeen(shown)])).toEqual([]);
  }, 60_000);

  const large = [0, 1].flatMap((a) =>
    [0, 1].flatMap((b) =>
      [0, 1, 2].flatMap((wanted) => [0, 1, 2].flatMap((there) => times(6, a, b, wanted, there))),
    ),
  );

  it('is told with the scores of each group where every cell is large', () => {
    const survey = new RatedTwice(large);
    const row = survey.gap();
    expect(row?.groups.map(({ share }) => [share.count, share.base])).toEqual([
      [36, 108],
      [36, 108],
    ]);
    expect(row?.groupScores?.map((scores) => [scores?.n, scores?.importance, scores?.ranked])).toEqual([
      [108, 1, 0],
      [108, 1, 0],
    ]);
  });

  it('has no scores of groups where few gave one rating alone: the mean beside it would be theirs', () => {
    const survey = new RatedTwice([...large, ...times(3, 1, 0, 2, null)]);
    const row = survey.gap();
    expect(row?.groups.every(({ share }) => share.count !== null)).toBe(true);
    expect(row?.groupScores).toEqual([null, null]);
  });
});
