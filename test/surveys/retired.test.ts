// A code that is not offered any more keeps the answers it was given.
import { describe, expect, it } from 'vitest';
import { codebookOf, variableNamed } from '../../surveys/codebook.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { withRetired } from '../../surveys/retired.ts';
import { sample, sampleDefinition } from './sample-questionnaire.ts';

/** The sample without some codes, wherever they are offered. */
function without(...codes: readonly string[]): Questionnaire {
  const text = JSON.stringify(sampleDefinition, (_, value: unknown) =>
    Array.isArray(value) ? value.filter((part) => !codes.includes(part?.code)) : value,
  );
  return questionnaireSchema.parse(JSON.parse(text));
}
const codesOf = (questionnaire: Questionnaire, variable: string) =>
  variableNamed(codebookOf(questionnaire), variable).categories.map(({ code }) => code);
const names = (questionnaire: Questionnaire) => codebookOf(questionnaire).variables.map(({ name }) => name);

describe('what retired', () => {
  it('is nothing while every code is there: the definition is the same value', () => {
    expect(withRetired(sample, [])).toBe(sample);
    expect(withRetired(sample, [without('lead'), sample])).toBe(sample);
  });

  it('comes back at the end: options of a question, ticks, and points of a scale', () => {
    const newest = without('lead', 'b', '1');
    const analysed = withRetired(newest, [sample]);
    expect(codesOf(analysed, 'role')).toEqual(['desk', 'other', 'lead']);
    expect(codesOf(analysed, 'use.till')).toEqual(['0', '2', 'N', '1']);
    expect(codesOf(analysed, 'pace')).toEqual(['0', 'N', '1']);
    expect(names(newest)).not.toContain('learn.b');
    expect(names(analysed)).toContain('learn.b');
  });

  it('comes back as a row of the grid, without a group that is gone', () => {
    const newest = without('site', 'web');
    const analysed = withRetired(newest, [sample]);
    expect(names(analysed)).toEqual(expect.arrayContaining(['use.site', 'well.site']));
    expect(new Set(names(analysed))).toEqual(new Set(names(sample)));
  });

  it('comes from every earlier version, and a question that was removed stays away', () => {
    const analysed = withRetired(without('a', 'b', 'words'), [sample, without('a')]);
    expect(names(analysed).filter((name) => name.startsWith('learn.'))).toEqual([
      'learn.c',
      'learn.none',
      'learn.b',
      'learn.a',
      'learn.c.text',
    ]);
    expect(names(analysed)).not.toContain('words');
  });
});
