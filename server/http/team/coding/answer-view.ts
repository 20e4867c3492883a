// The page of one open answer as data: its words, what was coded of it, and the form of a remark.
import { restOf } from '../../../../surveys/coding/fragments.ts';
import { suggestedCodes } from '../../../../surveys/coding/suggested-codes.ts';
import { valences } from '../../../../surveys/coding/valence.ts';
import { type CodingDimension, codingDimensions } from '../../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { AnswerCounts, OpenAnswer } from '../../../db/coded-answers.ts';
import type { AnswerRemark } from '../../../db/remarks.ts';
import type { FormMistake } from '../round-form.ts';
import { offeredCodes, type RemarkTyped } from './answer-form.ts';
import { type CodingDesk, languageOfAnswers, questionLabel } from './coding-desk.ts';

interface CodeChoice {
  readonly field: string;
  readonly label: string;
  readonly description: string;
  readonly checked: boolean;
  /** The words of the answer point to it. */
  readonly suggested: boolean;
  /** Its place among what is likely, from 1: the key that chooses it. Empty for the others. */
  readonly key: string;
}
export interface CodingAnswerPage {
  readonly question: string;
  readonly progress: string;
  readonly list: string;
  readonly csrf: string;
  readonly revision: number;
  readonly text: string;
  readonly lang: string;
  readonly state: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly remarks: readonly {
    readonly id: string;
    readonly text: string;
    readonly codes: string;
    readonly valence: string;
    readonly change: string;
    /** Where it is proposed as a quote; null where the respondent did not agree. */
    readonly quote: string | null;
  }[];
  readonly quotable: boolean;
  /** Somebody else coded it and a second coder does so again: what the first chose is not shown. */
  readonly heldBack: boolean;
  /** Where a remark about another part is added; null where the form is that. */
  readonly more: string | null;
  readonly form: {
    readonly remark: string;
    readonly part: string;
    readonly groups: readonly {
      readonly id: CodingDimension;
      readonly legend: string;
      readonly codes: readonly CodeChoice[];
    }[];
    readonly valences: readonly {
      readonly value: string;
      readonly label: string;
      readonly checked: boolean;
    }[];
    /** Nothing was coded of the answer: that may be all. */
    readonly nothing: boolean;
  } | null;
  readonly mistakes: readonly FormMistake[];
  /** Somebody else kept something meanwhile. */
  readonly stale: boolean;
  readonly masking: {
    readonly typed: string;
    /** The account may give back what the team took out. */
    readonly undo: boolean;
  };
}

export interface AnswerShown {
  readonly answer: OpenAnswer;
  readonly question: string;
  readonly counts: AnswerCounts;
  readonly remarks: readonly AnswerRemark[];
  readonly heldBack: boolean;
  /** The respondent agreed to be quoted. */
  readonly quotable: boolean;
  readonly previous: string | null;
  readonly next: string | null;
  /** Codes given most of late, the most frequent first. */
  readonly recent: Readonly<Record<CodingDimension, readonly string[]>>;
  readonly typed: RemarkTyped | null;
  readonly masking: CodingAnswerPage['masking'];
  readonly mistakes: readonly FormMistake[];
  readonly stale: boolean;
  readonly csrf: string;
}

/** So many codes have a key of their own. */
const keys = 9;

export function addressOf(desk: Pick<CodingDesk, 'project'>, question: string, response?: string): string {
  const root = `/team/${desk.project.code}/coding/q/${encodeURIComponent(question)}`;
  return response === undefined ? root : `${root}/${encodeURIComponent(response)}`;
}

/** The answer as it may be read. */
export function readable({ words }: OpenAnswer, { mask }: Pick<CodingDesk, 'mask'>): string {
  return mask(words);
}

