// A report as slides for a meeting, made from the same view as its page: what the team left out there is not here either.
import type { ReportModel } from '../../../analysis/report/model.ts';
import type { BlockView } from '../report-blocks.ts';
import { reportView } from '../report-view.ts';
import type { ReportWords } from '../report-words.ts';
import { asksOf } from './asks.ts';
import { inParts } from './in-parts.ts';
import { body, fitting, heightOf, roomUnder, shared, shortened } from './room.ts';
import { sectionSlides, type Whole } from './section-slides.ts';
import type { Slide, SlideItem } from './slide.ts';

/**
 * The slides in their order: title, the opening and the order of needs, a slide per need, the rest of the report, findings,
 * recommendations, actions, what the meeting is asked, and the method.
 * @param hash of the snapshot it was published as; null for a draft.
 * @param most how many needs get slides, the first ones, children with their parent; null for all of them.
 */
export function slidesOf(
  report: ReportModel,
  hash: string | null,
  words: ReportWords,
  most: number | null = null,
): readonly Slide[] {
  const view = reportView(report, words, { standalone: true });
  const whole: Whole = { report, view, words };
  const { t } = words;
  let needs = 0;
  const wanted = view.blocks.filter(({ kind, child }) => {
    if (kind !== 'need') return true;
    if (!child) needs += 1;
    return most === null || needs <= most;
  });
  const blocks = view.blocks.flatMap((section) => section.blocks);
  const told = wanted.flatMap((section) => section.blocks);
  const last = wanted.filter(({ kind }) => kind === 'actions');
  const heading = { kicker: view.projectTitle, place: '' };
  return [
    titleSlide(whole, hash),
    ...wanted
      .filter(({ kind }) => kind !== 'actions' && kind !== 'method')
      .flatMap((section) => sectionSlides(section, whole)),
    ...itemSlides(findingsOf(told), { ...heading, title: t('slides.findings') }, words),
    ...itemSlides(recommendationsOf(told, words), { ...heading, title: t('slides.recommendations') }, words),
    ...last.flatMap((section) => sectionSlides(section, whole)),
    ...inParts(
      shared(asksOf(view, blocks, words), heightOfAsk, roomUnder(t('slides.asks.title'))),
      { ...heading, title: t('slides.asks.title') },
      words,
      (asks) => ({ kind: 'asks', asks }),
    ),
    ...(wanted.some(({ kind }) => kind === 'method') ? [methodSlide(whole)] : []),
  ];
}

function titleSlide({ report, view, words }: Whole, hash: string | null): Slide {
  const version =
    hash === null
      ? words.t('report.draftOf', { date: view.published })
      : words.t('report.versionOf', { version: view.version, date: view.published });
  return {
    kicker: shortened(view.projectTitle, 80),
    mark: '',
    title: shortened(view.title, 170),
    part: '',
    place: '',
    body: {
      kind: 'opening',
      lines: [shortened(view.commissioned, 220), version, shortened(view.contact, 220)].filter(
        (line) => line !== '',
      ),
      warning: report.demonstration ? words.t('report.paper.demonstration') : '',
    },
  };
}

function findingsOf(blocks: readonly BlockView[]): readonly SlideItem[] {
  return blocks.flatMap((block) =>
    block.kind === 'chain'
      ? block.items.flatMap((item) =>
          item.kind === 'finding'
            ? [{ before: item.finding.certaintyWord, text: shortened(item.finding.text, 240), more: '' }]
            : [],
        )
      : [],
  );
}

function recommendationsOf(blocks: readonly BlockView[], words: ReportWords): readonly SlideItem[] {
  return blocks.flatMap((block) =>
    block.kind === 'chain'
      ? block.items.flatMap((item) => {
          if (item.kind !== 'recommendation') return [];
          const { text, actions } = item.recommendation;
          const led = shortened(words.list(actions.map(({ label }) => label)), 170);
          const more = led === '' ? '' : `${words.t('report.need.leadsTo')}: ${led}`;
          return [{ before: '', text: shortened(text, 240), more }];
        })
      : [],
  );
}

function itemSlides(
  items: readonly SlideItem[],
  heading: Pick<Slide, 'kicker' | 'title' | 'place'>,
  words: ReportWords,
): readonly Slide[] {
  const height = ({ before, text, more }: SlideItem) =>
    heightOf(text, 26, before === '' ? 1100 : 880) + (more === '' ? 0 : heightOf(more, 24, 1100)) + 20;
  return inParts(shared(items, height, roomUnder(heading.title)), heading, words, (some) => ({
    kind: 'items',
    items: some,
  }));
}

function heightOfAsk({ text, more }: SlideItem): number {
  return heightOf(text, 27, 1090) + (more === '' ? 0 : heightOf(more, 24, 1090)) + 24;
}

/** Who answered and which sources, beside how to read a figure, as far as one slide goes; the report has the whole of it. */
function methodSlide({ view, words }: Whole): Slide {
  const title = words.t('report.contents.method');
  const height = (line: string) => heightOf(line, body, 550) + 12;
  const some = (lines: readonly string[]) =>
    fitting(
      [...new Set(lines)].map((line) => shortened(line, 420)),
      height,
      roomUnder(title) - 60,
    );
  return {
    kicker: view.projectTitle,
    mark: '',
    title,
    part: '',
    place: 'method',
    body: {
      kind: 'method',
      who: some([...view.method.sample, ...view.sources]),
      figures: some([...view.method.figures, ...view.method.own]),
    },
  };
}
