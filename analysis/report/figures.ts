// The figures of a report by their code: what a text refers to as `{figure:CODE}`, and what a reader opens to its question.

import type { Text } from '../../surveys/questionnaire.ts';
import type { Share } from '../figure.ts';
import type { ReportModel } from './model.ts';

export interface ReportFigure {
  readonly code: string;
  readonly label: Text | null;
  readonly share: Share;
  /** The word the catalogue suggests for its size. */
  readonly word: Text | null;
  readonly kind: 'coverage' | 'highlight' | 'indicator' | 'remarks';
}

type FigureSources = Pick<ReportModel, 'facts' | 'needs' | 'remarks'>;

/**
 * Every share a report holds, by code: `coverage`, a highlight's own, `NEED.SOURCE.PLACE` and `remarks.QUESTION.SERVICE`.
 * A question that several waves asked is the first survey's.
 */
export function figuresOf(report: FigureSources): ReadonlyMap<string, ReportFigure> {
  const { coverage, shares } = report.facts;
  const figures: readonly ReportFigure[] = [
    ...(coverage
      ? [{ code: 'coverage', label: null, share: coverage, word: null, kind: 'coverage' as const }]
      : []),
    ...shares.flatMap(({ code, label, share, word }) =>
      code === undefined ? [] : [{ code, label, share, word, kind: 'highlight' as const }],
    ),
    ...report.needs.flatMap(({ code: need, sources, leading }) =>
      sources.flatMap(({ kind, indicators }) =>
        indicators.map(({ label, share }, place) => ({
          code: indicatorCode(need, kind, place),
          label,
          share,
          word: leading && sameShare(leading.share, share) ? leading.word : null,
          kind: 'indicator' as const,
        })),
      ),
    ),
    ...firstAsked(report.remarks).flatMap(({ question, services }) =>
      services.map(({ code, label, ofRemarks }) => ({
        code: remarkCode(question, code),
        label,
        share: ofRemarks,
        word: null,
        kind: 'remarks' as const,
      })),
    ),
  ];
  return new Map(figures.map((figure) => [figure.code, figure]));
}

/** The remarks to each question once, as the first survey that asked it has them. */
export function firstAsked<T extends { readonly question: string }>(remarks: readonly T[]): readonly T[] {
  return remarks.filter(
    (one, place) => remarks.findIndex(({ question }) => question === one.question) === place,
  );
}

export const indicatorCode = (need: string, source: string, place: number): string =>
  `${need}.${source}.${place}`;
export const remarkCode = (question: string, service: string): string => `remarks.${question}.${service}`;

function sameShare(one: Share, two: Share): boolean {
  return one.count === two.count && one.base === two.base && one.estimate === two.estimate;
}

/** What a figure said, short: a text that was written with another is out of date. */
export function fingerprintOf({ share }: ReportFigure): string {
  const { count, base, estimate, openness } = share;
  return [count ?? '', base ?? '', count === null ? (estimate ?? '') : '', openness].join('/');
}

/** Places of figures in a text: `{figure:CODE}` with its base, `{percent:CODE}` the percentage alone. */
export const figureReference = /\{(figure|percent):([A-Za-z0-9_.-]{1,120})\}/g;

/** The codes a text refers to, each once. */
export function figuresIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(figureReference)].map(([, , code]) => code ?? ''))];
}
