// The slides of a report as one page, for who published it and, as a draft, for the team.
import type { Response } from 'express';
import type { ReportModel } from '../../analysis/report/model.ts';
import type { Context } from '../context.ts';
import { reportWords } from '../report/report-words.ts';
import type { Slide } from '../report/slides/slide.ts';
import { slidesOf } from '../report/slides/slides.ts';

export interface SlidesPage {
  readonly title: string;
  readonly slides: readonly (Slide & { readonly number: number })[];
  readonly of: number;
  /** Fingerprint of the snapshot; null for a draft. */
  readonly hash: string | null;
  readonly version: number;
  /** The report's page, where Escape goes. */
  readonly report: string;
  /** Other lengths: how many needs get slides; the one shown has no address. */
  readonly lengths: readonly { readonly most: number; readonly address: string; readonly here: boolean }[];
}

/** Fewer needs than all of them, as offered. */
const lengths = [3, 5] as const;

/**
 * Answers with the slides.
 * @param from the report's page and the slides' own address, and the hash of a published one.
 */
export function sendSlides(
  ctx: Context,
  response: Response,
  report: ReportModel,
  from: { readonly report: string; readonly address: string; readonly hash: string | null },
): void {
  const { language } = response.locals;
  const words = reportWords(ctx.texts, language);
  const top = report.needs.filter(({ parent }) => parent === null).length;
  const offered = lengths.filter((most) => most < top);
  const asked = offered.find((most) => String(most) === response.req.query.needs) ?? null;
  const slides = slidesOf(report, from.hash, words, asked);
  const title = words.text(report.title);
  const page: SlidesPage = {
    title,
    slides: slides.map((slide, index) => ({ ...slide, number: index + 1 })),
    of: slides.length,
    hash: from.hash,
    version: report.version,
    report: from.report,
    lengths:
      offered.length === 0
        ? []
        : [
            ...offered.map((most) => ({
              most,
              address: `${from.address}?needs=${most}`,
              here: most === asked,
            })),
            { most: 0, address: from.address, here: asked === null },
          ],
  };
  ctx.render(response, 'public/slides', page, {
    title: words.t('slides.pageTitle', { title }),
    layout: 'slides',
    demonstration: report.demonstration,
    scripts: ['slides.js'],
  });
}
