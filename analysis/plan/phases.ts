// How far the phases of a project are: what each means to have beside what was held, by the day it is. Pure: days are ISO
// dates.
import type { ProjectRecord, ProjectRecords } from '../../surveys/project-records.ts';
import type { Quota } from '../../surveys/records/plan.ts';
import { productsOf, readyProducts } from '../materials/products.ts';

export const countedKinds = ['meetings', 'talks', 'workshops', 'materials'] as const;
export type CountedKind = (typeof countedKinds)[number];
type DatedKind = Exclude<CountedKind, 'materials'>;

/** Of what a phase counts. */
export interface PhaseCount {
  readonly kind: CountedKind;
  readonly planned: Quota;
  /** Held by today, within the phase. */
  readonly held: number;
  /** On a day still to come, within the phase; of materials, those not ready yet. */
  readonly ahead: number;
  readonly state: CountState;
}
/** `open` is fewer than planned while there is time; `short` when there is none left. */
export type CountState = 'open' | 'short' | 'within' | 'above';

export interface PhaseProgress {
  readonly phase: ProjectRecord<'phase'>;
  /** From 1, in order of time. */
  readonly number: number;
  readonly state: 'ahead' | 'now' | 'over';
  readonly counts: readonly PhaseCount[];
}

/**
 * The phases in order of time. What was held counts once: in the first phase that means to have such things and was
 * running on that day. Materials have no day: they count in the first phase that means to make any.
 */
export function phaseProgress(records: ProjectRecords, today: string): readonly PhaseProgress[] {
  const phases = records.phase.toSorted((one, other) => one.date.sort.localeCompare(other.date.sort));
  const days = heldDays(records);
  const ready = readyProducts(records).length;
  return phases.map((phase, index): PhaseProgress => {
    const state = phase.until.sort < today ? 'over' : phase.date.sort > today ? 'ahead' : 'now';
    return {
      phase,
      number: index + 1,
      state,
      counts: countedKinds.flatMap((kind): readonly PhaseCount[] => {
        const planned = phase[kind];
        if (!planned) return [];
        if (kind === 'materials') {
          if (phases.find((each) => each.materials) !== phase) return [];
          const ahead = productsOf(records).length - ready;
          return [{ kind, planned, held: ready, ahead, state: stateOf(ready, planned, state) }];
        }
        const own = days[kind].filter((day) => phaseOf(phases, kind, day) === phase);
        const held = own.filter((day) => day <= today).length;
        return [{ kind, planned, held, ahead: own.length - held, state: stateOf(held, planned, state) }];
      }),
    };
  });
}

/** The days of everything that is counted. */
function heldDays(records: ProjectRecords): Readonly<Record<DatedKind, readonly string[]>> {
  const days = (list: readonly { readonly date: { readonly sort: string } }[]) =>
    list.map(({ date }) => date.sort);
  return {
    meetings: days(records.work_meeting),
    talks: days(records.interview),
    workshops: days(records.workshop),
  };
}

function phaseOf(phases: readonly ProjectRecord<'phase'>[], kind: DatedKind, day: string) {
  return phases.find((phase) => phase[kind] && phase.date.sort <= day && day <= phase.until.sort);
}

function stateOf(held: number, { from, to }: Quota, phase: PhaseProgress['state']): CountState {
  if (held > to) return 'above';
  if (held >= from) return 'within';
  return phase === 'over' ? 'short' : 'open';
}
