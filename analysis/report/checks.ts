// What to look at before a report is published, each with the block to mend: errors keep it back, warnings do not.
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import { blocksOf, type ReportBlock, shownBlocks } from './blocks.ts';
import { figuresIn, figuresOf } from './figures.ts';
import type { ReportModel } from './model.ts';
import { writtenWords } from './standing.ts';

export interface ReportProblem {
  readonly severity: 'error' | 'warning';
  readonly kind:
    | 'unreleased'
    | 'unknownFigure'
    | 'suppressedFigure'
    | 'emptyText'
    | 'emptyTitle'
    | 'emptyHeading'
    | 'noAlternative'
    | 'untranslated'
    | 'emptied'
    | 'figuresChanged'
    | keyof ProjectAnalysis['orphans'];
  /** The block to mend; null where no block shows it. */
  readonly block: string | null;
  /** The language of the text; null where it is no text. */
  readonly language: string | null;
  /** What it is about: the code of a figure, quote or record. */
  readonly about: string;
}

type TextBlock = Extract<ReportBlock, { kind: 'text' }>;

/** How many errors a report has as it stands; while there is one, it is not published. */
export function errorsOf(report: ReportModel, records: ProjectRecords): number {
  return checkReport(report, records, []).filter(({ severity }) => severity === 'error').length;
}

/** Problems of the titles, texts and pictures of a report and quotes whose words nobody released; what is left out has none. */
export function checkReport(
  report: ReportModel,
  records: ProjectRecords,
  languages: readonly string[],
): readonly ReportProblem[] {
  const reportTitle = emptyIn(report.title).map((language) =>
    problem('error', 'emptyTitle', null, 'title', language),
  );
  const ofBlocks = shownBlocks(report).flatMap((block): readonly ReportProblem[] => [
    ...emptyIn(headingOf(report, block)).map((language) =>
      problem('error', 'emptyHeading', block.id, block.id, language),
    ),
    ...(block.kind === 'text' ? textProblems(report, block, records, languages) : []),
    ...recordProblems(report, block, records),
    ...(block.kind === 'chart' && !hasAlternative(report, block)
      ? [problem('error', 'noAlternative', block.id, block.id)]
      : []),
  ]);
  return [...reportTitle, ...ofBlocks];
}

/** The title over the section a block opens that is words of the project; null where there is none. */
function headingOf(report: ReportModel, block: ReportBlock): Text | null {
  if (block.heading) return block.heading;
  if (block.kind !== 'need') return null;
  return report.needs.find(({ code }) => code === block.need)?.label ?? null;
}

/** The languages in which a title has nothing one can see: paper with such a heading is refused. */
function emptyIn(title: Text | null): readonly string[] {
  return Object.entries(title ?? {}).flatMap(([language, words]) => (isBlank(words) ? [language] : []));
}

function isBlank(words: string): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(words);
}

/** What hangs loose in the chain from source to action (docs/rules.md, Report), with the block that shows it. */
export function looseEndsOf(
  report: ReportModel,
  orphans: ProjectAnalysis['orphans'],
): readonly ReportProblem[] {
  const blocks = new Set(blocksOf(report).map(({ id }) => id));
  const known = (id: string) => (blocks.has(id) ? id : null);
  const warnings = (kind: keyof ProjectAnalysis['orphans'], block: (code: string) => string | null) =>
    orphans[kind].map((code) => problem('warning', kind, block(code), code));
  return [
    ...warnings('findingsWithoutSource', (code) => known(`finding-${code}`)),
    ...warnings('needsWithoutAction', (code) => known(`need-${code}`)),
    ...warnings('needsPartlyAnswered', (code) => known(`need-${code}`)),
    ...warnings('actionsWithoutNeed', () => known('actions')),
    ...warnings('actionsWithoutRecommendation', () => known('actions')),
    ...warnings('actionsWithoutMeans', () => known('actions')),
  ];
}

function problem(
  severity: ReportProblem['severity'],
  kind: ReportProblem['kind'],
  block: string | null,
  about: string,
  language: string | null = null,
): ReportProblem {
  return { severity, kind, block, language, about };
}

function textProblems(
  report: ReportModel,
  block: TextBlock,
  records: ProjectRecords,
  languages: readonly string[],
): readonly ReportProblem[] {
  const written = writtenWords(block);
  const figures = figuresOf(report);
  const any = Object.values(written).some((text) => text.trim() !== '');
  if (block.about === 'own' && !any) return [problem('error', 'emptyText', block.id, block.id)];
  const missing = languages
    .filter((language) => any && (written[language] ?? '').trim() === '')
    .map((language) => {
      // A text that somebody emptied says nothing in that language; one that nobody wrote is read in another.
      const kind = written[language] === undefined ? 'untranslated' : 'emptied';
      return problem('warning', kind, block.id, block.id, language);
    });
  const inText = Object.entries(written).flatMap(([language, text]) => [
    ...figuresIn(text).flatMap((code): readonly ReportProblem[] => {
      const figure = figures.get(code);
      if (!figure) return [problem('error', 'unknownFigure', block.id, code, language)];
      const nothing = figure.share.openness === 'withheld';
      return nothing ? [problem('error', 'suppressedFigure', block.id, code, language)] : [];
    }),
    ...unreleasedIn(text, records).map((code) => problem('error', 'unreleased', block.id, code, language)),
  ]);
  return [...missing, ...inText];
}

/** Findings and recommendations are texts of the project too: nobody's unreleased words may stand in them. */
function recordProblems(
  report: ReportModel,
  block: ReportBlock,
  records: ProjectRecords,
): readonly ReportProblem[] {
  const texts = (all: readonly (Text | null | undefined)[]) =>
    all.flatMap((text) => Object.values(text ?? {}));
  const said = () => {
    if (block.kind === 'finding') {
      const found = report.findings.find(({ code }) => code === block.finding);
      return texts([found?.text, found?.explanation]);
    }
    if (block.kind === 'recommendation')
      return texts([report.recommendations.find(({ code }) => code === block.recommendation)?.text]);
    return [];
  };
  return said()
    .flatMap((text) => unreleasedIn(text, records))
    .map((code) => problem('error', 'unreleased', block.id, code));
}

/** Codes of quotes whose words stand in a text and that nobody released (PRV-12). */
function unreleasedIn(text: string, { quote }: ProjectRecords): readonly string[] {
  return quote
    .filter(({ released }) => !released)
    .filter((each) => Object.values(each.text).some((words) => words !== '' && text.includes(words)))
    .map(({ code }) => code);
}

/** A chart is named and said in words by what it shows: without a name there is no alternative for who cannot see it. */
function hasAlternative(report: ReportModel, block: Extract<ReportBlock, { kind: 'chart' }>): boolean {
  if (block.of === 'saved')
    return (report.saved ?? []).some(({ id, title }) => id === block.saved && !isBlank(title));
  if (block.of !== 'question') return true;
  const chart = report.needs
    .find(({ code }) => code === block.need)
    ?.charts.find(({ code }) => code === block.chart);
  const label =
    chart?.kind === 'question'
      ? chart.result.label
      : chart?.kind === 'comparison'
        ? chart.comparison.label
        : null;
  return label === null || (Object.keys(label).length > 0 && emptyIn(label).length === 0);
}
