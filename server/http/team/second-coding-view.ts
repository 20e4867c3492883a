// The page of a second coding as data: the remark that comes next with all codes, or how alike two coders were.
import type {
  CodeAgreement,
  CodedBy,
  DimensionAgreement,
  ValenceAgreement,
} from '../../../analysis/coding/double-coding.ts';
import type { RemarksResult } from '../../../analysis/results/survey.ts';
import { valences } from '../../../surveys/coding/valence.ts';
import {
  type CodingDimension as Dimension,
  codingDimensions as dimensions,
} from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { formatNumber } from '../../format-values.ts';
import type { DoubleCoding } from '../../operations/double-coding.ts';
import type { Message } from '../../texts.ts';
import { codesInWords } from './coding/answer-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import type { Words } from './workspace.ts';

interface CodeLine {
  readonly label: string;
  /** Both, only the first, only the second, neither; percentage alike, kappa, interval. */
  readonly cells: readonly string[];
}
interface AgreementSection {
  readonly title: string;
  readonly said: string;
  readonly lines: readonly CodeLine[];
  readonly confusions: readonly string[];
  readonly computed: ComputedPanel;
}
export interface SecondCodingPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly back: string;
  readonly progress: string;
  readonly mistakes: readonly (Message & { readonly field: string })[];
  /** The remark to code; null when the sample is done. */
  readonly remark: {
    readonly id: string;
    readonly csrf: string;
    readonly question: string;
    readonly text: string;
    /** What both chose, where this is to agree on; null while coding. */
    readonly chosen: { readonly first: string; readonly second: string } | null;
    readonly valences: readonly {
      readonly value: string;
      readonly label: string;
      readonly checked: boolean;
    }[];
    readonly groups: readonly {
      readonly id: string;
      readonly legend: string;
      readonly codes: readonly {
        readonly field: string;
        readonly label: string;
        readonly checked: boolean;
      }[];
    }[];
  } | null;
  /** Why there is no remark to code while some are left; empty where that is not so. */
  readonly own: string;
  /** How alike both saw the directions; empty where that is not told. */
  readonly valence: string;
  /** Of how many remarks are coded twice, and which. */
  readonly computed: ComputedPanel;
  readonly sections: readonly AgreementSection[];
  /** Remarks to talk about. */
  readonly disagreements: readonly {
    readonly text: string;
    readonly first: string;
    readonly second: string;
    /** Empty until both agreed. */
    readonly agreed: string;
    readonly again: string;
  }[];
}

export interface TypedCodes {
  readonly services: readonly string[];
  readonly themes: readonly string[];
  readonly valence: string;
  /** What was not chosen yet. */
  readonly mistake: Dimension | 'valence' | null;
}

interface CodingPlace {
  readonly tabs: readonly Tab[];
  readonly remarks: readonly RemarksResult[];
  readonly project: string;
  readonly csrf: string;
  /** There is no other account that could be the second. */
  readonly alone: boolean;
}

