// What changed between two versions, in words, and whether answers before and after may be compared.
import { describe, expect, it } from 'vitest';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';
import { changesBetween, isBreaking } from '../../surveys/changes.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { sample, sampleDefinition } from './sample-questionnaire.ts';
import { ask, consent, nl, options, page, questionnaireOf } from './small-questionnaire.ts';

const texts = loadTexts(textsFolder);

/** `verdict code key` of every change; each can be said in both languages of the workspace. */
function changes(older: Questionnaire, newer: Questionnaire): readonly string[] {
  return changesBetween(older, newer).map(({ verdict, code, key, values }) => {
    for (const language of ['nl', 'en']) {
      expect(texts.say(language, key, values)).not.toMatch(/undefined|\{|\[object/);
    }
    return `${verdict} ${code} ${key.replace('changes.', '')}`;
  });
}

const scales = {
  s: { look: 'agreement', options: options('1', '2', '3').map((option, value) => ({ ...option, value })) },
};
const grid = {
  type: 'grid',
  rows: options('x', 'y'),
  scales: [
    { variable: 'G1', label: nl('Hoe vaak?'), scale: 's' },
    { variable: 'G2', label: nl('Hoe goed?'), scale: 's', unless: { variable: 'G1', is: ['1'] } },
  ],
};
const of = (...questions: object[]) =>
  questionnaireOf([page('p', [consent, ask('first'), ...(questions as never[])]), page('q', [ask('last')])], {
    scales,
  });

/** The changes when one question becomes another. */
const from = (before: object, after: object) =>
  changes(of(ask('Q', { ...before })), of(ask('Q', { ...after })));

describe('two versions', () => {
  it('that are the same have no changes', () => {
    expect(changesBetween(sample, sample)).toEqual([]);
    expect(changesBetween(sample, questionnaireSchema.parse(structuredClone(sampleDefinition)))).toEqual([]);
    expect(from({ label: nl('Hoe gaat het?') }, { label: nl(' Hoe gaat  het? ') })).toEqual([]);
  });

  it('whose words around the questions differ stay comparable', () => {
    const older = of();
    const newer = {
      ...older,
      title: nl('Anders'),
      thanks: { ...older.thanks, title: nl('Merci') },
      languages: ['nl', 'en'],
    };
    expect(changes(older, newer)).toEqual(['safe  title', 'safe  thanks', 'safe en languageAdded']);
    expect(isBreaking(changesBetween(older, newer))).toBe(false);
    expect(changes(older, { ...older, hiddenAnswers: 'keep' })).toEqual(['breaking  hiddenAnswers']);
  });
});

describe('questions', () => {
  it('that come, go or move leave the others as they were', () => {
    expect(changes(of(), of(ask('new')))).toEqual(['safe new questionAdded']);
    expect(changes(of(ask('old')), of())).toEqual(['safe old questionRemoved']);
    expect(changes(of(ask('a'), ask('b'), ask('c')), of(ask('c'), ask('a'), ask('b')))).toEqual([
      'safe c questionMoved',
    ]);
    expect(
      changes(
        of(ask('a')),
        questionnaireOf([page('p', [consent, ask('first')]), page('q', [ask('a'), ask('last')])]),
      ),
    ).toEqual(['safe a questionToPage']);
  });

  it('whose code changes are another question', () => {
    expect(changes(of(ask('old')), of(ask('new')))).toEqual([
      'safe new questionAdded',
      'safe old questionRemoved',
    ]);
  });

  it.each([
    ['breaking', 'typeChanged', {}, { type: 'text', maxLength: 100 }],
    ['breaking', 'questionWords', {}, { label: nl('Iets anders?') }],
    ['safe', 'questionTranslation', {}, { label: { nl: 'Vraag Q?', en: 'Question Q?' } }],
    ['safe', 'questionHelp', {}, { help: nl('Zo.') }],
    ['breaking', 'required', {}, { required: 'soft' }],
    ['breaking', 'questionCondition', {}, { showIf: { variable: 'first', is: ['a'] } }],
    ['safe', 'shuffle', {}, { shuffle: true }],
    ['breaking', 'optionAdded', {}, { options: options('a', 'b', 'c') }],
    ['breaking', 'optionRemoved', { options: options('a', 'b', 'c') }, {}],
    ['safe', 'optionsReordered', {}, { options: options('b', 'a') }],
    ['breaking', 'optionWords', {}, { options: [{ code: 'a', label: nl('nee') }, ...options('b')] }],
    ['safe', 'optionNote', {}, { options: [{ ...options('a')[0], note: nl('uitleg') }, ...options('b')] }],
    ['breaking', 'optionValue', {}, { options: [{ ...options('a')[0], value: 1 }, ...options('b')] }],
    [
      'breaking',
      'optionMissing',
      {},
      { options: [{ ...options('a')[0], missing: 'dontKnow' }, ...options('b')] },
    ],
    ['breaking', 'range', { type: 'number', max: 10 }, { type: 'number', max: 20 }],
    ['breaking', 'unitWords', { type: 'number' }, { type: 'number', unit: nl('uur') }],
    ['breaking', 'range', { type: 'date' }, { type: 'date', precision: 'year' }],
    [
      'breaking',
      'endWords',
      { type: 'scale', to: 5, low: nl('nooit'), high: nl('altijd') },
      { type: 'scale', to: 5, low: nl('nooit'), high: nl('vaak') },
    ],
    [
      'breaking',
      'reasonAdded',
      { type: 'number' },
      { type: 'number', instead: [{ code: 'dk', label: nl('weet niet'), missing: 'dontKnow' }] },
    ],
    ['safe', 'maxLength', { type: 'text', maxLength: 10 }, { type: 'text', maxLength: 20 }],
    [
      'safe',
      'optionAdded',
      { type: 'multiple', options: options('a', 'b') },
      { type: 'multiple', options: options('a', 'b', 'c') },
    ],
    [
      'breaking',
      'optionAdded',
      { type: 'multiple', max: 1, options: options('a', 'b') },
      { type: 'multiple', max: 1, options: options('a', 'b', 'c') },
    ],
    ['safe', 'rowAdded', grid, { ...grid, rows: options('x', 'y', 'z') }],
    ['safe', 'rowRemoved', grid, { ...grid, rows: options('x') }],
    ['breaking', 'rowWords', grid, { ...grid, rows: [{ code: 'x', label: nl('ander') }, ...options('y')] }],
    ['breaking', 'requiredRows', grid, { ...grid, requiredRows: ['x'] }],
    ['safe', 'gridScaleRemoved', grid, { ...grid, scales: grid.scales.slice(0, 1) }],
    [
      'breaking',
      'gridUnless',
      grid,
      { ...grid, scales: [grid.scales[0], { ...grid.scales[1], unless: undefined }] },
    ],
  ])('judge as %s: %s', (verdict, key, before, after) => {
    expect(from(before, after)).toEqual([`${verdict} Q ${key}`]);
  });

  it('take the condition of the page they move to', () => {
    const showIf = { variable: 'first', is: ['a'] };
    const at = (p: object[], q: object[]) =>
      questionnaireOf([
        page('p', [consent, ask('first'), ...(p as never[])]),
        page('q', [ask('last'), ...(q as never[])], { showIf }),
      ]);
    expect(changes(at([ask('a')], []), at([], [ask('a')]))).toEqual([
      'safe a questionToPage',
      'breaking a questionCondition',
    ]);
  });
});

describe('a shared scale', () => {
  const shared = (...more: object[]) =>
    questionnaireOf([page('p', [consent, ask('A', { options: { scale: 's' } }), ask('G', grid)])], {
      scales: { s: { ...scales.s, options: [...scales.s.options, ...more] } },
    });

  it('that changes is told once, with all its questions', () => {
    const more = { ...options('4')[0], value: 3 };
    expect(changes(shared(), shared(more))).toEqual(['breaking A, G optionAdded']);
  });

  it('whose order changes is another scale', () => {
    const older = shared();
    const { s } = older.scales;
    const newer = {
      ...older,
      scales: { s: { look: 'agreement' as const, options: [...(s?.options ?? [])].reverse() } },
    };
    expect(changes(older, newer)).toEqual(['breaking A, G scaleReordered']);
  });
});

describe('a change', () => {
  it('is a sentence for who runs a library', () => {
    const [change] = changesBetween(
      of(ask('B2')),
      of(ask('B2', { options: [...options('a', 'b'), { code: 'c', label: nl('wekelijks') }] })),
    );
    expect(texts.say('nl', change?.key ?? '', change?.values)).toBe(
      'Vraag B2: een antwoord kwam erbij: “wekelijks”.',
    );
    expect(change?.path).toBe('pages[0].questions[2].options[2]');
  });
});
