// A report as a document for paper: the same blocks in the same order as its page, in the words of one language.
import type { ReportModel } from '../../analysis/report/model.ts';
import type { PaperBlock, PaperDocument, Stretches } from './document.ts';
import { actionsTable, chartBlocks, figuresOfCharts, scoreTable, servicesTable } from './paper-blocks.ts';
import { costsOnPaper } from './paper-costs.ts';
import type { BlockView, ChainItem, SectionView } from './report-blocks.ts';
import { methodBlocks } from './report-document-method.ts';
import type { Link, NeedView } from './report-need.ts';
import { type ReportView, reportView } from './report-view.ts';
import type { ReportWords } from './report-words.ts';
import { heading, note, paragraph, plain } from './said-blocks.ts';

/** What the sections need of the whole. */
interface Whole {
  readonly view: ReportView;
  readonly words: ReportWords;
}

/**
 * The whole report on paper.
 * @param hash of the snapshot it was published as; null for a draft, which says so on every page.
 */
export function reportDocument(report: ReportModel, hash: string | null, words: ReportWords): PaperDocument {
  const view = reportView(report, words, { standalone: true });
  const whole: Whole = { view, words };
  const charts = view.blocks.flatMap(({ blocks }) => blocks.flatMap(chartsIn));
  return {
    ...frameOf(report, hash, words),
    blocks: [
      ...commissionedBlock(view),
      ...view.blocks.flatMap((section) => sectionBlocks(section, whole)),
      ...figuresOfCharts(charts, words),
    ],
  };
}

/** Who commissioned the project, under the title; nothing where nobody is named. */
export function commissionedBlock({ commissioned }: Pick<ReportView, 'commissioned'>): readonly PaperBlock[] {
  return commissioned === '' ? [] : [paragraph(commissioned)];
}

/** What stands around every paper output of a report: its name, date, foot and warning. */
export function frameOf(
  report: Pick<
    ReportModel,
    'projectTitle' | 'title' | 'contact' | 'version' | 'publishedOn' | 'demonstration'
  >,
  hash: string | null,
  words: ReportWords,
): Omit<PaperDocument, 'blocks'> {
  const { t } = words;
  const project = words.text(report.projectTitle);
  const version = hash === null ? t('report.draft') : t('report.version', { version: report.version });
  return {
    language: words.language,
    title: words.text(report.title),
    kicker: `${project} · ${t('report.name')}`,
    contact: words.text(report.contact),
    date: report.publishedOn,
    foot: [
      `${project} · ${t('report.name')}, ${version}`,
      hash === null
        ? t('report.draftOf', { date: words.date(report.publishedOn) })
        : `${t('report.team.hash')}: ${hash}`,
    ],
    page: t('report.page'),
    warning: report.demonstration ? t('report.paper.demonstration') : '',
  };
}

function chartsIn(block: BlockView) {
  if (block.kind === 'chart') return block.charts;
  return block.kind === 'saved' ? block.saved.charts : [];
}

function sectionBlocks(section: SectionView, whole: Whole): readonly PaperBlock[] {
  const { t } = whole.words;
  const inside = section.blocks.flatMap((block) => blocksOf(block, whole));
  if (section.kind === 'opening') return inside;
  const intro =
    section.kind === 'remarks' || section.kind === 'comparisons'
      ? [note(t(`report.${section.kind}.intro`))]
      : [];
  return [
    { kind: 'heading', level: 2, text: section.title, mark: section.mark, anchor: section.anchor },
    ...intro,
    ...inside,
  ];
}