export function secondCodingPage(
  coding: DoubleCoding,
  typed: TypedCodes,
  place: CodingPlace,
  words: Words,
): SecondCodingPage {
  const say = (key: string, values = {}) => words.say({ key: `coding.${key}`, values });
  const { done, sample, remarks, agreement, next, asked, own, valence } = coding;
  const shown = asked ?? next;
  const chosen = (codes: CodedBy) => choiceInWords(codes, coding, words);
  const address = `/team/${place.project}/results/remarks`;
  return {
    finding: agreement ? resultWords(agreement, words) : say('title'),
    lead: say(agreement ? 'leadDone' : 'lead', { sample, remarks, seed: coding.survey }),
    action: null,
    tabs: place.tabs,
    back: address,
    progress: say('progress', { done, sample }),
    mistakes:
      typed.mistake === null ? [] : [{ field: typed.mistake, key: `coding.missing.${typed.mistake}` }],
    own: next === null && own > 0 ? say(place.alone ? 'ownAlone' : 'own', { own }) : '',
    valence: valence ? valenceWords(valence, words) : '',
    remark: shown && {
      id: shown.id,
      csrf: place.csrf,
      question: inLanguage(
        place.remarks.find(({ question }) => question === shown.question)?.label ?? {},
        words.language,
      ),
      text: shown.text,
      chosen: asked && { first: chosen(asked.first), second: chosen(asked.second) },
      valences: valences.map((value) => ({
        value,
        label: words.say({ key: `coding-desk.valence.${value}` }),
        checked: typed.valence === value,
      })),
      groups: dimensions.map((dimension) => ({
        id: dimension,
        legend: say(dimension),
        codes: coding.frame[dimension].map(({ code, label }) => ({
          field: `${dimension}.${code}`,
          label: inLanguage(label, words.language),
          checked: typed[dimension].includes(code),
        })),
      })),
    },
    computed: computedPanel(say('title'), { methods: ['secondSample'], weights: 'remarks' }, noBase, words),
    sections: (agreement ?? []).map((one) => sectionOf(one, words)),
    disagreements: coding.disagreements.map(({ id, text, first, second, agreed }) => ({
      text,
      first: chosen(first),
      second: chosen(second),
      agreed: agreed ? chosen(agreed) : '',
      again: `${address}/second?remark=${encodeURIComponent(id)}#remark`,
    })),
  };
}

/** What alpha says of the codebook, services and themes together. */
function resultWords(agreement: readonly DimensionAgreement[], words: Words): string {
  const readings = agreement.map(({ reading }) => reading ?? 'none');
  const worst = (['low', 'tentative', 'firm'] as const).find((one) => readings.includes(one)) ?? 'none';
  return words.say({ key: `coding.result.${worst}` });
}

function sectionOf(
  { dimension, alpha, reading, codes, confusions }: DimensionAgreement,
  words: Words,
): AgreementSection {
  const say = (key: string, values = {}) => words.say({ key: `coding.${key}`, values });
  const number = (value: number) => formatNumber(words.language, value, 2);
  return {
    title: say(dimension),
    said: say(`reading.${reading ?? 'none'}`, { alpha: alpha === null ? '' : number(alpha) }),
    lines: codes.map((code) => ({
      label: inLanguage(code.label, words.language),
      cells: cellsOf(code, words),
    })),
    confusions: confusions.slice(0, mostConfusions).map(({ one, other, count }) =>
      say('confusion', {
        one: inLanguage(one, words.language),
        other: inLanguage(other, words.language),
        count,
      }),
    ),
    computed: computedPanel(
      say(dimension),
      { methods: ['secondSample', 'cohenKappa', 'kappaInterval', 'krippendorff'], weights: 'remarks' },
      noBase,
      words,
    ),
  };
}

/** More are in the list of remarks to talk about. */
const mostConfusions = 5;

function cellsOf(
  { both, onlyFirst, onlySecond, neither, agreement, kappa, interval, few }: CodeAgreement,
  words: Words,
): readonly string[] {
  const number = (value: number) => formatNumber(words.language, value, 2);
  return [
    ...[both, onlyFirst, onlySecond, neither].map(String),
    agreement === null ? '–' : `${Math.round(100 * agreement)}%`,
    few ? words.say({ key: 'coding.few' }) : kappa === null ? '–' : number(kappa),
    few || !interval ? '–' : `${number(interval.lower)} – ${number(interval.upper)}`,
  ];
}

function choiceInWords(codes: CodedBy, { frame }: DoubleCoding, words: Words): string {
  const named = codesInWords(codes, { frame, language: words.language });
  return codes.valence === null
    ? named
    : `${named} · ${words.say({ key: `coding-desk.valence.${codes.valence}` })}`;
}

function valenceWords({ remarks, agreement, kappa, interval }: ValenceAgreement, words: Words): string {
  const number = (value: number) => formatNumber(words.language, value, 2);
  return words.say({
    key: 'coding.valence',
    values: {
      remarks,
      alike: Math.round(100 * (agreement ?? 0)),
      kappa: kappa === null ? '–' : number(kappa),
      interval: interval ? `${number(interval.lower)} – ${number(interval.upper)}` : '–',
    },
  });
}
