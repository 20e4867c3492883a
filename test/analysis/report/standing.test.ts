// Which written words a reader gets: those of the own language, never what the team withdrew in another.
import { describe, expect, test } from 'vitest';
import { blocksOf, type ReportBlock } from '../../../analysis/report/blocks.ts';
import { checkReport } from '../../../analysis/report/checks.ts';
import { emptyDraft, type ReportDraft, withText } from '../../../analysis/report/draft.ts';
import { writtenText } from '../../../analysis/report/standing.ts';
import { buildReport } from '../../../analysis/report.ts';
import { input } from '../report-values.ts';

type TextBlock = Extract<ReportBlock, { kind: 'text' }>;
const proposed: TextBlock = { id: 'text-A', kind: 'text', about: 'need', need: 'A' };
const own: TextBlock = { id: 'own-a', kind: 'text', about: 'own', words: { nl: 'sjabloon', en: 'template' } };
const text = (words: string, proposal = 'voorstel') => ({ words, proposal, revision: 1, figures: {} });

describe('the written words of a text', () => {
  test('are none where nobody wrote: it says what is proposed', () => {
    expect(writtenText(proposed, 'nl', ['nl'])).toBeNull();
    expect(writtenText({ ...proposed, edited: {} }, 'nl', ['nl'])).toBeNull();
  });

  test('are in another language where the team wrote that alone', () => {
    const edited = { en: 'ours', nl: 'het onze' };
    expect(writtenText({ ...proposed, edited: { nl: 'het onze' } }, 'en', ['nl'])).toEqual({
      language: 'nl',
      words: 'het onze',
    });
    expect(writtenText({ ...proposed, edited }, 'en', ['nl'])?.words).toBe('ours');
    // The project's own language goes before the order in which they were written.
    expect(writtenText({ ...proposed, edited }, 'fr', ['nl', 'en'])?.language).toBe('nl');
  });

  test('of the template go in every language once one is rewritten, and stay where one is added', () => {
    expect(writtenText(own, 'en', [])?.words).toBe('template');
    expect(writtenText({ ...own, edited: { nl: 'herschreven' } }, 'en', [])?.words).toBe('herschreven');
    const added: TextBlock = { ...own, edited: { fr: 'traduit' } };
    expect(writtenText(added, 'fr', [])?.words).toBe('traduit');
    expect(writtenText(added, 'en', [])?.words).toBe('template');
  });
});

describe('a text that says just what is proposed', () => {
  test('is the team’s own as long as another language is rewritten, and then no more', () => {
    const rewritten = withText(emptyDraft, 'text-A', 'nl', text('anders'));
    const english = withText(rewritten, 'text-A', 'en', text('proposal', 'proposal'));
    expect(Object.keys(english.texts['text-A'] ?? {})).toEqual(['nl', 'en']);
    expect(withText(english, 'text-A', 'nl', text('voorstel')).texts).toEqual({});
  });
});

describe('the check before publishing', () => {
  const checked = (draft: ReportDraft) =>
    checkReport(buildReport({ ...input, draft }), input.records, ['nl', 'en', 'fr']).map(
      ({ kind, language, severity }) => [severity, kind, language],
    );

  test('warns of every language a rewritten text is not in, and of one it was emptied in', () => {
    expect(blocksOf(buildReport(input)).map(({ id }) => id)).toContain('text-A');
    const draft = withText(emptyDraft, 'text-A', 'nl', text('anders'));
    expect(checked(draft)).toEqual([
      ['warning', 'untranslated', 'en'],
      ['warning', 'untranslated', 'fr'],
    ]);
    expect(checked(withText(draft, 'text-A', 'en', text('')))).toEqual([
      ['warning', 'emptied', 'en'],
      ['warning', 'untranslated', 'fr'],
    ]);
  });
});