function blocksOf(block: BlockView, { view, words }: Whole): readonly PaperBlock[] {
  const { t } = words;
  switch (block.kind) {
    case 'text': {
      const said = textBlocks(block);
      return block.about === 'panel' ? [heading(3, t('report.panel.title')), ...said] : said;
    }
    case 'figure':
      return block.of === 'facts' ? [{ kind: 'facts', facts: view.facts }] : sharesBlocks(view, words);
    case 'chart':
      return [
        ...block.charts.map(chartBlocks),
        ...(block.above ? [note([{ text: block.above.label, to: placeIn(block.above) }])] : []),
      ];
    case 'saved': {
      const { title, note: remark, finding, charts, weighted, method } = block.saved;
      return [
        heading(3, title),
        ...[remark, finding].filter((text) => text !== '').map((text) => paragraph(text)),
        ...charts.map(chartBlocks),
        ...[...weighted, method].map((text) => note(text)),
      ];
    }
    case 'table':
      return block.of === 'order' ? orderBlocks(view, words) : servicesTable(view, words);
    case 'score':
      return [{ kind: 'table', table: scoreTable(block.need, words) }];
    case 'quote':
      return [{ kind: 'quote', text: block.text, source: block.source }];
    case 'need':
      return needBlocks(block.need, words);
    case 'chain':
      return [{ kind: 'terms', terms: block.items.map((item) => termOf(item, words)) }];
    case 'actions':
      return block.need ? needActions(block.need, words) : allActions(view, words);
    case 'method':
      return methodBlocks(view, words);
  }
}

/** The paragraphs of a text; where they are not in the reader's language yet, that is said first. */
export function textBlocks(
  block: Extract<BlockView, { kind: 'text' }>,
  most = block.paragraphs.length,
): readonly PaperBlock[] {
  const { about, paragraphs, lang, otherLanguage } = block;
  const said = paragraphs.slice(0, most).map(
    (stretches): PaperBlock => ({
      kind: 'paragraph',
      tone: about === 'summary' ? 'lead' : 'plain',
      stretches,
      ...(lang === '' ? {} : { language: lang }),
    }),
  );
  return otherLanguage === '' ? said : [note(otherLanguage), ...said];
}

function sharesBlocks(view: ReportView, words: ReportWords): readonly PaperBlock[] {
  return [
    heading(2, words.t('report.facts.title')),
    {
      kind: 'list',
      items: view.shares.map(({ figure, of, label, word, interval, smallGroup }): Stretches => {
        const said = `${of === '' ? '' : ` ${of}`} ${label}${word === '' ? '' : ` (${word})`}`;
        return [
          { text: figure, strong: true },
          { text: `${said}${uncertainty(interval, smallGroup, words)}` },
        ];
      }),
    },
  ];
}

/** The interval and that a group is small, as words behind a figure. */
function uncertainty(interval: string, small: boolean, { t }: ReportWords): string {
  const told = [
    ...(interval === '' ? [] : [t('team.interval', { interval })]),
    ...(small ? [t('report.share.small')] : []),
  ];
  return told.length > 0 ? `. ${told.join(' · ')}` : '';
}

function orderBlocks(view: ReportView, words: ReportWords): readonly PaperBlock[] {
  const { t } = words;
  const kinds = view.sourceKinds.map(({ letter, name }) => `${letter} ${name}`).join(', ');
  const shelf = kinds === '' ? '' : ` ${t('report.order.shelf')} ${kinds}.`;
  return [
    note(`${t(`report.order.${view.orderedBy}`)}${shelf}`),
    {
      kind: 'ladder',
      rungs: view.needs.map(({ mark, child, label, anchor, line, moved, flagged, gap, shelf: support }) => ({
        mark,
        child,
        name: label,
        to: anchor,
        shelf: support,
        lines: [
          line,
          moved,
          flagged ? t('report.order.flag') : '',
          gap === 'none' ? t('report.need.none') : '',
        ].filter((text) => text !== ''),
      })),
    },
  ];
}

