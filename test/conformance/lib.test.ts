// Rows of the library qualification that are held by data: what its record says, what its text lacks, and what its parts point to.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawnQuestionnaire, facetCode } from '../../surveys/frameworks/drawn-questionnaire.ts';
import { partByCode, scoredParts } from '../../surveys/frameworks/parts.ts';
import { readFramework } from '../../surveys/frameworks/read-framework.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { questionnaireSchema, questionsOf, rowsOf } from '../../surveys/questionnaire.ts';
import { startWords } from '../surveys/editing/start-words.ts';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../surveys/templates/${path}.json`, import.meta.url), 'utf8'));
const read = readFramework(json('frameworks/bibliothecaris'));
if ('problems' in read) throw new Error('the framework cannot be read');
const { framework, findings } = read;

describe('the qualification of a librarian', () => {
  it('LIB-01 keeps its level 7 and leaves open what its source leaves open', () => {
    const facts = Object.fromEntries(framework.facts.map(({ code, value }) => [code, value]));
    expect(facts).toEqual({ eqf: '7', national: '7', theme: null, language: null, place: null });
    expect(framework.label).toMatchObject({ nl: expect.stringContaining('ibliothecaris') });
  });

  it('LIB-05 points from the training policy to the need for one, which the catalogue has', () => {
    const { needs } = needsCatalogueSchema.parse(json('ooo/needs'));
    const pointed = partByCode(framework, 'LIB-KT4.09')?.evidenceFor;
    expect(pointed).toEqual(['N5c']);
    expect(needs.map(({ code }) => code)).toContain('N5c');
  });

  it('LIB-15 tells of a text that breaks off, once, and never mends it', () => {
    const cut = findings.filter(({ kind }) => kind === 'cutOff');
    expect(cut.map(({ path }) => path)).toEqual(['context[0]']);
    expect(framework.context[0]?.nl?.endsWith('het belangr')).toBe(true);
  });

  it('LIB-19 splits the collection policy in seven, each to be drawn as a question of its own', () => {
    const part = partByCode(framework, 'LIB-KT1.11');
    if (!part) throw new Error('there is no such part');
    expect(part.facets.map(({ en }) => en)).toEqual([
      'acquire',
      'select',
      'keep',
      'disclose',
      'evaluate',
      'make valuable',
      'dispose or reuse',
    ]);
    const text = { nl: 'x', en: 'x' };
    const named = { title: text, intro: text, question: text, importance: text, ability: text };
    const steps = { importanceSteps: [text, text], abilitySteps: [text, text] };
    const words = { start: startWords, ...named, ...steps, notMine: text, own: text };
    const picked = [facetCode(part, 0), facetCode(part, 6), 'LIB-KT1.12'];
    const drawn = drawnQuestionnaire(framework, picked, [], 'proef', ['nl', 'en'], words);
    const [grid] = questionsOf(drawn).filter((question) => question.type === 'grid');
    if (grid?.type !== 'grid') throw new Error('there is no grid');
    expect(rowsOf(drawn, grid).options.map(({ code, label }) => [code, label.nl])).toEqual([
      ['LIB-KT1_11-1', 'collectiebeleid uitschrijven: verwerven'],
      ['LIB-KT1_11-7', 'collectiebeleid uitschrijven: afvoeren of herbestemmen'],
      ['LIB-KT1_12', expect.any(String)],
    ]);
    // Facets are no parts of their own: nothing is scored twice.
    expect(scoredParts(framework).filter(({ code }) => code.startsWith('LIB-KT1.11'))).toHaveLength(1);
  });

  it('LIB-26 finds the passing on of expertise in the pulse on sharing knowledge', () => {
    expect(partByCode(framework, 'LIB-KT7.07')?.label.en).toBe('pass on expertise');
    const pulse = questionnaireSchema.parse(json('kennisdeling/questionnaire'));
    const asked = questionsOf(pulse).find(({ code }) => code === 'KDP3');
    expect(asked?.label.nl).toMatch(/gaf .* door/);
  });
});
