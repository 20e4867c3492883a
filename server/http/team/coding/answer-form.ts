// The form of a remark: reads what was chosen and says what is wrong with it.
import { fragmentOf } from '../../../../surveys/coding/fragments.ts';
import { type Valence, valences } from '../../../../surveys/coding/valence.ts';
import {
  type CodebookEntry,
  type CodingDimension,
  type CodingFrame,
  codingDimensions,
} from '../../../../surveys/needs-catalogue.ts';
import type { RemarkContent } from '../../../db/remarks.ts';
import type { FormMistake } from '../round-form.ts';

export interface RemarkTyped {
  /** Id of the remark that is changed; null for a new one. */
  readonly remark: string | null;
  /** The part of the answer it is about; empty for all of it. */
  readonly part: string;
  readonly services: readonly string[];
  readonly themes: readonly string[];
  /** Empty where none was chosen. */
  readonly valence: string;
}

/** Longer than any answer. */
const longestPart = 20_000;

/** Codes that can be given now; one the remark has already stays in its form. */
export function offeredCodes(
  codes: readonly CodebookEntry[],
  given: readonly string[],
): readonly CodebookEntry[] {
  return codes.filter(({ code, retired }) => !retired || given.includes(code));
}

/** The codes that were ticked. */
export function readCodes(
  field: (name: string) => string,
  frame: Pick<CodingFrame, CodingDimension>,
): Readonly<Record<CodingDimension, readonly string[]>> {
  const ticked = (dimension: CodingDimension) =>
    frame[dimension].map(({ code }) => code).filter((code) => field(`${dimension}.${code}`) === '1');
  return { services: ticked('services'), themes: ticked('themes') };
}

/** What was typed and chosen, whatever it is. */
export function readRemark(
  field: (name: string) => string,
  frame: Pick<CodingFrame, CodingDimension>,
): RemarkTyped {
  return {
    remark: field('remark') || null,
    part: field('part').slice(0, longestPart).replaceAll('\r\n', '\n').trim(),
    ...readCodes(field, frame),
    valence: field('valence').slice(0, 20),
  };
}

/** What a sound form says of an answer, or what is wrong. A remark has at least one code of each dimension, and a direction. */
export function judgeRemark(
  typed: RemarkTyped,
  answer: string,
): { readonly content: Omit<RemarkContent, 'account'> | null; readonly mistakes: readonly FormMistake[] } {
  const mistakes: FormMistake[] = [];
  const text = fragmentOf(answer, typed.part);
  if (text === null) mistakes.push({ field: 'part', key: 'coding-desk.wrong.part' });
  for (const dimension of codingDimensions) {
    if (typed[dimension].length > 0) continue;
    mistakes.push({ field: dimension, key: `coding.missing.${dimension}` });
  }
  const valence: Valence | undefined = valences.find((each) => each === typed.valence);
  if (!valence) mistakes.push({ field: 'valence', key: 'coding-desk.wrong.valence' });
  if (text === null || !valence || mistakes.length > 0) return { content: null, mistakes };
  const { services, themes } = typed;
  return { content: { text, services, themes, valence }, mistakes };
}
