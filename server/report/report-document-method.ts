// The method of a report on paper: who was asked, how the figures were made, the rules, the sources and the course of the work.
import type { PaperBlock } from './document.ts';
import { row } from './paper-blocks.ts';
import type { ReportView } from './report-view.ts';
import type { ReportWords } from './report-words.ts';
import { heading, paragraph, plain } from './said-blocks.ts';

/** The blocks of the method's section, in the order of its page. */
export function methodBlocks(
  { method, sources, timeline, contact }: ReportView,
  words: ReportWords,
): readonly PaperBlock[] {
  const { t } = words;
  const part = (key: string, has: boolean, ...blocks: readonly PaperBlock[]): readonly PaperBlock[] =>
    has ? [heading(3, t(key)), ...blocks] : [];
  const said = (texts: readonly string[]) => texts.map((text) => paragraph(text));
  const { computed } = method;
  return [
    ...part('report.method.who', true, ...said(method.sample)),
    ...method.tables.map(
      ({ caption, head, rows }): PaperBlock => ({
        kind: 'table',
        table: {
          caption,
          columns: [
            { head, numeric: false },
            { head: t('report.method.took'), numeric: true },
            { head: t('report.method.register'), numeric: true },
          ],
          rows: rows.map(({ name, figure, of }) => row(null, name, figure, of)),
        },
      }),
    ),
    ...part('report.method.figures', true, ...said(method.figures), ...said(method.own)),
    ...part('report.paper.computed', computed !== null, {
      kind: 'terms',
      terms: (computed?.methods ?? []).map(({ function: name, file, how, source }) => ({
        term: name,
        anchor: null,
        said: [plain(how), plain(`${file}${source === '' ? '' : ` · ${source}`}`)],
      })),
    }),
    ...part(
      'report.method.verbalTitle',
      method.verbal.length > 0,
      paragraph(`${t('report.method.verbalIntro')} ${method.verbal.join('; ')}.`),
    ),
    ...part('report.method.rules', method.rules.length > 0, {
      kind: 'terms',
      terms: method.rules.map(({ label, conditions }) => ({
        term: label,
        anchor: null,
        said: [plain(conditions.join(', '))],
      })),
    }),
    ...part('report.method.sourcesTitle', sources.length > 0, {
      kind: 'list',
      items: sources.map((source) => plain(source)),
    }),
    ...part('report.method.timeline', timeline.length > 0, {
      kind: 'terms',
      terms: timeline.map(({ date, title, mode }) => ({
        term: date,
        anchor: null,
        said: [plain(mode === '' ? title : `${title}, ${mode}`)],
      })),
    }),
    ...(contact === '' ? [] : [paragraph(contact)]),
  ];
}