export function codingAnswerPage(shown: AnswerShown, desk: CodingDesk): CodingAnswerPage {
  const { answer, question, counts, remarks, typed } = shown;
  const say = (key: string, values = {}) => desk.say({ key: `coding-desk.${key}`, values });
  const here = addressOf(desk, question, answer.response);
  const done = counts.coded + counts.nothing;
  return {
    question: questionLabel(desk, question),
    progress: say('progress', { done, all: done + counts.todo }),
    list: addressOf(desk, question),
    csrf: shown.csrf,
    revision: answer.revision,
    text: readable(answer, desk),
    lang: languageOfAnswers(desk),
    state: say(`state.${answer.state}`),
    previous: shown.previous && addressOf(desk, question, shown.previous),
    next: shown.next && addressOf(desk, question, shown.next),
    remarks: remarks.map(({ id, text, services, themes, valence }) => ({
      id,
      text: desk.mask(text),
      codes: codesInWords({ services, themes }, desk),
      valence: say(`valence.${valence}`),
      change: `${here}?remark=${encodeURIComponent(id)}#remark`,
      quote: shown.quotable ? `${here}/quote/${encodeURIComponent(id)}` : null,
    })),
    more: typed?.remark === null || shown.heldBack ? null : `${here}?more#remark`,
    quotable: shown.quotable,
    heldBack: shown.heldBack,
    form: typed && formOf(typed, shown, desk),
    mistakes: shown.mistakes,
    stale: shown.stale,
    masking: shown.masking,
  };
}

/** Where the form begins: the only remark there is, else a new one about what is left of the answer. */
export function startOf(
  text: string,
  remarks: readonly AnswerRemark[],
  asked: { readonly remark: string | null; readonly more: boolean; readonly valence: string },
): RemarkTyped | null {
  const [only] = remarks;
  const changed = remarks.find(({ id }) => id === asked.remark) ?? null;
  const shown = changed ?? (remarks.length === 1 && !asked.more ? (only ?? null) : null);
  if (shown) {
    const { id, services, themes, valence } = shown;
    return { remark: id, part: shown.text, services, themes, valence };
  }
  if (remarks.length > 1 && !asked.more) return null;
  const part =
    remarks.length === 0
      ? text
      : restOf(
          text,
          remarks.map((remark) => remark.text),
        );
  return { remark: null, part, services: [], themes: [], valence: asked.valence };
}

function formOf(
  typed: RemarkTyped,
  { remarks, recent }: AnswerShown,
  desk: CodingDesk,
): CodingAnswerPage['form'] {
  const { frame, language } = desk;
  const suggested = codingDimensions.flatMap((dimension) =>
    suggestedCodes(offeredCodes(frame[dimension], []), typed.part).map((code) => `${dimension}.${code}`),
  );
  const likely = [
    ...suggested,
    ...codingDimensions.flatMap((dimension) => recent[dimension].map((code) => `${dimension}.${code}`)),
  ];
  const keyed = [...new Set(likely)].slice(0, keys);
  return {
    remark: typed.remark ?? '',
    part: desk.mask(typed.part),
    groups: codingDimensions.map((dimension) => ({
      id: dimension,
      legend: desk.say({ key: `coding.${dimension}` }),
      codes: offeredCodes(frame[dimension], typed[dimension]).map(({ code, label, description }) => {
        const field = `${dimension}.${code}`;
        const key = keyed.indexOf(field) + 1;
        return {
          field,
          label: inLanguage(label, language),
          description: description ? inLanguage(description, language) : '',
          checked: typed[dimension].includes(code),
          suggested: suggested.includes(field),
          key: key > 0 ? String(key) : '',
        };
      }),
    })),
    valences: valences.map((value) => ({
      value,
      label: desk.say({ key: `coding-desk.valence.${value}` }),
      checked: typed.valence === value,
    })),
    nothing: remarks.length === 0,
  };
}

/** The codes of a remark by their names. */
export function codesInWords(
  codes: Readonly<Record<CodingDimension, readonly string[]>>,
  { frame, language }: Pick<CodingDesk, 'frame' | 'language'>,
): string {
  return codingDimensions
    .map((dimension) =>
      frame[dimension]
        .filter(({ code }) => codes[dimension].includes(code))
        .map(({ label }) => inLanguage(label, language))
        .join(', '),
    )
    .join(' · ');
}
