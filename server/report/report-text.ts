// The words of a text block: what the team wrote or what is proposed, with its figures said as they are now.
import type { ReportBlock } from '../../analysis/report/blocks.ts';
import { figureReference, figuresOf, type ReportFigure } from '../../analysis/report/figures.ts';
import type { ReportModel } from '../../analysis/report/model.ts';
import { proposalOf } from '../../analysis/report/proposals.ts';
import type { Part, ReportWords } from './report-words.ts';

export type TextBlock = Extract<ReportBlock, { kind: 'text' }>;

/** What is proposed, as plain text with references to figures: paragraphs apart by an empty line. */
export function proposedText(report: ReportModel, block: TextBlock, words: ReportWords): string {
  return proposalOf(report, block)
    .map((sentences) => sentences.map(words.say).join(' '))
    .join('\n\n');
}

/** The words of a text as they stand in a language, with references. */
export function standingText(report: ReportModel, block: TextBlock, words: ReportWords): string {
  const edited = block.edited?.[words.language];
  if (edited !== undefined) return edited;
  if (block.words) return words.text(block.words);
  return proposedText(report, block, words) || (Object.values(block.edited ?? {})[0] ?? '');
}

/** The paragraphs of a text, each figure said as it is now and told apart by its code. */
export function paragraphsOf(
  report: ReportModel,
  block: TextBlock,
  words: ReportWords,
): readonly (readonly Part[])[] {
  const figures = figuresOf(report);
  const edited = block.edited?.[words.language] !== undefined || block.words !== undefined;
  const paragraphs: readonly (readonly Part[])[] =
    edited || block.about === 'own'
      ? standingText(report, block, words)
          .split(/\n\s*\n/)
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .map((text) => [{ text, strong: false }])
      : proposalOf(report, block).map((sentences) =>
          sentences.flatMap((sentence, place) => [
            ...(place > 0 ? [{ text: ' ', strong: false }] : []),
            ...(block.about === 'summary'
              ? words.parts(sentence)
              : [{ text: words.say(sentence), strong: false }]),
          ]),
        );
  return paragraphs.map((parts) => parts.flatMap((part) => withFigures(part, figures, words)));
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
