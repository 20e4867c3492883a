// The slides of a report as one HTML file: styles, fonts and drawings inside, no script, one slide under the other on a screen
// and each on a page of its own on paper.
import type { ReportModel } from '../../../analysis/report/model.ts';
import type { Context } from '../../context.ts';
import { standaloneStyles } from '../html-file.ts';
import { reportWords } from '../report-words.ts';
import type { Slide } from './slide.ts';
import { slidesOf } from './slides.ts';

export interface SlidesFile {
  readonly title: string;
  readonly slides: readonly (Slide & { readonly number: number })[];
  readonly of: number;
  /** Null for a draft. */
  readonly hash: string | null;
  readonly version: number;
  readonly language: string;
  readonly styles: string;
}

const slideStyles = [
  'site',
  'fonts',
  'charts',
  'needs',
  'slides',
  'slides-parts',
  'print-colours',
  'slides-print',
] as const;

/**
 * The file's HTML in a language, with a slide for every need; the same report gives the same bytes.
 * @param hash of the snapshot it was published as; null for a draft, which every slide then says.
 */
export function slidesFile(ctx: Context, report: ReportModel, hash: string | null, language: string): string {
  const words = reportWords(ctx.texts, language);
  const slides = slidesOf(report, hash, words, null).map((slide, index) => ({ ...slide, number: index + 1 }));
  const title = words.text(report.title);
  return ctx.templates.page(
    'public/slides-file',
    {
      title,
      slides,
      of: slides.length,
      hash,
      version: report.version,
      language,
      styles: standaloneStyles(slideStyles),
    },
    { title, layout: 'bare', language },
    '/',
  );
}
