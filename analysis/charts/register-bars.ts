// Who answered beside who could: each group's share of the libraries that answered and of the whole register, with the
// number of libraries more or fewer than the register would give.
import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, type Message, oneGroup, type Words, wholePercent } from '../chart.ts';
import type { CoverageGroup } from '../results/survey.ts';
import { shareOfAll } from '../share.ts';
import { chartOfPairs } from './paired-bars.ts';

/** One group as the register would have it, and as it is. */
interface Represented {
  readonly group: string;
  readonly register: number;
  readonly answered: number;
  /** Libraries that would have answered, had every group done so alike; not a whole number. */
  readonly expected: number;
}
export interface RegisterChartOptions {
  readonly id: string;
  readonly title: Text;
  readonly first: Text;
  readonly second: Text;
  readonly language: string;
}

/** Null where nobody answered, so that there is nothing to compare; the order is that of the groups. */
export function chartOfRegister(
  groups: readonly CoverageGroup[],
  options: RegisterChartOptions,
): ChartView | null {
  const counted = groups.map(({ group, share }) => ({
    group,
    register: share.base ?? 0,
    answered: share.count ?? 0,
  }));
  const register = counted.reduce((sum, each) => sum + each.register, 0);
  const answered = counted.reduce((sum, each) => sum + each.answered, 0);
  if (register === 0 || answered === 0) return null;
  const rows = counted.map(
    (each): Represented => ({ ...each, expected: (each.register / register) * answered }),
  );
  const text = (words: string): Text => ({ [options.language]: words });
  const pairs = chartOfPairs(
    rows.map((row) => ({
      label: text(row.group),
      first: shareOfAll(row.answered, answered, 'libraries'),
      second: shareOfAll(row.register, register, 'libraries'),
    })),
    { ...options, keepOrder: true },
  );
  return {
    ...pairs,
    table: {
      caption: pairs.table.caption,
      head: [
        chartWords('head.group'),
        options.first[options.language] ?? '',
        options.second[options.language] ?? '',
        chartWords('head.change'),
      ],
      groups: oneGroup(
        rows.map((row) => ({
          head: row.group,
          cells: [
            `${wholePercent(row.answered / answered)}%`,
            `${wholePercent(row.register / register)}%`,
            differenceOf(row),
          ],
        })),
      ),
    },
    sentence: sentenceOf(rows),
  };
}

/** Whole libraries more or fewer than expected. */
function offBy({ answered, expected }: Represented): number {
  // Without the minus that a rounded -0.3 keeps.
  return Math.round(answered - expected) + 0;
}

function differenceOf(row: Represented): Words {
  const off = offBy(row);
  return chartWords('representedBy', { way: way(off), count: Math.abs(off) });
}

/** The group with most too few, and that with most too many. */
function sentenceOf(rows: readonly Represented[]): Message {
  const sorted = [...rows].sort((one, other) => offBy(one) - offBy(other));
  const [fewest, most] = [sorted[0], sorted.at(-1)];
  if (!fewest || !most || offBy(fewest) >= 0) return chartWords('representedAll');
  const few = { few: fewest.group, fewCount: -offBy(fewest) };
  // The others may each have less than half a library too many.
  if (offBy(most) <= 0) return chartWords('representedFew', few);
  return chartWords('represented', { ...few, many: most.group, manyCount: offBy(most) });
}

function way(off: number): 'more' | 'fewer' | 'same' {
  return off > 0 ? 'more' : off < 0 ? 'fewer' : 'same';
}
