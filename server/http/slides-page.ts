// The slides of a report as one page, for who published it and, as a draft, for the team.
import type { Request } from 'express';
import type { ReportModel } from '../../analysis/report/model.ts';
import type { Context } from '../context.ts';
import type { PageOptions } from '../pages.ts';
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

/** Where slides are shown from: the report's page, their own address, and the hash of a published report. */
interface Shown {
  readonly report: string;
  readonly address: string;
  readonly hash: string | null;
}

/** How many needs at most get slides, as a visitor asked; null for all of them. Only what is offered can be asked. */
export function needsAsked(report: ReportModel, { query }: Request): number | null {
  return offeredFor(report).find((most) => String(most) === query.needs) ?? null;
}

/** The slides in one language, and what their page says beside them. */
export function slidesPage(
  ctx: Context,
  report: ReportModel,
  from: Shown,
  { language, asked }: { readonly language: string; readonly asked: number | null },
): readonly [SlidesPage, PageOptions] {
  const words = reportWords(ctx.texts, language);
  const offered = offeredFor(report);
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
  const options: PageOptions = {
    title: words.t('slides.pageTitle', { title }),
    layout: 'slides',
    demonstration: report.demonstration,
    scripts: ['slides.js'],
  };
  return [page, options];
}

function offeredFor({ needs }: ReportModel): readonly number[] {
  const top = needs.filter(({ parent }) => parent === null).length;
  return lengths.filter((most) => most < top);
}
