// The blocks of a report as view data, under their headings and in their order: every output walks these.
import {
  type ReportBlock,
  type ReportSection,
  type SectionKind,
  sectionsOf,
  shownBlocks,
} from '../../analysis/report/blocks.ts';
import type { ReportModel, ReportNeed } from '../../analysis/report/model.ts';
import { type DrawnChart, drawnCharts, drawnComparisons, drawnRemarks } from './report-charts.ts';
import {
  anchorOf,
  type FindingView,
  findingView,
  type Link,
  type NeedView,
  type RecommendationView,
  recommendationView,
} from './report-need.ts';
import {
  countedFacts,
  countedOrigin,
  type OriginView,
  originViews,
  serviceOrigins,
} from './report-origins.ts';
import { type SavedFigureView, savedFigureView } from './report-saved.ts';
import { type SaidText, saidText, type TextBlock } from './report-text.ts';
import type { ReportWords } from './report-words.ts';

/** A finding, a recommendation, or links to those told with another need. */
export type ChainItem =
  | { readonly kind: 'finding'; readonly finding: FindingView }
  | { readonly kind: 'recommendation'; readonly recommendation: RecommendationView }
  | { readonly kind: 'elsewhere'; readonly links: readonly Link[] };

/** Findings and recommendations that follow each other are one `chain`. Figures and tables of the whole are in the report's view. */
export type BlockView = BlockContent & {
  /** Where its numbers come from; the anchors are what the numbers link to. */
  readonly origins: readonly OriginView[];
};
type BlockContent = { readonly id: string } & (
  | ({ readonly kind: 'text'; readonly about: TextBlock['about'] } & SaidText)
  | { readonly kind: 'figure'; readonly of: 'facts' | 'shares' }
  | {
      readonly kind: 'chart';
      readonly of: 'question' | 'remarks' | 'comparisons';
      readonly charts: readonly DrawnChart[];
      /** Where the chart stands already: a chart is drawn once. */
      readonly above: Link | null;
    }
  | { readonly kind: 'saved'; readonly saved: SavedFigureView }
  | { readonly kind: 'table'; readonly of: 'order' | 'services' }
  | { readonly kind: 'score'; readonly need: NeedView }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'need'; readonly need: NeedView }
  | { readonly kind: 'chain'; readonly items: readonly ChainItem[] }
  | { readonly kind: 'actions'; readonly need: NeedView | null }
  | { readonly kind: 'method' }
);

export interface SectionView {
  readonly kind: SectionKind;
  /** Its place in the page. */
  readonly anchor: string;
  readonly title: string;
  /** The place of a need; empty elsewhere. */
  readonly mark: string;
  /** A need within another. */
  readonly child: boolean;
  readonly blocks: readonly BlockView[];
}

/** Where a chart was drawn first. */
interface ChartPlace {
  readonly id: string;
  readonly title: string;
  readonly need: ReportNeed;
}
interface Drawing {
  readonly report: ReportModel;
  readonly words: ReportWords;
  readonly needs: ReadonlyMap<string, NeedView>;
  /** Charts of questions drawn so far, by code. */
  readonly drawn: Map<string, ChartPlace>;
  /** Places of sections so far: two of a kind, such as kept views moved apart, have each their own. */
  readonly places: Set<string>;
}

/** The sections of a report; blocks with nothing to show and hidden ones are not in them. */
export function sectionViews(
  report: ReportModel,
  needs: readonly NeedView[],
  words: ReportWords,
): readonly SectionView[] {
  const drawing: Drawing = {
    report,
    words,
    needs: new Map(needs.map((need) => [need.code, need])),
    drawn: new Map(),
    places: new Set(),
  };
  return sectionsOf(shownBlocks(report)).flatMap((section) => {
    const blocks = chained(section.blocks.flatMap((block) => blockView(block, drawing)));
    if (blocks.length === 0 && section.kind !== 'opening') return [];
    const need = blocks.find((block) => block.kind === 'need')?.need;
    return [
      {
        ...headOf(section, drawing, need),
        kind: section.kind,
        blocks: (need ? withElsewhere(blocks, need) : blocks).map((block) => ({
          ...block,
          origins: originsOfBlock(block, drawing),
        })),
      },
    ];
  });
}

function headOf(
  { kind, id, blocks }: ReportSection,
  { words, places }: Drawing,
  need: NeedView | undefined,
): Pick<SectionView, 'anchor' | 'title' | 'mark' | 'child'> {
  if (need) return { anchor: need.anchor, title: need.label, mark: need.mark, child: need.child };
  const heading = blocks[0]?.heading;
  const rest = { mark: '', child: false };
  if (kind === 'own' && heading) return { anchor: id, title: words.text(heading), ...rest };
  const usual = kind === 'opening' ? 'summary' : kind;
  const anchor = places.has(usual) ? `part-${id}` : usual;
  places.add(anchor);
  return { anchor, title: words.t(`report.contents.${usual}`), ...rest };
}

