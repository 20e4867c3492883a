// Every party looks back under its own name; who has not answered everything is missing.
import { describe, expect, it } from 'vitest';
import { partyAnswers } from '../../../analysis/materials/party-answers.ts';
import { evaluationQuestions } from '../../../surveys/records/evaluation.ts';
import { recordsWith } from './products.ts';

const parties = [{ code: 'employers' }, { code: 'union' }];
const signed = { date: { sort: '2025-03-01', label: { nl: '1 maart' } }, signedBy: { nl: 'secretaris' } };
const words = Object.fromEntries(evaluationQuestions.map((question) => [question, { nl: 'Ja.' }]));
function openOf(...evaluations: readonly Readonly<Record<string, unknown>>[]) {
  const { evaluation } = recordsWith({
    evaluation: evaluations.map((each, place) => ({ code: `e${place}`, ...signed, ...each })),
  });
  return Object.fromEntries(partyAnswers(parties, evaluation).map(({ party, open }) => [party.code, open]));
}

describe('the answers of the parties', () => {
  it('NYR-33 miss who has not answered, until both have', () => {
    expect(openOf()).toEqual({ employers: evaluationQuestions, union: evaluationQuestions });
    expect(openOf({ party: ['union'], ...words })).toEqual({ employers: evaluationQuestions, union: [] });
    expect(openOf({ party: ['union'], ...words }, { party: ['employers'], ...words })).toEqual({
      employers: [],
      union: [],
    });
  });

  it('NYR-33 miss the questions a party left open', () => {
    expect(openOf({ party: ['union'], ...words, together: undefined }).union).toEqual(['together']);
  });
});
