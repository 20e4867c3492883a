// The words of a text block: what the team wrote or what is proposed, with its figures said as they are now.
import type { ReportBlock } from '../../analysis/report/blocks.ts';
import { figureReference, figuresOf, type ReportFigure } from '../../analysis/report/figures.ts';
import type { ReportModel } from '../../analysis/report/model.ts';
import { proposalOf } from '../../analysis/report/proposals.ts';
import { type WrittenText, writtenText } from '../../analysis/report/standing.ts';
import type { Part, ReportWords } from './report-words.ts';

export type TextBlock = Extract<ReportBlock, { kind: 'text' }>;

/** What is proposed, as plain text with references to figures: paragraphs apart by an empty line. */
export function proposedText(report: ReportModel, block: TextBlock, words: ReportWords): string {
  return proposalOf(report, block)
    .map((sentences) => sentences.map(words.say).join(' '))
    .join('\n\n');
}

/** What the team or the template wrote for a reader of these words; null where the text says what is proposed. */
export function writtenFor(
  report: ReportModel,
  block: TextBlock,
  { language }: ReportWords,
): WrittenText | null {
  return writtenText(block, language, Object.keys(report.title));
}

/** The words of a text as they stand for a reader, with references. */
export function standingText(report: ReportModel, block: TextBlock, words: ReportWords): string {
  return writtenFor(report, block, words)?.words ?? proposedText(report, block, words);
}

export type Paragraph = readonly Part[];

/** A text as a reader gets it: each figure said as it is now and told apart by its code. */
export interface SaidText {
  /** The language of the words where it is not the reader's, and a sentence that says so; empty otherwise. */
  readonly lang: string;
  readonly otherLanguage: string;
  readonly paragraphs: readonly Paragraph[];
}

export function saidText(report: ReportModel, block: TextBlock, words: ReportWords): SaidText {
  const figures = figuresOf(report);
  const written = writtenFor(report, block, words);
  const { language } = written ?? words;
  // A figure within words of another language is said in that language too.
  const spoken = words.as(language);
  const paragraphs: readonly (readonly Part[])[] = written
    ? written.words
        .split(/\n\s*\n/)
        .map((text) => text.trim())
        .filter((text) => text !== '')
        .map((text) => [{ text, strong: false }])
    : proposalOf(report, block).map((sentences) =>
        sentences.flatMap((sentence, place) => [
          ...(place > 0 ? [{ text: ' ', strong: false }] : []),
          ...(block.about === 'summary'
            ? spoken.parts(sentence)
            : [{ text: spoken.say(sentence), strong: false }]),
        ]),
      );
  const own = language === words.language;
  return {
    lang: own ? '' : language,
    otherLanguage: own ? '' : words.t('report.text.otherLanguage', { language }),
    paragraphs: paragraphs.map((parts) => parts.flatMap((part) => withFigures(part, figures, spoken))),
  };
}

function withFigures(
  { text, strong }: Part,
  figures: ReadonlyMap<string, ReportFigure>,
  words: ReportWords,
): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(figureReference)) {
    const [whole, form = '', code = ''] = found;
    parts.push({ text: text.slice(from, found.index), strong });
    const figure = figures.get(code);
    // A reference to nothing is said as it was typed: the check before publishing names it.
    parts.push(
      figure ? { text: sayFigure(figure, form, words), strong, figure: code } : { text: whole, strong },
    );
    from = found.index + whole.length;
  }
  parts.push({ text: text.slice(from), strong });
  return parts.filter((part) => part.text !== '');
}

/** "38 van de 105 (36%, een derde)", or the percentage alone. */
function sayFigure({ share, word }: ReportFigure, form: string, words: ReportWords): string {
  const said = words.share(share);
  if (form === 'percent' || said.of === '' || share.method === 'mean') return said.figure;
  const size = word ? `${said.figure}, ${words.text(word)}` : said.figure;
  return `${said.of} (${size})`;
}
