// A report as blocks: what it begins with, under which headings it stands, and that no block holds a number of its own.
import { describe, expect, test } from 'vitest';
import { blocksOf, sectionsOf, standardBlocks } from '../../../analysis/report/blocks.ts';
import { buildReport } from '../../../analysis/report.ts';
import { reportTemplateSchema } from '../../../surveys/report-template.ts';
import { input, template, words } from '../report-values.ts';

const report = buildReport(input);

describe('the blocks a report begins with', () => {
  test('stand in the order of the needs, each record once, with the need told first by its writer', () => {
    expect(blocksOf(report).map(({ id }) => id)).toEqual([
      'summary',
      'facts',
      'shares',
      'order',
      'panel',
      'need-B',
      'text-B',
      'chart-B-C4',
      'score-B',
      'quote-Q1',
      'finding-V1',
      'recommendation-R1',
      'actions-B',
      'need-B2',
      'text-B2',
      'score-B2',
      'actions-B2',
      'need-B1',
      'text-B1',
      'score-B1',
      'actions-B1',
      'need-A',
      'text-A',
      'score-A',
      'finding-V2',
      'actions-A',
      'actions',
      'method',
    ]);
  });

  test('have each an id of their own and no number', () => {
    const blocks = blocksOf(report);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    expect(JSON.stringify(blocks)).not.toMatch(/:\s*-?\d/);
  });

  test('follow the outline of the template, with its own texts under their headings', () => {
    const own = { id: 'own-vooraf', heading: words('Vooraf'), text: words('Lees dit eerst.') };
    const outline = reportTemplateSchema.parse({
      ...template,
      blocks: ['order', own, 'needs', 'method'],
      needBlocks: ['findings'],
    });
    const blocks = standardBlocks(report, outline);
    expect(blocks.map(({ id }) => id)).toEqual([
      'order',
      'own-vooraf',
      'need-B',
      'finding-V1',
      'need-B2',
      'need-B1',
      'need-A',
      'finding-V2',
      'method',
    ]);
    expect(sectionsOf(blocks).map(({ kind }) => kind)).toEqual([
      'opening',
      'order',
      'own',
      'need',
      'need',
      'need',
      'need',
      'method',
    ]);
  });

  test('of a report frozen before there were blocks are those of that time', () => {
    const { blocks = [], ...old } = report;
    const ids = (all: typeof blocks) => all.map(({ id }) => id);
    expect(ids(blocksOf(old))).toEqual(ids(blocks).filter((id) => !id.startsWith('text-')));
  });
});
