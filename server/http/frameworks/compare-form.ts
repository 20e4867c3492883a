// What somebody chose to hold side by side, read from the address, so that a comparison is a link.
import type { Request } from 'express';
import { fewestCompared, mostCompared } from '../../../surveys/frameworks/compare.ts';
import type { Framework } from '../../../surveys/frameworks/framework.ts';
import type { Message } from '../../texts.ts';

/** What a comparison can be for; it is printed on it. None of them is a judgement. */
export const purposes = ['development', 'career', 'recruitment', 'planning'] as const;
export type Purpose = (typeof purposes)[number];

export interface ComparedChoice {
  /** False on the page as it first opens, when nothing was chosen yet. */
  readonly asked: boolean;
  /** Codes of descriptions, in the order of the framework. */
  readonly chosen: readonly string[];
  /** Null for every area. */
  readonly area: string | null;
  readonly purpose: Purpose | null;
}

/** Reads `with`, `area` and `purpose`; what the framework does not have is left out. */
export function readCompared({ query }: Request, framework: Framework): ComparedChoice {
  const given = [query.with].flat().filter((each) => typeof each === 'string');
  const area = framework.areas.find(({ code }) => code === query.area)?.code ?? null;
  return {
    asked: given.length > 0 || query.purpose !== undefined,
    chosen: framework.descriptions.map(({ code }) => code).filter((code) => given.includes(code)),
    area,
    purpose: purposes.find((purpose) => purpose === query.purpose) ?? null,
  };
}

export type CompareMistake = Message & { readonly field: string };

/** What keeps the choice from being compared, each at its field. */
export function compareMistakes(
  { asked, chosen, purpose }: ComparedChoice,
  { descriptions }: Framework,
): readonly CompareMistake[] {
  if (!asked) return [];
  const mistakes: CompareMistake[] = [];
  const kinds = new Set(descriptions.filter(({ code }) => chosen.includes(code)).map(({ kind }) => kind));
  const field = `with-${descriptions[0]?.code ?? ''}`;
  const wrong = (name: string) =>
    mistakes.push({ field, key: `frameworks.compare.mistake.${name}`, values: {} });
  if (chosen.length < fewestCompared) wrong('tooFew');
  else if (kinds.size > 1) wrong('twoKinds');
  else if (chosen.length > mostCompared) wrong('tooMany');
  if (purpose === null) {
    mistakes.push({ field: `purpose-${purposes[0]}`, key: 'frameworks.compare.mistake.purpose', values: {} });
  }
  return mistakes;
}
