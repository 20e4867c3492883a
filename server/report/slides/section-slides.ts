// The slides of every section that is not a need: the opening, the order, services, pictures, words of the team, actions, method.
import type { ReportModel } from '../../../analysis/report/model.ts';
import type { BlockView, SectionView } from '../report-blocks.ts';
import type { Paragraph } from '../report-text.ts';
import type { ReportView } from '../report-view.ts';
import type { ReportWords } from '../report-words.ts';
import { actionSlides } from './action-slides.ts';
import { chartSlides } from './chart-slides.ts';
import { inParts } from './in-parts.ts';
import { needSlides } from './need-slides.ts';
import { heightOf, roomUnder, shared } from './room.ts';
import { orderSlides, serviceSlides } from './row-slides.ts';
import type { InLanguage, Slide } from './slide.ts';

export interface Whole {
  readonly report: ReportModel;
  readonly view: ReportView;
  readonly words: ReportWords;
}

/** What a section shows in a meeting; long texts of the opening and of a need stay in the report. */
export function sectionSlides(section: SectionView, whole: Whole): readonly Slide[] {
  const need = section.blocks.find((block) => block.kind === 'need')?.need;
  if (need) return needSlides(section, need, whole.report, whole.words);
  return section.blocks.flatMap((block) => blockSlides(block, section, whole));
}

function blockSlides(block: BlockView, section: SectionView, whole: Whole): readonly Slide[] {
  const { view, words, report } = whole;
  const { t } = words;
  const heading = {
    kicker: view.projectTitle,
    title: section.title,
    place: section.kind === 'opening' ? '' : section.anchor,
  };
  switch (block.kind) {
    case 'text': {
      if (block.about === 'summary') return textSlides(block, heading, words);
      if (block.about === 'panel')
        return textSlides(block, { ...heading, title: t('report.panel.title') }, words);
      return block.about === 'own' && section.kind === 'own' ? textSlides(block, heading, words) : [];
    }
    case 'figure':
      return block.of === 'facts' ? answered(heading, whole) : shareSlides(heading, whole);
    case 'chart':
      return chartSlides(block.charts, section.title, words);
    case 'saved': {
      const { saved } = block;
      const said = [saved.note, saved.finding, saved.method].filter((text) => text !== '');
      const head = { kicker: section.title, title: saved.title, place: saved.id };
      const pictures = chartSlides(saved.charts, saved.title, words);
      // Where nothing may be shown the words say so.
      return pictures.length > 0
        ? pictures
        : textSlides({ paragraphs: said.map(plain), lang: '', otherLanguage: '' }, head, words);
    }
    case 'table':
      if (block.of === 'order') return orderSlides(heading, view, report, words);
      return serviceSlides(heading, view, words);
    case 'actions':
      return block.need === null && view.actions.length > 0 ? actionSlides(view.actions, heading, words) : [];
    default:
      return [];
  }
}

const plain = (text: string): Paragraph => [{ text, strong: false }];

type Heading = Pick<Slide, 'kicker' | 'title' | 'place'>;

/** Paragraphs in large type; one longer than a slide goes on, on the next, after a full sentence. */
function textSlides(
  { paragraphs, lang, otherLanguage }: InLanguage & { readonly paragraphs: readonly Paragraph[] },
  heading: Heading,
  words: ReportWords,
): readonly Slide[] {
  const size = 30;
  const height = (paragraph: Paragraph) =>
    heightOf(paragraph.map(({ text }) => text).join(''), size, 1080) + 20;
  const room = roomUnder(heading.title) - (otherLanguage === '' ? 0 : heightOf(otherLanguage) + 16);
  const pieces = paragraphs.flatMap((paragraph) =>
    height(paragraph) <= room
      ? [paragraph]
      : shared(sentencesOf(paragraph), height, room - 40).map((some) => plain(some.map(textOf).join(' '))),
  );
  return inParts(shared(pieces, height, room), heading, words, (some) => ({
    kind: 'words',
    paragraphs: some,
    lang,
    otherLanguage,
  }));
}

const textOf = (paragraph: Paragraph) => paragraph.map(({ text }) => text).join('');

/** The sentences of a paragraph; one that is endless is cut between words. */
function sentencesOf(paragraph: Paragraph): readonly Paragraph[] {
  return textOf(paragraph)
    .split(/(?<=[.!?…])\s+/)
    .flatMap((sentence) => sentence.match(/[\s\S]{1,400}(?=\s|$)|[\s\S]{1,400}/g) ?? [])
    .map((piece) => plain(piece.trim()));
}

/** How many answered, of how many and when. */
function answered(heading: Heading, { view, words, report }: Whole): readonly Slide[] {
  const standing = view.blocks.some(({ kind }) => kind === 'method');
  const title = words.t('slides.answered');
  const moments = view.timeline.map(({ date, title: what, mode }) => ({
    before: date,
    text: mode === '' ? what : `${what}, ${mode}`,
    more: '',
  }));
  const height = ({ before, text }: (typeof moments)[number]) =>
    Math.max(heightOf(before, 24, 280), heightOf(text, 24, 850)) + 12;
  const notes = standing ? view.method.sample.slice(0, 4) : [];
  return [
    {
      ...heading,
      title,
      mark: '',
      part: '',
      body: {
        kind: 'facts',
        facts: view.facts,
        notes: notes.length > 0 ? notes : [words.t('report.facts.answers', { count: report.facts.answers })],
      },
    },
    ...(standing && moments.length > 0
      ? inParts(
          shared(moments, height, roomUnder(title)),
          { ...heading, title: words.t('report.method.timeline'), place: 'method' },
          words,
          (items) => ({ kind: 'items', items }),
        )
      : []),
  ];
}

function shareSlides(heading: Heading, { view, words }: Whole): readonly Slide[] {
  const title = words.t('report.facts.title');
  const height = ({ of, label, interval }: ReportView['shares'][number]) =>
    heightOf(`${of} ${label} ${interval}`, 26, 900) + 44;
  return inParts(shared(view.shares, height, roomUnder(title)), { ...heading, title }, words, (shares) => ({
    kind: 'shares',
    shares,
  }));
}
