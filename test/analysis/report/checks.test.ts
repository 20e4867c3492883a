// What is looked at before publishing: what is shown, and only that, down to titles with nothing to see in them.
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../analysis/report/blocks.ts';
import { checkReport } from '../../../analysis/report/checks.ts';
import { emptyDraft, hidden, withAdded, withText } from '../../../analysis/report/draft.ts';
import type { ReportModel } from '../../../analysis/report/model.ts';
import { buildReport } from '../../../analysis/report.ts';
import { input } from '../report-values.ts';

const languages = ['nl', 'en'];
const problems = (report: ReportModel) =>
  checkReport(report, input.records, languages).map(({ severity, kind, block, about, language }) =>
    [severity, kind, block ?? about, language].join(' '),
  );
const text = { words: '{figure:nergens}', proposal: '', revision: 1, figures: {} };

describe('the check before publishing', () => {
  test('finds nothing in a report as it begins', () => {
    expect(problems(buildReport(input))).toEqual([]);
  });

  test('says which title has nothing to see in it, and in which language: paper with it is refused', () => {
    const report = buildReport(input);
    expect(problems({ ...report, title: { nl: 'Titel', en: ' ' } })).toEqual(['error emptyTitle title en']);
    const needs = report.needs.map((need) =>
      need.code === 'A' ? { ...need, label: { ...need.label, nl: '\u200b' } } : need,
    );
    expect(problems({ ...report, needs })).toEqual(['error emptyHeading need-A nl']);
    const draft = withText(
      withAdded(emptyDraft, { id: 'own-x', after: 'shares', heading: { nl: '  ' } }),
      'own-x',
      'nl',
      { ...text, words: 'Woorden.' },
    );
    expect(problems(buildReport({ ...input, draft }))).toContain('error emptyHeading own-x nl');
  });

  test('looks at what is shown and at nothing that went along with a part left out', () => {
    const draft = withText(emptyDraft, 'text-A', 'nl', text);
    const found = 'error unknownFigure text-A nl';
    expect(problems(buildReport({ ...input, draft }))).toContain(found);
    const without = buildReport({ ...input, draft: hidden(draft, 'need-A', true) });
    expect(blocksOf(without).find(({ id }) => id === 'text-A')?.hidden).toBeUndefined();
    expect(problems(without)).toEqual([]);
  });
});