function needBlocks(need: NeedView, words: ReportWords): readonly PaperBlock[] {
  const { leading } = need;
  const support: Stretches = need.support.flatMap(({ text }) => [{ text: `${text} ` }]);
  return [
    { kind: 'support', shelf: need.shelf, stretches: support },
    ...(need.explanation === '' ? [] : [paragraph(need.explanation)]),
    ...(need.facets.length === 0 ? [] : [list(need.facets)]),
    ...(leading
      ? [
          {
            kind: 'facts',
            facts: [
              {
                figure: leading.figure,
                text: `${leading.of === '' ? '' : `${leading.of} `}${leading.label}${leading.word === '' ? '' : ` (${leading.word})`}${uncertainty(leading.interval, leading.smallGroup, words)}`,
              },
            ],
          } as const,
        ]
      : []),
  ];
}

function termOf(item: ChainItem, { t }: ReportWords) {
  const linked = (key: string, links: readonly Link[]): readonly Stretches[] =>
    links.length === 0 ? [] : [linkLine(`${t(key)}: `, links)];
  if (item.kind === 'elsewhere')
    return {
      term: t('report.need.elsewhere'),
      anchor: null,
      said: item.links.map((link): Stretches => [{ text: link.label, to: placeIn(link) }]),
    };
  if (item.kind === 'finding') {
    const { anchor, certaintyWord, text, explanation, also } = item.finding;
    const said: Stretches = [
      { text, strong: true },
      ...(explanation === '' ? [] : [{ text: ` ${explanation}` }]),
    ];
    return {
      term: `${t('report.need.finding')} (${certaintyWord})`,
      anchor,
      said: [said, ...linked('report.need.alsoAbout', also)],
    };
  }
  const { anchor, text, findings, actions, also } = item.recommendation;
  return {
    term: t('report.need.recommendation'),
    anchor,
    said: [
      [{ text, strong: true }],
      ...linked('report.need.basedOn', findings),
      ...linked('report.need.leadsTo', actions),
      ...linked('report.need.alsoAbout', also),
    ],
  };
}

function linkLine(before: string, links: readonly Link[]): Stretches {
  return [
    { text: before },
    ...links.flatMap((link, place) => [
      ...(place > 0 ? [{ text: '; ' }] : []),
      { text: link.label, to: placeIn(link) },
    ]),
  ];
}

function needActions(need: NeedView, words: ReportWords): readonly PaperBlock[] {
  const { t } = words;
  const none: Stretches = [
    { text: `${t('report.need.none')}. `, strong: true },
    { text: t('report.need.noneText') },
  ];
  return [
    ...(need.actions.length > 0 ? [heading(3, t('report.need.happens'))] : []),
    ...(need.gap === 'partly' && need.actions.length > 0
      ? [
          paragraph(
            [{ text: `${t('report.need.partly')}. `, strong: true }, { text: t('report.need.partlyText') }],
            'careful',
          ),
        ]
      : []),
    ...(need.actions.length > 0
      ? [{ kind: 'table', table: actionsTable(need.actions, words, { all: false }) } as const]
      : []),
    ...(need.gap === 'none' ? [paragraph(none, 'careful')] : []),
  ];
}

function allActions(view: ReportView, words: ReportWords): readonly PaperBlock[] {
  const { t } = words;
  const open = (key: string, links: readonly Link[]): readonly PaperBlock[] =>
    links.length === 0
      ? []
      : [
          heading(3, t(key)),
          { kind: 'list', items: links.map((link) => [{ text: link.label, to: placeIn(link) }]) },
        ];
  return [
    note(t('report.actions.intro')),
    { kind: 'table', table: actionsTable(view.actions, words, { all: true }) },
    ...costsOnPaper(view.costs, words),
    ...open('report.actions.unanswered', view.unanswered),
    ...open('report.actions.partlyAnswered', view.partly),
  ];
}

/** The anchor an address in the page leads to. */
function placeIn({ address }: Link): string {
  return address.replace(/^#/, '');
}

function list(items: readonly string[]): PaperBlock {
  return { kind: 'list', items: items.map((text) => plain(text)) };
}
