// A condition in signs: every kind of it, with brackets where they are needed.
import { expect, it } from 'vitest';
import { conditionCode } from '../../surveys/condition-code.ts';
import type { Condition } from '../../surveys/questionnaire.ts';

it.each<[Condition, string]>([
  [{ variable: 'A3', is: ['a', 'b'] }, 'A3 in (a, b)'],
  [{ variable: 'n', atLeast: 2, atMost: 5 }, 'n >= 2 and n <= 5'],
  [{ register: 'province', is: ['Limburg'] }, 'register.province in (Limburg)'],
  [{ not: { answered: 'B1' } }, 'not (B1 answered)'],
  [
    {
      all: [
        { answered: 'A' },
        {
          any: [
            { variable: 'B', is: ['1'] },
            { variable: 'C', atMost: 3 },
          ],
        },
      ],
    },
    'A answered and (B in (1) or C <= 3)',
  ],
])('%j', (condition, code) => {
  expect(conditionCode(condition)).toBe(code);
});
