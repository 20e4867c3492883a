// The working paper as a document for Word and PDF.
import type { Told } from '../../analysis/materials/literature.ts';
import type { PaperBlock, PaperDocument, Stretches } from './document.ts';
import type { LiteraturePaper } from './literature-paper.ts';
import { row } from './paper-blocks.ts';
import type { ReportWords } from './report-words.ts';
import { heading, note, paragraph } from './said-blocks.ts';

/** Whose paper it is, and the day it was drawn. */
export interface PaperFrame {
  readonly project: string;
  /** ISO date. */
  readonly day: string;
  readonly demonstration: boolean;
}

export function literatureDocument(
  paper: LiteraturePaper,
  { project, day, demonstration }: PaperFrame,
  words: ReportWords,
): PaperDocument {
  const { t } = words;
  const column = (name: string) => ({ head: t(`materials.paper.${name}`), numeric: false });
  const told = (items: readonly Told[]): string =>
    items.map(({ text, source }) => `${text} [${source}]`).join('; ');
  return {
    language: words.language,
    title: paper.title,
    kicker: `${project} · ${t('materials.paper.kicker')}`,
    contact: '',
    date: day,
    foot: [`${project} · ${t('materials.paper.kicker')}`, words.date(day)],
    page: t('report.page'),
    warning: demonstration ? t('report.paper.demonstration') : '',
    blocks: [
      ...section(
        t('materials.paper.intro'),
        paper.intro.map((each) => paragraph(each)),
      ),
      ...section(t('materials.paper.what'), [
        {
          kind: 'table',
          table: {
            caption: '',
            columns: [column('number'), column('source'), column('publisher'), column('year')],
            rows: paper.sources.map(({ number, title, kind, publisher, year }) =>
              row(
                null,
                String(number),
                [{ text: title, strong: true }, { text: ` ${kind}` }],
                publisher,
                year,
              ),
            ),
          },
        },
        ...paper.sources.flatMap(({ number, title, summary, link }) =>
          summary === '' && link === null
            ? []
            : [heading(3, `[${number}] ${title}`), paragraph(summary), ...(link ? [note(link)] : [])],
        ),
      ]),
      ...section(
        t('materials.paper.tasks'),
        paper.tasks.length === 0
          ? []
          : [
              {
                kind: 'table',
                table: {
                  caption: '',
                  columns: [column('role'), column('wentWell'), column('wentLessWell')],
                  rows: paper.tasks.map(({ role, wentWell, wentLessWell }) =>
                    row(null, role || t('materials.paper.noRole'), told(wentWell), told(wentLessWell)),
                  ),
                },
              },
            ],
      ),
      ...section(t('materials.paper.promoting'), listOf(paper.promoting)),
      ...section(t('materials.paper.hindering'), listOf(paper.hindering)),
      ...section(
        t('materials.paper.conclusion'),
        paper.conclusion.map((each) => paragraph(each)),
      ),
    ],
  };
}

/** A heading with what stands under it; nothing where nothing does. */
function section(title: string, blocks: readonly PaperBlock[]): readonly PaperBlock[] {
  return blocks.length > 0 ? [heading(2, title), ...blocks] : [];
}

function listOf(items: readonly Told[]): readonly PaperBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'list', items: items.map(({ text, source }): Stretches => [{ text: `${text} [${source}]` }]) },
  ];
}
