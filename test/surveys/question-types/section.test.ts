// Words between questions, and the reasons of a question as boxes beside it.
import { describe, expect, it } from 'vitest';
import { codebookOf } from '../../../surveys/codebook.ts';
import { asking, bodyOf, both, read, shown } from './one-question.ts';

const section = { type: 'section', paragraphs: [both('Eerst dit.', 'First this.'), both('Dan dat.')] };

describe('a section', () => {
  it('says its words in the language of the page', () => {
    expect(bodyOf(shown(section, {}, 'en'), 'section').paragraphs).toEqual(['First this.', 'Dan dat.']);
    expect(shown(section)).toMatchObject({ label: 'Vraag', required: false, reasons: [] });
  });

  it('asks and stores nothing', () => {
    expect(codebookOf(asking(section)).variables).toEqual([]);
    expect(read(section, {})).toMatchObject({ answers: {}, keys: [] });
    expect(read(section, { V: 'iets' }).keys).toEqual(['unknownField']);
  });
});