function blockView(block: ReportBlock, drawing: Drawing): readonly BlockContent[] {
  const { report, words, needs } = drawing;
  const { id } = block;
  const when = <T>(thing: T | undefined, view: (thing: T) => BlockContent) => (thing ? [view(thing)] : []);
  switch (block.kind) {
    case 'text': {
      const said = saidText(report, block, words);
      return said.paragraphs.length > 0 ? [{ id, kind: 'text', about: block.about, ...said }] : [];
    }
    case 'chart':
      return chartView(block, drawing);
    case 'table':
      if (block.of === 'score') return when(needs.get(block.need), (need) => ({ id, kind: 'score', need }));
      return [{ id, kind: 'table', of: block.of }];
    case 'quote':
      return when(
        report.quotes.find(({ code }) => code === block.quote),
        ({ text, source }) => ({ id, kind: 'quote', text: words.text(text), source: words.text(source) }),
      );
    case 'need':
      return when(needs.get(block.need), (need) => ({ id, kind: 'need', need }));
    case 'finding':
      return when(
        report.findings.find(({ code }) => code === block.finding),
        (finding) => chain(id, { kind: 'finding', finding: findingView(report, finding, words) }),
      );
    case 'recommendation':
      return when(
        report.recommendations.find(({ code }) => code === block.recommendation),
        (found) =>
          chain(id, {
            kind: 'recommendation',
            recommendation: recommendationView(report, found, words),
          }),
      );
    case 'actions': {
      if (block.need === null) return [{ id, kind: 'actions', need: null }];
      const need = needs.get(block.need);
      return need && (need.actions.length > 0 || need.gap === 'none') ? [{ id, kind: 'actions', need }] : [];
    }
    case 'figure':
      return [{ id, kind: 'figure', of: block.of }];
    case 'method':
      return [{ id, kind: 'method' }];
  }
}

const chain = (id: string, item: ChainItem): BlockContent => ({ id, kind: 'chain', items: [item] });

function chartView(
  block: Extract<ReportBlock, { kind: 'chart' }>,
  { report, words, drawn }: Drawing,
): readonly BlockContent[] {
  const { id } = block;
  const some = (of: 'remarks' | 'comparisons', charts: readonly DrawnChart[]): readonly BlockContent[] =>
    charts.length > 0 ? [{ id, kind: 'chart', of, charts, above: null }] : [];
  switch (block.of) {
    case 'remarks':
      return some('remarks', remarksOf(report, words));
    case 'comparisons':
      return some(
        'comparisons',
        drawnComparisons(report.comparisons, words, 'all', {
          [words.language]: words.t('report.comparisons.title'),
        }),
      );
    case 'saved': {
      const figure = (report.saved ?? []).find((each) => each.id === block.saved);
      return figure ? [{ id, kind: 'saved', saved: savedFigureView(figure, words) }] : [];
    }
    case 'question': {
      const need = report.needs.find(({ code }) => code === block.need);
      const chart = need?.charts.find(({ code }) => code === block.chart);
      if (!need || !chart) return [];
      const place = drawn.get(chart.code);
      if (place) return [{ id, kind: 'chart', of: 'question', charts: [], above: linkTo(place, words) }];
      const charts = drawnCharts(chart, words, need.code);
      const [first] = charts;
      if (!first) return [];
      drawn.set(chart.code, { id: first.chart.id, title: first.chart.title, need });
      return [{ id, kind: 'chart', of: 'question', charts, above: null }];
    }
  }
}

function remarksOf(report: ReportModel, words: ReportWords): readonly DrawnChart[] {
  // The services stand with a need already when the template says so.
  const told = report.needs.some(({ charts }) => charts.some(({ kind }) => kind === 'remarks'));
  const written = report.remarks.filter(({ remarks }) => remarks > 0);
  return [
    ...(told ? [] : drawnRemarks(written, words, 'all', 'services')),
    ...drawnRemarks(written, words, 'all', 'themes'),
  ];
}

function linkTo({ id, title, need }: ChartPlace, words: ReportWords): Link {
  const name = `${need.mark ?? ''} ${words.text(need.label)}`.trim();
  return { address: `#chart-${id}`, label: words.t('report.need.chartAbove', { title, need: name }) };
}

/** Where the numbers of a block come from. */
function originsOfBlock(block: BlockContent, { report, words }: Drawing): readonly OriginView[] {
  const of = (codes: readonly string[]) => originViews(report, block.id, codes, words);
  switch (block.kind) {
    case 'text':
      return of(block.paragraphs.flatMap((parts) => parts.flatMap(({ figure }) => figure ?? [])));
    case 'figure':
      if (block.of === 'shares') return of(report.facts.shares.flatMap(({ code }) => code ?? []));
      return [
        ...of(['coverage']),
        ...countedFacts(report).map(([what, count]) =>
          countedOrigin(block.id, what, words.number(count), words),
        ),
      ];
    case 'need':
      return of(block.need.leading?.code ? [block.need.leading.code] : []);
    case 'score':
      return of(block.need.sources.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    case 'table':
      return block.of === 'services' ? serviceOrigins(report, block.id, words) : [];
    default:
      return [];
  }
}

/** Findings and recommendations that follow each other, as one list. */
function chained(blocks: readonly BlockContent[]): readonly BlockContent[] {
  const joined: BlockContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'chain' && last?.kind === 'chain')
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else joined.push(block);
  }
  return joined;
}

/** The links to what is told with another need close the need's list; without a list they stand before its actions. */
function withElsewhere(blocks: readonly BlockContent[], need: NeedView): readonly BlockContent[] {
  if (need.elsewhere.length === 0) return blocks;
  const item: ChainItem = { kind: 'elsewhere', links: need.elsewhere };
  const at = blocks.findLastIndex(({ kind }) => kind === 'chain');
  if (at >= 0)
    return blocks.map((block, place) =>
      place === at && block.kind === 'chain' ? { ...block, items: [...block.items, item] } : block,
    );
  const actions = blocks.findIndex(({ kind }) => kind === 'actions');
  const before = actions < 0 ? blocks.length : actions;
  return [
    ...blocks.slice(0, before),
    chain(`${anchorOf('need', need.code)}-elsewhere`, item),
    ...blocks.slice(before),
  ];
}
