// Who could be identified: the same counts as going over the rows one by one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Dataset } from '../../analysis/dataset.ts';
import { identificationSteps, libraryFact } from '../../analysis/identification.ts';
import { kAnonymity } from '../../analysis/statistics/k-anonymity.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';

const single = (code: string) => ({
  type: 'single',
  code,
  label: { nl: code },
  options: ['a', 'b', 'c'].map((option) => ({ code: option, label: { nl: option } })),
});
const questionnaire = questionnaireSchema.parse({
  format: 'nodenkaart/questionnaire/1',
  code: 'wie',
  languages: ['nl'],
  title: { nl: 'Wie' },
  welcome: { title: { nl: 'Welkom' }, paragraphs: [{ nl: 'Welkom' }] },
  notice: [{ title: { nl: 'Wat' }, text: { nl: 'Dit' } }],
  thanks: { title: { nl: 'Dank' }, paragraphs: [{ nl: 'Dank' }] },
  pages: [{ code: 'P', title: { nl: 'P' }, questions: [single('A'), single('B')] }],
});
const codebook = codebookOf(questionnaire);

it('counts groups fact by fact as k-anonymity over rows does, a skipped answer being a value like others', () => {
  const code = fc.constantFrom('', 'a', 'b', 'c');
  const row = fc.record({ A: code, B: code, library: fc.constantFrom(null, 'x', 'y') });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const dataset = new Dataset(codebook, 1);
      dataset.append(
        rows.map(({ A, B, library }, index) => ({
          sequence: index + 1,
          version: 1,
          library,
          day: '2026-03-01',
          document: packAnswers(codebook, { A, B }, () => true),
        })),
      );
      const facts = [libraryFact, 'A', 'B'];
      const told = rows.map(({ library, ...answers }) => ({ ...answers, library: String(library) }));
      const steps = identificationSteps(dataset, facts, 5);
      facts.forEach((_, index) => {
        const { k, below } = kAnonymity(told, facts.slice(0, index + 1), 5);
        const alone = kAnonymity(told, facts.slice(0, index + 1), 2).below;
        expect(steps[index]).toMatchObject({ smallest: k, below, alone });
      });
    }),
  );
});
