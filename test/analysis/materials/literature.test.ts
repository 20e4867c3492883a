// What sources tell is put together per role, and a working paper knows whether it is as long as was meant.
import { describe, expect, it } from 'vitest';
import {
  againstRange,
  factorsOf,
  pagesOf,
  tasksByRole,
  wordsIn,
  wordsPerPage,
} from '../../../analysis/materials/literature.ts';
import { recordsWith } from './products.ts';

const source = { publisher: { nl: 'Uitgever' }, kind: 'report' };
const task = (text: string, role?: string) => ({
  text: { nl: text },
  ...(role ? { role: { nl: role } } : {}),
});
const { literature } = recordsWith({
  literature: [
    {
      ...source,
      code: 'a',
      title: { nl: 'A' },
      wentWell: [task('groeten', 'gastheer'), task('los')],
      hindering: [{ text: { nl: 'tijd' } }],
    },
    {
      ...source,
      code: 'b',
      title: { nl: 'B' },
      wentWell: [task('meelopen', 'gids')],
      wentLessWell: [task('storen', 'gastheer')],
      promoting: [{ text: { nl: 'oefenen' } }],
    },
  ],
});

describe('what sources tell', () => {
  it('NYR-18 stands per role in two columns, each with its source, what is tied to no role last', () => {
    expect(tasksByRole(literature, 'nl')).toEqual([
      {
        role: 'gastheer',
        wentWell: [{ text: 'groeten', source: 1 }],
        wentLessWell: [{ text: 'storen', source: 2 }],
      },
      { role: 'gids', wentWell: [{ text: 'meelopen', source: 2 }], wentLessWell: [] },
      { role: '', wentWell: [{ text: 'los', source: 1 }], wentLessWell: [] },
    ]);
    expect(tasksByRole([], 'nl')).toEqual([]);
  });

  it('NYR-19 lists what promotes and what hinders by source', () => {
    expect(factorsOf(literature, 'promoting', 'nl')).toEqual([{ text: 'oefenen', source: 2 }]);
    expect(factorsOf(literature, 'hindering', 'nl')).toEqual([{ text: 'tijd', source: 1 }]);
  });
});

describe('the size of a working paper', () => {
  it('NYR-17 stands against how many sources and pages were meant, both ends included', () => {
    const range = { from: 4, to: 6 };
    expect([3, 4, 6, 7].map((count) => againstRange(count, range))).toEqual([
      'under',
      'within',
      'within',
      'over',
    ]);
    expect(againstRange(5, undefined)).toBe('none');
  });

  it('NYR-17 is estimated from its words, to the half page', () => {
    expect(wordsIn(['Een bib’s vraag, 2,5 keer – én e-mail.', ''])).toBe(8);
    expect([0, 1, wordsPerPage, 2.26 * wordsPerPage].map(pagesOf)).toEqual([0, 0.5, 1, 2.5]);
  });
});
