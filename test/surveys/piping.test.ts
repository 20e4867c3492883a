// Earlier answers filled in in the words of the definition: in the language of the page, with words where there is none.
import { describe, expect, it } from 'vitest';
import { codebookOf } from '../../surveys/codebook.ts';
import { walk } from '../../surveys/flow.ts';
import { pageView } from '../../surveys/page-view.ts';
import { sayer } from '../../surveys/piping.ts';
import type { Page } from '../../surveys/questionnaire.ts';
import { noRegister } from '../../surveys/register.ts';
import { ask, consent, nl, options, page, questionnaireOf } from './small-questionnaire.ts';

const dontKnow = [{ code: 'dk', label: nl('weet niet'), missing: 'dontKnow' }];
const questionnaire = questionnaireOf([
  page('p', [
    consent,
    ask('A', {
      options: [
        { code: 'a', label: { nl: 'aan de balie', en: 'at the desk' } },
        { code: 'no', label: { nl: 'zeg ik niet', en: 'rather not say' }, missing: 'preferNotToSay' },
        { ...options('c')[0], text: true },
      ],
    }),
    ask('M', { type: 'multiple', options: options('x', 'y', 'z') }),
    ask('P', { type: 'pick', count: 2, options: options('x', 'y', 'z') }),
    ask('N', { type: 'number', decimals: 2, instead: dontKnow }),
    ask('D', { type: 'date' }),
    ask('Y', { type: 'date', precision: 'year', period: true }),
    ask('T', { type: 'text', maxLength: 10_000 }),
  ]),
  page('q', [ask('B', { label: nl('Over {T|dit}?'), help: nl('{A}') })], { title: nl('Na {T|alles}') }),
]);

/** The words with these answers filled in. */
function said(words: string, answers: Record<string, string>, language = 'nl'): string {
  return sayer(questionnaire, answers, language)({ nl: words });
}

describe('a reference to an answer', () => {
  it('says the label in the language of the page', () => {
    expect(said('Je werkt {A}.', { A: 'a' })).toBe('Je werkt aan de balie.');
    expect(said('Je werkt {A}.', { A: 'a' }, 'en')).toBe('Je werkt at the desk.');
  });

  it('says the words after the bar where there is no answer, and nothing where there are none', () => {
    expect(said('Over {A|je werk}: {A}', {})).toBe('Over je werk: ');
    expect(said('{T|niets}', { T: '' })).toBe('niets');
  });

  it('takes a reason to give no answer for none', () => {
    expect(said('{A|ergens}', { A: 'no' })).toBe('ergens');
    expect(said('{N|veel}', { N: 'dk' })).toBe('veel');
  });

  it('joins what was ticked or picked', () => {
    expect(said('{M|niets}', { 'M.x': '1', 'M.y': '0', 'M.z': '1' })).toBe('antwoord x, antwoord z');
    expect(said('{P|niets}', { 'P.x': '0', 'P.y': '1', 'P.z': '0' })).toBe('antwoord y');
    expect(said('{M|niets}', { 'M.x': '0', 'M.y': '0', 'M.z': '0' })).toBe('niets');
  });

  it('writes numbers and dates as the language does', () => {
    expect(said('{N} uur', { N: '1234.5' })).toBe('1.234,5 uur');
    expect(said('{N} hours', { N: '1234.5' }, 'en')).toBe('1,234.5 hours');
    expect(said('sinds {D}', { D: '2024-03-01' })).toBe('sinds 1 maart 2024');
    expect(said('since {D}', { D: '2024-03-01' }, 'en')).toBe('since 1 March 2024');
    expect(said('{Y.begin}–{Y.end}', { 'Y.begin': '2019', 'Y.end': '2024' })).toBe('2019–2024');
  });

  it('says words somebody typed beside an option', () => {
    expect(said('{A.c.text|iets}', { A: 'c', 'A.c.text': 'zingen' })).toBe('zingen');
  });

  it('keeps typed words on one line, and not longer than a sentence bears', () => {
    expect(said('{T}', { T: 'een\n\ntwee  drie' })).toBe('een twee drie');
    expect([...said('{T}', { T: 'é'.repeat(500) })]).toHaveLength(121);
  });

  it('never reads typed words as a reference', () => {
    expect(said('{T}', { T: '{A} {T|x}', A: 'a' })).toBe('{A} {T|x}');
  });

  it('leaves other braces alone', () => {
    expect(said('{ } {naam van je bib} {A', {})).toBe('{ } {naam van je bib} {A');
  });
});

describe('the codebook', () => {
  it('is about everybody: its words name nobody’s answer', () => {
    const { variables } = codebookOf(
      questionnaireOf([
        page('p', [consent, ask('A')]),
        page('q', [
          ask('B', {
            label: nl('Over {A|je werk}: {A}?'),
            options: [...options('x'), { code: 'y', label: nl('wel {A|dat}') }],
          }),
        ]),
      ]),
    );
    const last = variables.at(-1);
    expect([last?.label.nl, last?.categories[1]?.label.nl]).toEqual(['Over je werk: …?', 'wel dat']);
  });
});

describe('a page', () => {
  const second = questionnaire.pages[1] as Page;
  const view = (answers: Record<string, string>) =>
    pageView({
      questionnaire,
      page: second,
      walked: walk(questionnaire, { consent: 'yes', ...answers }, noRegister),
      given: {},
      problems: [],
      language: 'nl',
      libraries: [],
      seed: null,
    });

  it('fills in its title, questions and help, with typed words as they are', () => {
    const typed = '<script>alert(1)</script> & "co"';
    const shown = view({ T: typed, A: 'a' });
    expect([shown.title, shown.questions[0]?.label, shown.questions[0]?.help]).toEqual([
      `Na ${typed}`,
      `Over ${typed}?`,
      'aan de balie',
    ]);
    expect(view({}).title).toBe('Na alles');
  });
});
