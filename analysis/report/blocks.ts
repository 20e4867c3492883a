// A report as blocks in an order: what stands where. A block names figures and records by their code and never holds a
// number of its own, so that what it shows is what the report's model says.

import type { Text } from '../../surveys/questionnaire.ts';
import { outlineParts, type ReportTemplate } from '../../surveys/report-template.ts';
import type { ReportModel, ReportNeed } from './model.ts';

/** Which generated text a text block begins with; `own` begins empty or with the template's words. */
export type TextAbout = 'summary' | 'opening' | 'panel' | 'need' | 'own';

interface AnyBlock {
  /** One name for a block, the same in every version: edits and links hold on to it. */
  readonly id: string;
  /** The block opens a section of its own under this heading. */
  readonly heading?: Text;
  /** Left out of what is published; the team still sees it. */
  readonly hidden?: boolean;
}

/**
 * One block. `text` has sentences (the team's own words per language where there are any, paragraphs apart by an empty
 * line, figures in them as `{figure:CODE}`); `figure` large numbers; `need` the card that opens a need's section;
 * `actions` those of one need, or all of them with their own section.
 */
export type ReportBlock = AnyBlock &
  (
    | {
        readonly kind: 'text';
        readonly about: TextAbout;
        readonly need?: string;
        /** Of the template, for a text of the project's own. */
        readonly words?: Text;
        /** The team's own, per language: it takes the place of what is proposed in every language (standing.ts). */
        readonly edited?: Readonly<Record<string, string>>;
      }
    | { readonly kind: 'figure'; readonly of: 'facts' | 'shares' }
    | { readonly kind: 'chart'; readonly of: 'question'; readonly need: string; readonly chart: string }
    | { readonly kind: 'chart'; readonly of: 'remarks' | 'comparisons' }
    | { readonly kind: 'chart'; readonly of: 'saved'; readonly saved: string }
    | { readonly kind: 'table'; readonly of: 'order' | 'services' }
    | { readonly kind: 'table'; readonly of: 'score'; readonly need: string }
    | { readonly kind: 'quote'; readonly quote: string }
    | { readonly kind: 'need'; readonly need: string }
    | { readonly kind: 'finding'; readonly finding: string }
    | { readonly kind: 'recommendation'; readonly recommendation: string }
    | { readonly kind: 'actions'; readonly need: string | null }
    | { readonly kind: 'method' }
  );

/** What a section is about: it gives the heading and the place in the page. */
export type SectionKind =
  | 'opening'
  | 'order'
  | 'need'
  | 'services'
  | 'remarks'
  | 'comparisons'
  | 'saved'
  | 'actions'
  | 'method'
  | 'own';

/** Blocks under one heading; the first section is the opening, which has none but the report's title. */
export interface ReportSection {
  readonly kind: SectionKind;
  /** Of the block that opens it; `summary` for the opening. */
  readonly id: string;
  readonly blocks: readonly ReportBlock[];
}

/** What blocks can be made of. */
export type BlockSources = Pick<
  ReportModel,
  | 'summary'
  | 'opening'
  | 'facts'
  | 'needs'
  | 'panel'
  | 'quotes'
  | 'findings'
  | 'recommendations'
  | 'actions'
  | 'services'
  | 'remarks'
  | 'comparisons'
  | 'saved'
>;

type OutlinePart = NonNullable<ReportTemplate['blocks']>[number];
type NeedPart = NonNullable<ReportTemplate['needBlocks']>[number];

const needOfOld: readonly NeedPart[] = [
  'charts',
  'score',
  'quotes',
  'findings',
  'recommendations',
  'actions',
];
const needOfNew: readonly NeedPart[] = ['text', ...needOfOld];

/** The blocks a report begins with, in the order of its template; what the project does not have gets no block. */
export function standardBlocks(
  report: BlockSources,
  template: Pick<ReportTemplate, 'blocks' | 'needBlocks'> = {},
): readonly ReportBlock[] {
  const outline = template.blocks ?? outlineParts;
  const needParts = template.needBlocks ?? needOfNew;
  return outline.flatMap((part) => blocksOfPart(part, report, needParts));
}

