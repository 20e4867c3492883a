// The page of one request: what is asked, who could be identified, what can be done with it now.
import { libraryFact } from '../../../../analysis/identification.ts';
import { codebookOf } from '../../../../surveys/codebook.ts';
import type { FieldChoice } from '../../../../surveys/formats/data-files/field-choices.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Survey } from '../../../db/surveys.ts';
import { formatDate } from '../../../format-values.ts';
import type { DataRequest, RequestState } from '../../../operations/data-requests.ts';
import { fewTogether, type Identification } from '../../../operations/identification.ts';
import type { Beside } from '../../../operations/requests-beside.ts';
import type { FormMistake } from '../round-form.ts';
import type { Words } from '../workspace.ts';
import { type BoxGroup, boxGroups, boxOf, type DecisionTyped } from './ask-form.ts';
import { type LineView, lineView } from './line-words.ts';
import { openKinds } from './open-files.ts';

export interface DataRequestPage {
  readonly csrf: string;
  readonly title: string;
  readonly state: RequestState;
  readonly back: string;
  readonly address: string;
  readonly purpose: string;
  readonly who: string;
  readonly until: string;
  readonly groups: readonly BoxGroup[];
  /** What the data officer decides on; null for others, and once it is decided. */
  readonly decide: {
    readonly steps: readonly {
      readonly fact: string;
      readonly groups: number;
      readonly smallest: number;
      readonly below: number;
      readonly alone: number;
    }[];
    readonly told: string;
    /** Which other requests were counted in; empty where there are none. */
    readonly beside: string;
    readonly words: boolean;
    readonly few: boolean;
    readonly self: boolean;
    readonly typed: DecisionTyped;
  } | null;
  /** The data officer can take the approval back. */
  readonly revocable: boolean;
  /** Who asked can fetch the file, and what describes it. */
  readonly files: readonly { readonly kind: string; readonly address: string }[] | null;
  readonly mistakes: readonly FormMistake[];
  readonly lines: readonly LineView[];
}

export interface RequestInput {
  readonly project: string;
  readonly survey: Survey;
  readonly asked: DataRequest;
  readonly choices: readonly FieldChoice[];
  readonly identified: Identification | null;
  readonly beside: Beside;
  readonly typed: DecisionTyped | null;
  readonly mistakes: readonly FormMistake[];
  readonly officer: boolean;
  readonly account: string;
  readonly csrf: string;
}

export function requestPage(input: RequestInput, words: Words): DataRequestPage {
  const { project, asked, choices, identified, mistakes, officer, account, csrf } = input;
  const { language, say } = words;
  const { wanted, state, entry } = asked;
  const address = `/team/${project}/data/requests/${entry}`;
  const typed = input.typed ?? {
    reason: '',
    until: wanted.until,
    ticked: new Set(choices.map(boxOf)),
    known: false,
    read: false,
  };
  const own = state === 'approved' && asked.account === account;
  return {
    csrf,
    title: say({
      key: 'data.requestName',
      values: { request: entry, survey: wanted.survey, kind: say({ key: `data.kind.${wanted.kind}` }) },
    }),
    state,
    back: `/team/${project}/data`,
    address,
    purpose: asked.purpose,
    who: asked.email ?? say({ key: 'data.formerAccount' }),
    until: formatDate(language, wanted.until),
    groups: boxGroups(choices, typed.ticked, language),
    decide: identified && decideView(input, identified, typed, words),
    revocable: officer && state === 'approved',
    files: own ? openKinds.map((kind) => ({ kind, address: `${address}/${kind}` })) : null,
    mistakes,
    lines: asked.lines.map((line) => lineView(line, words)),
  };
}

function decideView(
  { survey, asked, choices, beside: { requests }, account }: RequestInput,
  { responses, steps }: Identification,
  typed: DecisionTyped,
  { language, say }: Words,
): DataRequestPage['decide'] {
  const variables = codebookOf(survey.questionnaire).variables;
  const nameOf = (fact: string) => {
    if (fact === libraryFact) return say({ key: 'data.who.library' });
    const variable = variables.find(({ name }) => name === fact);
    return variable ? inLanguage(variable.item ?? variable.label, language) : fact;
  };
  const last = steps.at(-1);
  const few = (last?.below ?? 0) > 0;
  const told = !last ? 'nothing' : few ? 'some' : 'none';
  return {
    steps: steps.map(({ fact, smallest, ...step }) => ({
      fact: nameOf(fact),
      smallest: smallest ?? 0,
      ...step,
    })),
    told: say({
      key: `data.who.${told}`,
      values: { responses, below: last?.below ?? 0, alone: last?.alone ?? 0, few: fewTogether },
    }),
    beside:
      requests.length === 0
        ? ''
        : say({ key: 'data.who.beside', values: { count: requests.length, requests: requests.join(', ') } }),
    words: choices.some((choice) => choice.group === 'words'),
    few,
    self: asked.account === account,
    typed,
  };
}
