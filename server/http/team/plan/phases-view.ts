// The phases of a project in words: their time, what they are for, and what was held beside what was planned.

import type { CountState, PhaseCount, PhaseProgress } from '../../../../analysis/plan/phases.ts';
import { planLine } from '../../../../analysis/plan/plan-line.ts';
import type { ProjectRecords } from '../../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../../surveys/questionnaire.ts';
import { type LineView, lineView } from '../process-view.ts';
import type { Words } from '../workspace.ts';

export interface PhaseLine {
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly state: PhaseProgress['state'];
  readonly stateWord: string;
  readonly period: string;
  readonly aims: string;
  readonly yields: string;
  /** Who carries it, in words. */
  readonly carried: string;
  readonly team: string;
  readonly edit: string;
  readonly counts: readonly {
    readonly kind: string;
    readonly held: string;
    readonly state: CountState;
    readonly stateWord: string;
    readonly note: string;
  }[];
}

export function phaseLines(
  phases: readonly PhaseProgress[],
  root: string,
  { say, language }: Words,
): readonly PhaseLine[] {
  const text = (value: Text | undefined) => (value ? inLanguage(value, language) : '');
  return phases.map(({ phase, number, state, counts }) => ({
    code: phase.code,
    number,
    title: text(phase.title),
    state,
    stateWord: say({ key: `plan.phase.state.${state}` }),
    period: periodOf(text(phase.date.label), text(phase.until.label), { say }),
    aims: text(phase.aims),
    yields: text(phase.yields),
    carried: say({ key: `plan.phase.carried.${phase.carriedBy}` }),
    team: text(phase.team),
    edit: `${root}/phases/${phase.code}`,
    counts: counts.map((count) => ({
      kind: say({ key: `plan.phase.${count.kind}` }),
      held: heldWords(count, { say }),
      state: count.state,
      stateWord: stateWords(count, { say }),
      note: text(count.planned.note),
    })),
  }));
}

/** A period within one quarter is that quarter. */
function periodOf(from: string, to: string, { say }: Pick<Words, 'say'>): string {
  return from === to ? from : say({ key: 'plan.period', values: { from, to } });
}

/** "2 van 3 gehouden"; "2 gehouden, 2 tot 3 gepland". */
export function heldWords({ held, planned }: PhaseCount, { say }: Pick<Words, 'say'>): string {
  return planned.from === planned.to
    ? say({ key: 'plan.count.of', values: { held, planned: planned.to } })
    : say({ key: 'plan.count.range', values: { held, from: planned.from, to: planned.to } });
}

function stateWords({ held, planned, ahead, state }: PhaseCount, { say }: Pick<Words, 'say'>): string {
  const off = state === 'above' ? held - planned.to : planned.from - held;
  const word = say({ key: `plan.count.state.${state}`, values: { count: off } });
  return ahead === 0 ? word : `${word}, ${say({ key: 'plan.count.ahead', values: { count: ahead } })}`;
}

/** The phases on one line of time; null where none lasts longer than a day. */
export function phasesDrawn(records: ProjectRecords, today: string, words: Words): LineView | null {
  const line = planLine(records);
  return (
    line && lineView(line, today, ({ title }) => (title ? inLanguage(title, words.language) : ''), words)
  );
}
