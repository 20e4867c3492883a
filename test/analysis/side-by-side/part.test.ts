// One number as a share of itself and another: added up, with nothing where there is nothing, and only of enough people.
import { describe, expect, it } from 'vitest';
import { chartsOfSideBySide } from '../../../analysis/charts/side-by-side-charts.ts';
import { Dataset } from '../../../analysis/dataset.ts';
import { discloseSideBySide } from '../../../analysis/disclosure/side-by-side.ts';
import { sideBySideResults } from '../../../analysis/side-by-side/side-by-side.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../surveys/response-document.ts';
import { sideBySideSchema } from '../../../surveys/side-by-side.ts';

const words = (nl: string) => ({ nl });
const option = (code: string) => ({ code, label: words(code) });
const codebook = codebookOf(
  questionnaireSchema.parse({
    format: 'nodenkaart/questionnaire/1',
    code: 'uren',
    languages: ['nl'],
    title: words('Uren'),
    welcome: { title: words('Welkom'), paragraphs: [words('Dag')] },
    notice: [{ title: words('Doel'), text: words('Leren') }],
    thanks: { title: words('Dank'), paragraphs: [words('Tot later')] },
    pages: [
      {
        code: 'p',
        title: words('Alles'),
        questions: [
          { type: 'register', code: 'lib', label: words('Bib') },
          { type: 'single', code: 'any', label: words('Zijn er'), options: [option('ja'), option('nee')] },
          { type: 'number', code: 'theirs', label: words('Hun uren') },
          { type: 'number', code: 'ours', label: words('Onze uren') },
        ],
      },
    ],
  }),
);
type Row = Readonly<Record<string, string>>;
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
function partOf(rows: readonly Row[], declared: object = {}) {
  const dataset = new Dataset(codebook, 1);
  dataset.append(
    rows.map((answers, index) => ({
      sequence: index + 1,
      id: `r${index}`,
      version: 1,
      library: answers.lib ?? null,
      day: '2024-01-08',
      document: packAnswers(codebook, answers, () => true),
    })),
  );
  const [result] = sideBySideResults(
    [
      sideBySideSchema.parse({
        kind: 'part',
        code: 'deel',
        label: words('Deel'),
        part: 'theirs',
        rest: 'ours',
        nothing: { variable: 'any', codes: ['nee'] },
        published: { share: 0.02, source: words('Een studie') },
        ...declared,
      }),
    ],
    { dataset, register: [], background: [], declared: [], everything: true },
  );
  if (result && result.kind !== 'part') throw new Error('no part');
  return result;
}

describe('NYR-08 one number as a part of two', () => {
  it('adds both up, counts who has none with 0 and leaves out who gave one of them alone', () => {
    const result = partOf([
      { any: 'ja', theirs: '10', ours: '90' },
      { any: 'nee', ours: '100' },
      { any: 'ja', theirs: '50' },
      { any: 'ja', ours: '500' },
    ]);
    expect(result?.part).toMatchObject({ base: 2, estimate: 0.05 });
  });

  it('has the interval of a ratio with libraries as clusters, as worked out in R', () => {
    // In R: th <- c(30, 5, 0); to <- c(200, 200, 100); r <- sum(th) / sum(to); e <- th - r * to
    // r + qt(.975, 2) * sqrt(3 / 2 * sum(e^2)) / sum(to)
    const result = partOf([
      { lib: 'A', any: 'ja', theirs: '10', ours: '90' },
      { lib: 'A', any: 'ja', theirs: '20', ours: '80' },
      { lib: 'B', any: 'ja', theirs: '5', ours: '195' },
      { lib: 'C', any: 'nee', ours: '100' },
    ]);
    expect(result?.part.estimate).toBeCloseTo(0.07, 12);
    expect(result?.part.interval?.lower).toBe(0);
    expect(result?.part.interval?.upper).toBeCloseTo(0.277064464135, 10);
  });

  it('is told of eight people and more, with its interval from twenty on', () => {
    const told = (count: number) => {
      const result = partOf(times(count, { any: 'ja', theirs: '2', ours: '98' }));
      const shown = result && discloseSideBySide(result);
      return shown?.kind === 'part' ? shown.part : null;
    };
    expect(told(7)).toEqual({ base: null, estimate: null, interval: null, openness: 'withheld' });
    expect(told(8)).toMatchObject({ base: 8, interval: null, openness: 'smallGroup' });
    expect(told(20)).toMatchObject({ base: 20, openness: 'full', interval: {} });
  });

  it('stands on its chart, its table and its sentence beside the published share with where that comes from', () => {
    const result = partOf(times(20, { any: 'ja', theirs: '3', ours: '97' }));
    const [chart] = result ? chartsOfSideBySide(result, 'nl') : [];
    expect(chart?.config?.options.plugins.nodenkaart.ticks).toEqual([{ row: 0, at: 2 }]);
    expect(chart?.sentence).toMatchObject({ values: { percent: 3, base: 20, published: 2 } });
    expect(chart?.table.groups[0]?.rows.map(({ head }) => head)).toContain('Een studie');
  });

  it('of what nobody was asked is none', () => {
    expect(partOf([], { rest: 'nergens' })).toBeUndefined();
    expect(partOf([], { rest: 'any' })).toBeUndefined();
  });
});
