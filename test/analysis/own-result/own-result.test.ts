// The own result of one person, against answers worked out by hand.
import { describe, expect, it } from 'vitest';
import { ownResultOf } from '../../../analysis/own-result/own-result.ts';
import { ownResultSchema } from '../../../surveys/own-result.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';

const both = (words: string) => ({ nl: words, en: words });
const steps = (codes: readonly string[]) =>
  codes.map((code) => ({ code, label: both(`stap ${code}`), value: Number(code) }));
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'proef',
  languages: ['nl', 'en'],
  title: both('Proef'),
  welcome: { title: both('Dag'), paragraphs: [both('Dag')] },
  notice: [{ title: both('Waarom'), text: both('Daarom') }],
  thanks: { title: both('Dank'), paragraphs: [both('Dank')] },
  scales: {
    WANT: {
      look: 'sequential',
      options: [
        ...steps(['1', '2', '3', '4', '5']),
        { code: 'N', label: both('niet mijn werk'), missing: 'notApplicable' },
      ],
    },
    HAVE: { look: 'mastery', options: steps(['1', '2', '3', '4', '5']) },
  },
  pages: [
    {
      code: 'een',
      title: both('Een'),
      questions: [
        {
          type: 'grid',
          code: 'both',
          label: both('Beide'),
          rows: ['plan', 'team', 'money', 'net'].map((code) => ({ code, label: both(code) })),
          scales: [
            { variable: 'want', scale: 'WANT', label: both('Belang') },
            { variable: 'have', scale: 'HAVE', label: both('Kunnen') },
          ],
        },
        {
          type: 'multiple',
          code: 'help',
          label: both('Wat helpt?'),
          options: ['course', 'time'].map((code) => ({ code, label: both(code) })),
        },
        { type: 'text', code: 'teach', label: both('Wat leer je anderen?'), maxLength: 200 },
      ],
    },
  ],
});
const declared = ownResultSchema.parse({
  pairs: [
    {
      code: 'tasks',
      label: both('Taken'),
      wanted: { rows: 'want', label: both('Belang') },
      present: { rows: 'have', label: both('Kunnen') },
      field: { wanted: 4, present: 3 },
      help: { plan: 'help' },
      required: { team: 4 },
    },
  ],
  derived: [
    { code: 'think', label: both('Denken'), kind: both('Soort'), from: ['plan', 'team', 'plan'] },
    { code: 'none', label: both('Niets'), kind: both('Soort'), from: ['money'] },
  ],
  none: [{ label: both('Handen'), said: both('geen') }],
  words: ['teach'],
});
const answers = {
  'want.plan': '5',
  'have.plan': '2',
  'want.team': '4',
  'have.team': '3',
  'want.money': 'N',
  'want.net': '2',
  'have.net': '4',
  'help.time': '1',
  teach: 'Een planning maken',
};
const result = ownResultOf(declared, questionnaire, answers);
const row = (code: string) => result.pairs[0]?.rows.find((one) => one.code === code);

describe('the own result', () => {
  it('puts the widest gap first, and says in steps how wide it is', () => {
    expect(result.pairs[0]?.rows.map(({ code, gap }) => [code, gap])).toEqual([
      ['plan', 3],
      ['team', 1],
      ['net', -2],
    ]);
    expect(result.pairs[0]).toMatchObject({ least: 1, most: 5, field: true });
  });

  it('puts each row in its corner; what lies on a line counts as high', () => {
    expect(row('plan')?.corner).toBe('lowHigh');
    expect(row('team')?.corner).toBe('highHigh');
    expect(row('net')?.corner).toBe('highLow');
  });

  it('keeps what is no part of the work apart, and out of everything that is counted', () => {
    expect(result.pairs[0]?.notApplicable.map(({ nl }) => nl)).toEqual(['money']);
    expect(row('money')).toBeUndefined();
  });

  it('says what would help, and what a profile asks more than there is', () => {
    expect(row('plan')?.help.map(({ nl }) => nl)).toEqual(['time']);
    expect(row('team')?.required).toMatchObject({ short: true, label: { nl: 'stap 4' } });
  });

  it('LIB-12 reads a skill from its rows, each of them once, and from none that was not rated', () => {
    expect(result.derived).toEqual([
      expect.objectContaining({ code: 'think', wanted: 4.5, present: 2.5, rated: 2, of: 2 }),
    ]);
  });

  it('LIB-14 tells what the source says there is none of only beside what there is', () => {
    expect(result.none.map(({ label }) => label.nl)).toEqual(['Handen']);
    expect(ownResultOf(declared, questionnaire, { 'want.net': '2' }).none).toEqual([]);
  });

  it('has no gap, corner or mean where one of both was left open', () => {
    const open = ownResultOf(declared, questionnaire, { 'want.plan': '5' });
    expect(open.pairs[0]?.rows[0]).toMatchObject({ gap: null, corner: null, present: null });
    expect(open.derived).toEqual([]);
  });

  it('tells own words again, and nothing at all where nothing was answered', () => {
    expect(result.words.map(({ words }) => words)).toEqual(['Een planning maken']);
    expect(ownResultOf(declared, questionnaire, {}).pairs).toEqual([]);
  });
});
