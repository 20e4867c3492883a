// When what is kept of people goes: months as they are, the later of two days, and nothing before both are there.
import { describe, expect, it } from 'vitest';
import { answersGoOn, monthsAfter, offersGoOn, wordsGoOn } from '../../surveys/retention.ts';

describe('a day so many months later', () => {
  it.each([
    ['2024-03-15', 6, '2024-09-15'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-01-31', -13, '2022-12-31'],
  ])('%s + %i is %s', (day, months, then) => expect(monthsAfter(day, months)).toBe(then));
});

it('words go six months after the closing and the first report, whichever was later', () => {
  expect(wordsGoOn({ closedOn: null, reportedOn: '2024-01-01' })).toBeNull();
  expect(wordsGoOn({ closedOn: '2024-01-01', reportedOn: null })).toBeNull();
  expect(wordsGoOn({ closedOn: '2024-01-01', reportedOn: '2024-03-01' })).toBe('2024-09-01');
  expect(wordsGoOn({ closedOn: '2024-05-01', reportedOn: '2024-03-01' })).toBe('2024-11-01');
});

it('answers go two years after the closing, offers twelve months after the first day of theirs', () => {
  expect(answersGoOn({ closedOn: null })).toBeNull();
  expect(answersGoOn({ closedOn: '2024-05-01' })).toBe('2026-05-01');
  expect(offersGoOn('2024-05')).toBe('2025-05-01');
});
