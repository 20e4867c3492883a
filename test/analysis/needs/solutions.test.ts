import { expect, it } from 'vitest';
import { solutionTally } from '../../../analysis/needs/solutions.ts';
import { projectRecordsSchema } from '../../../surveys/project-records.ts';

const asked = (works: string, solution: object, need = 'A') => ({ need, solution, works });
const talk = (code: string, solutions: readonly object[]) => ({
  code,
  participant: { nl: 'kleine bib' },
  date: { sort: '2024-02-05', label: { nl: '5 februari 2024' } },
  needs: {},
  solutions,
});

it('OOO-47 counts per solution of a need how many talks say it works, works on a condition or does not', () => {
  const records = projectRecordsSchema.parse({
    interview: [
      talk('a', [asked('yes', { nl: 'Een vast beluur', en: 'A fixed hour' })]),
      talk('b', [asked('if', { nl: ' een vast beluur' }), asked('no', { nl: 'Een video' })]),
      talk('c', [asked('yes', { en: 'A fixed hour' }), asked('no', { nl: 'Een vast beluur' }, 'B')]),
      talk('d', []),
    ],
  });
  expect(solutionTally('A', records)).toEqual([
    { solution: { nl: 'Een vast beluur', en: 'A fixed hour' }, yes: 2, if: 1, no: 0 },
    { solution: { nl: 'Een video' }, yes: 0, if: 0, no: 1 },
  ]);
  expect(solutionTally('C', records)).toEqual([]);
});
