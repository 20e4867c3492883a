// Who fits whom on the board of a contact form.
import { describe, expect, it } from 'vitest';
import { matchesOf, matchesWith, type OnBoard } from '../../surveys/contact-board.ts';

const pairs = [{ ask: 'visit', offer: 'receive' }];
const person = (id: string, interests: readonly string[], topics: readonly string[] = []): OnBoard => ({
  id,
  email: `${id}@bib.example`,
  interests,
  topics,
});
const told = (people: readonly OnBoard[]) =>
  matchesOf(people, pairs).map(({ ask, offer, topics }) => [ask.id, offer.id, topics.join(' ')]);

describe('UKB-07 the board', () => {
  it('puts who asks beside who offers, on every topic both named', () => {
    const people = [
      person('an', ['visit'], ['data', 'open']),
      person('bo', ['receive'], ['open', 'licences', 'data']),
      person('cy', ['receive'], ['licences']),
    ];
    expect(told(people)).toEqual([['an', 'bo', 'data open']]);
  });

  it('lets who left the topic open fit with everybody', () => {
    const people = [person('an', ['visit']), person('bo', ['receive'], ['open']), person('cy', ['receive'])];
    expect(told(people)).toEqual([
      ['an', 'bo', ''],
      ['an', 'cy', ''],
    ]);
  });

  it('fits nobody with themselves, also not with a second offer from the same address', () => {
    const both = person('an', ['visit', 'receive']);
    const again = { ...person('an2', ['receive']), email: 'AN@bib.example' };
    expect(told([both, again])).toEqual([]);
  });

  it('fits two askers or two offers never', () => {
    expect(told([person('an', ['visit']), person('bo', ['visit'])])).toEqual([]);
    expect(told([person('an', ['give']), person('bo', ['receive'])])).toEqual([]);
  });

  it('gives one person what fits from either side', () => {
    const people = [person('an', ['visit', 'receive']), person('bo', ['visit', 'receive'])];
    const matches = matchesOf(people, pairs);
    expect(matches).toHaveLength(2);
    expect(matchesWith(matches, 'an')).toHaveLength(2);
    expect(matchesWith(matches, 'cy')).toEqual([]);
  });
});
