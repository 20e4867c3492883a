// A thing that takes more slides than one: each says which it is of how many.
import type { ReportWords } from '../report-words.ts';
import type { Slide } from './slide.ts';

/** A slide for each part, numbered where there are more. */
export function inParts<T>(
  parts: readonly T[],
  head: Pick<Slide, 'kicker' | 'title' | 'place'>,
  { t }: ReportWords,
  bodyOf: (part: T, index: number) => Slide['body'],
): readonly Slide[] {
  return parts.map((part, index) => ({
    ...head,
    mark: '',
    part: parts.length > 1 ? t('slides.part', { part: index + 1, of: parts.length }) : '',
    body: bodyOf(part, index),
  }));
}