function blocksOfPart(
  part: OutlinePart,
  report: BlockSources,
  needParts: readonly NeedPart[],
): readonly ReportBlock[] {
  if (typeof part === 'object') {
    const { id, heading, text } = part;
    return [{ id, kind: 'text', about: 'own', words: text, ...(heading ? { heading } : {}) }];
  }
  const when = (has: boolean, block: ReportBlock) => (has ? [block] : []);
  switch (part) {
    case 'summary':
    case 'opening':
    case 'panel':
      return when(report[part].length > 0, { id: part, kind: 'text', about: part });
    case 'facts':
      return [{ id: part, kind: 'figure', of: part }];
    case 'shares':
      return when(report.facts.shares.length > 0, { id: part, kind: 'figure', of: part });
    case 'order':
      return [{ id: part, kind: 'table', of: part }];
    case 'services':
      return when(report.services.length > 0, { id: part, kind: 'table', of: part });
    case 'needs':
      return report.needs.flatMap((need) => needBlocks(need, report, needParts));
    case 'remarks':
      return when(
        report.remarks.some(({ remarks }) => remarks > 0),
        { id: part, kind: 'chart', of: part },
      );
    case 'comparisons':
      return when(report.comparisons.length > 0, { id: part, kind: 'chart', of: part });
    case 'saved':
      return (report.saved ?? []).map(({ id }) => ({
        id: `saved-${id}`,
        kind: 'chart',
        of: 'saved',
        saved: id,
      }));
    case 'actions':
      return when(report.actions.length > 0, { id: part, kind: 'actions', need: null });
    case 'method':
      return [{ id: part, kind: 'method' }];
  }
}

/** A need's card and what stands under it. A record is told in full with one need; the card links to the others. */
function needBlocks(
  need: ReportNeed,
  report: BlockSources,
  parts: readonly NeedPart[],
): readonly ReportBlock[] {
  const { code } = need;
  const here = <T extends { readonly home: string }>(records: readonly T[]) =>
    records.filter(({ home }) => home === code);
  const ofPart: Record<NeedPart, () => readonly ReportBlock[]> = {
    text: () => [{ id: `text-${code}`, kind: 'text', about: 'need', need: code }],
    charts: () =>
      need.charts.map((chart) => ({
        id: `chart-${code}-${chart.code}`,
        kind: 'chart',
        of: 'question',
        need: code,
        chart: chart.code,
      })),
    score: () =>
      need.sources.length > 0 ? [{ id: `score-${code}`, kind: 'table', of: 'score', need: code }] : [],
    quotes: () =>
      here(report.quotes).map((quote) => ({ id: `quote-${quote.code}`, kind: 'quote', quote: quote.code })),
    findings: () =>
      here(report.findings).map((finding) => ({
        id: `finding-${finding.code}`,
        kind: 'finding',
        finding: finding.code,
      })),
    recommendations: () =>
      here(report.recommendations).map((each) => ({
        id: `recommendation-${each.code}`,
        kind: 'recommendation',
        recommendation: each.code,
      })),
    actions: () => [{ id: `actions-${code}`, kind: 'actions', need: code }],
  };
  return [{ id: `need-${code}`, kind: 'need', need: code }, ...parts.flatMap((part) => ofPart[part]())];
}

/** The blocks under their headings; a hidden block stands in its section as any other. */
export function sectionsOf(blocks: readonly ReportBlock[]): readonly ReportSection[] {
  const sections: { kind: SectionKind; id: string; blocks: ReportBlock[] }[] = [
    { kind: 'opening', id: 'summary', blocks: [] },
  ];
  for (const block of blocks) {
    const opened = sectionOpenedBy(block);
    const last = sections.at(-1);
    // Views that were kept stand together, under one heading.
    if (last && (opened === null || (opened === 'saved' && last.kind === 'saved'))) last.blocks.push(block);
    else if (opened) sections.push({ kind: opened, id: block.id, blocks: [block] });
  }
  return sections;
}

/** The section a block begins; null where it stands in the one before. */
export function sectionOpenedBy(block: ReportBlock): SectionKind | null {
  if (block.heading) return 'own';
  switch (block.kind) {
    case 'need':
    case 'method':
      return block.kind;
    case 'chart':
      return block.of === 'question' ? null : block.of;
    case 'table':
      return block.of === 'score' ? null : block.of;
    case 'actions':
      return block.need === null ? 'actions' : null;
    default:
      return null;
  }
}

/** The blocks of a frozen report: reports frozen before there were blocks have those of that time. */
export function blocksOf(report: ReportModel): readonly ReportBlock[] {
  return report.blocks ?? standardBlocks(report, { needBlocks: [...needOfOld] });
}

/**
 * The blocks that are published: those left out are not among them, and a section whose first block is left out goes as a
 * whole, since what stands in it would else be read under the heading before.
 */
export function shownBlocks(report: ReportModel): readonly ReportBlock[] {
  return sectionsOf(blocksOf(report)).flatMap(({ kind, blocks }) => {
    const opener = kind === 'opening' || kind === 'saved' ? undefined : blocks[0];
    return opener?.hidden ? [] : blocks.filter(({ hidden }) => !hidden);
  });
}

/**
 * The needs a reader of the report gets, in their order: those whose card the team left out are on no page made from it
 * either. A report whose template has no cards tells them all.
 */
export function shownNeeds(report: ReportModel): readonly ReportNeed[] {
  const cards = shownBlocks(report).flatMap((block) => (block.kind === 'need' ? [block.need] : []));
  return cards.length === 0 ? report.needs : report.needs.filter(({ code }) => cards.includes(code));
}
