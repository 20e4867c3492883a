// Rows over everybody and in each group of what they are split by: what several kinds of figures side by side are made of.
import type { SideBySide } from '../../surveys/side-by-side.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { openGroups } from '../disclosure/open-groups.ts';
import { discloseShare, withheld } from '../disclosure/shares.ts';
import { partView } from '../disclosure/views.ts';
import { isRegisterFact, type Split, splitBy } from '../explore/splits.ts';
import type { Share } from '../figure.ts';
import { countCodes } from '../library-counts.ts';
import type { Filter } from '../results/survey.ts';
import type { RowCodes } from '../row-codes.ts';
import { shareOfCodes } from '../tabulate.ts';
import type { SharedRow } from './row-sets.ts';

export interface SideBySideInput {
  readonly dataset: Dataset;
  /** Empty where the survey is not about the libraries of the register. */
  readonly register: readonly RegisterLibrary[];
  /** Backgrounds the project declares; a result is split by no other. */
  readonly background: readonly string[];
  /** Everything declared of this survey, also what is worked out with other answers: two sums of one table can be subtracted. */
  readonly declared: readonly SideBySide[];
  /** Another survey of the project, for what stands beside it; null where the project has no such survey. */
  readonly other?: Dataset | null;
  /** The reader sees groups that are few as well: the operator on the machine. */
  readonly everything: boolean;
}

/** Whether a row is no cross by itself, as one that sets a background beside another question is. */
export function setsNoBackground(
  { variables }: SharedRow,
  { background, everything }: SideBySideInput,
): boolean {
  return (
    everything || new Set(variables).size < 2 || !variables.some((variable) => background.includes(variable))
  );
}

type GroupedRow = Pick<SharedRow, 'code' | 'label'> & { readonly codes: RowCodes };
/** Whether a row may be told of a group, or of everybody, beside all else that readers see. */
export type Tells<Row> = (row: Row, within: readonly Filter[]) => boolean;

/** Each row over everybody, and in each group that may be told. */
export function groupedRows<Row extends GroupedRow>(
  rows: readonly Row[],
  by: string | undefined,
  input: SideBySideInput,
  tells: Tells<Row> = () => true,
) {
  return rows.map((row) => {
    const { code, label, codes } = row;
    const told = (within: readonly Filter[]) => input.everything || tells(row, within);
    const everybody = shareOfCodes(countCodes(input.dataset, codes, null));
    return {
      code,
      label,
      everybody: told([]) ? everybody : withheld(everybody),
      groups: groupsOf(by, input).flatMap((split) => sharesByGroup(codes, split, input, told)),
    };
  });
}

function sharesByGroup(
  codes: RowCodes,
  split: Split,
  input: SideBySideInput,
  told: (within: readonly Filter[]) => boolean,
) {
  const open = input.everything ? null : openGroups(input.dataset, split, codes);
  return split.groups.map(({ code, label }, group) => {
    const share = shareOfCodes(countCodes(input.dataset, codes, maskOfGroup(split, group)));
    const shown = (open === null || open.has(group)) && told([{ variable: split.variable, code }]);
    return { code, label, share: groupShare(share, shown, input) };
  });
}

/** The split that is declared, in a list of none or one: only a background of the project or a fact of the register. */
export function groupsOf(
  by: string | undefined,
  { dataset, register, background }: SideBySideInput,
): readonly Split[] {
  if (by === undefined) return [];
  const known = isRegisterFact(by)
    ? register.length > 0
    : background.includes(by) && dataset.codebook.position.has(by);
  return known ? [splitBy(dataset, register, by)] : [];
}

export function maskOfGroup({ of }: Split, group: number): Uint8Array {
  return of.map((own) => Number(own === group));
}

export function groupShare(share: Share, open: boolean, { everything }: SideBySideInput): Share {
  if (everything) return share;
  return open ? discloseShare(share, partView) : withheld(share);
}
export function headOf({ code, label, how }: SideBySide) {
  return { code, label, how: how ?? null };
}
