// "My answers": every answer in the words of the questionnaire, nothing about what was not asked, and the same as text.
import { describe, expect, it } from 'vitest';
import { answersAsText } from '../../surveys/answers-text.ts';
import { type AnsweredPage, answersView } from '../../surveys/answers-view.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { sample, sampleDefinition, sampleRegister } from './sample-questionnaire.ts';

const both = (words: string) => ({ nl: words, en: words });

function viewOf(answers: Readonly<Record<string, string>>, questionnaire = sample): readonly AnsweredPage[] {
  return answersView({
    questionnaire,
    answers,
    register: sampleRegister,
    language: 'nl',
    libraryName: (code) => ({ 'bib-1': 'Bib Lindedorp' })[code] ?? code,
    formatPlace: (measure, answer) => `${measure} ${answer}`,
  });
}

const answerTo = (pages: readonly AnsweredPage[], code: string) =>
  pages.flatMap(({ questions }) => questions).find((question) => question.code === code)?.answer;

const numeric = questionnaireSchema.parse({
  ...sampleDefinition,
  pages: [
    {
      code: 'new',
      title: both('Nieuw'),
      questions: [
        { type: 'section', code: 'words', label: both('Even dit'), paragraphs: [both('Lees.')] },
        {
          type: 'number',
          code: 'hours',
          label: both('Uren'),
          unit: both('uur'),
          decimals: 1,
          instead: [{ code: 'dk', label: both('Weet ik niet'), missing: 'dontKnow' }],
        },
        { type: 'date', code: 'since', label: both('Sinds'), precision: 'month', period: true },
        {
          type: 'points',
          code: 'share',
          label: both('Verdeel'),
          total: 10,
          options: [
            { code: 'a', label: both('A') },
            { code: 'b', label: both('B') },
          ],
        },
        { type: 'scale', code: 'line', label: both('Lijn'), to: 5, low: both('laag'), high: both('hoog') },
      ],
    },
  ],
});

describe('answers in words', () => {
  it('say the labels, the typed words, the places in order and the library by name', () => {
    const pages = viewOf({
      consent: 'yes',
      library: 'bib-1',
      role: 'other',
      'role.other.text': 'poetsen',
      'learn.a': '1',
      'learn.b': '0',
      'learn.c': '1',
      'learn.c.text': 'fietsen',
      'learn.none': '0',
      'ways.film': '2',
      'ways.paper': '1',
      'ways.person': 'unranked',
      words: 'hallo <b>',
    });
    expect(pages.map(({ title }) => title)).toContain('Toestellen: hoe vaak?');
    expect(answerTo(pages, 'consent')).toEqual({ kind: 'words', words: 'Ik doe mee' });
    expect(answerTo(pages, 'library')).toEqual({ kind: 'words', words: 'Bib Lindedorp' });
    expect(answerTo(pages, 'role')).toEqual({ kind: 'words', words: 'Iets anders: poetsen' });
    expect(answerTo(pages, 'learn')).toEqual({ kind: 'list', items: ['Zoeken', 'Iets anders: fietsen'] });
    expect(answerTo(pages, 'ways')).toEqual({ kind: 'ordered', items: ['Papier', 'Filmpje'] });
    expect(answerTo(pages, 'words')).toEqual({ kind: 'words', words: 'hallo <b>' });
    expect(answerTo(pages, 'pace')).toEqual({ kind: 'open' });
  });

  it('say nothing of pages and questions that were not shown, whatever was answered there', () => {
    const pages = viewOf({ role: 'desk', team: 'geheim', why: 'time' });
    expect(pages.map(({ code }) => code)).toEqual(['you', 'tools', 'ways']);
    expect(answerTo(pages, 'why')).toBeUndefined();
    expect(JSON.stringify(pages)).not.toContain('geheim');
  });

  it('lay a grid out by group, and tell left open from not asked', () => {
    const pages = viewOf({ 'use.till': '2', 'well.till': '1', 'use.site': 'N' });
    expect(answerTo(pages, 'use')).toEqual({
      kind: 'grid',
      scales: ['Hoe vaak?', 'Hoe vlot?'],
      groups: [
        {
          label: 'Balie',
          rows: [
            {
              code: 'till',
              label: 'Kassa',
              cells: [
                { words: 'Vaak', asked: true },
                { words: 'Vlot', asked: true },
              ],
            },
            {
              code: 'catalogue',
              label: 'Catalogus',
              cells: [
                { words: null, asked: true },
                { words: null, asked: true },
              ],
            },
          ],
        },
        {
          label: 'Web',
          rows: [
            {
              code: 'site',
              label: 'Website',
              cells: [
                { words: 'Niet in onze bib', asked: true },
                { words: null, asked: false },
              ],
            },
          ],
        },
      ],
    });
  });

  it('write numbers with their unit, both ends of a period, points per option, and reasons', () => {
    const pages = viewOf(
      { hours: '12.5', 'since.begin': '2020-01', 'since.end': '2021-02', 'share.a': '7', 'share.b': '3' },
      numeric,
    );
    expect(answerTo(pages, 'words')).toBeUndefined();
    expect(answerTo(pages, 'hours')).toEqual({ kind: 'words', words: 'number 12.5 uur' });
    expect(answerTo(pages, 'since')).toEqual({
      kind: 'period',
      begin: 'month 2020-01',
      end: 'month 2021-02',
    });
    expect(answerTo(pages, 'share')).toEqual({
      kind: 'pairs',
      pairs: [
        { label: 'A', words: 'number 7' },
        { label: 'B', words: 'number 3' },
      ],
    });
    expect(answerTo(viewOf({ hours: 'dk', line: '5' }, numeric), 'hours')).toEqual({
      kind: 'words',
      words: 'Weet ik niet',
    });
    expect(answerTo(viewOf({ line: '5' }, numeric), 'line')).toEqual({ kind: 'words', words: '5: hoog' });
  });
});

describe('the text file', () => {
  it('has every question with its answer on lines of their own', () => {
    const pages = viewOf({ role: 'desk', 'use.till': '2', 'ways.paper': '1', words: 'een\ntwee' });
    const text = answersAsText(['Proefvragen', 'Verstuurd'], pages, {
      open: 'niet beantwoord',
      from: 'van',
      until: 'tot',
    });
    const lines = text.split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['Proefvragen', 'Verstuurd']);
    expect(lines).toContain('  Balie');
    expect(lines).toContain('  Kassa: Vaak; (niet beantwoord)');
    expect(lines).toContain('  Website: (niet beantwoord)');
    expect(lines).toContain('  1. Papier');
    expect(lines).toContain('  een');
    expect(lines).toContain('  twee');
    expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
  });
});
