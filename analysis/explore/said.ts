// What a table says, in one sentence: how strong, who stands out, and only then how sure. Keys of views/texts.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Association, CrossTable, Gap, Said } from './explored.ts';

type Unsaid = Omit<CrossTable, 'said'>;

/** The sentence of a cross-table as far as its reader sees it. */
export function saidOfTable(table: Unsaid): Said {
  const about = aboutTable(table);
  if (table.openness === 'withheld') return { key: 'explore.said.cross.withheld', values: about };
  const options = table.rows.filter(({ association }) => association !== null);
  if (options.length > 0) return saidOfOptions(table, about);
  if (!table.association) {
    const { cells, shown } = cellsShown(table);
    return { key: `explore.said.cross.${shown < cells ? 'hidden' : 'untested'}`, values: about };
  }
  const { association } = table;
  if (!association.stands)
    return { key: 'explore.said.cross.alike', values: { ...about, ...strengthOf(association) } };
  const values = { ...about, ...strengthOf(association) };
  if (association.test === 'mannWhitney' || association.test === 'kruskalWallis') {
    const means = table.groups.flatMap(({ label, code, summary }) =>
      summary ? [{ name: label ?? code, mean: summary.mean }] : [],
    );
    const sorted = means.sort((one, other) => other.mean - one.mean);
    const [most, least] = [sorted[0], sorted.at(-1)];
    if (most && least && most !== least) {
      return {
        key: 'explore.said.cross.higher',
        values: { ...values, most: most.name, mostMean: most.mean, least: least.name, leastMean: least.mean },
      };
    }
  }
  const cell = outstanding(table);
  return cell
    ? { key: 'explore.said.cross.differs', values: { ...values, ...cell } }
    : { key: 'explore.said.cross.together', values };
}

/** How many cells a table has, and of how many its reader sees the share. */
export function cellsShown({ rows }: Pick<CrossTable, 'rows'>): {
  readonly cells: number;
  readonly shown: number;
} {
  const all = rows.flatMap(({ cells }) => cells);
  return { cells: all.length, shown: all.filter(({ ofGroup }) => ofGroup.openness !== 'withheld').length };
}

function saidOfOptions(table: Unsaid, about: Said['values']): Said {
  const tested = table.rows.filter(({ association }) => association !== null);
  const standing = tested.filter(({ association }) => association?.stands);
  const values = { ...about, options: tested.length, standing: standing.length };
  const [first] = standing.toSorted((one, other) => sizeOf(other.association) - sizeOf(one.association));
  if (!first?.association) return { key: 'explore.said.cross.optionsAlike', values };
  const cell = outstanding({ ...table, rows: [first] });
  return cell
    ? { key: 'explore.said.cross.option', values: { ...values, ...strengthOf(first.association), ...cell } }
    : { key: 'explore.said.cross.optionsDiffer', values };
}

/** What a table is about; a fact of the register has words of its own in the sentence. */
function aboutTable({ label, item, by }: Unsaid): Said['values'] {
  return {
    question: item ?? label,
    fact: by.label === null ? by.variable : 'question',
    by: by.label ?? by.variable,
  };
}

function strengthOf({ effects, p, adjustedP }: Association) {
  const [first] = effects;
  return {
    strength: first?.words ?? 'none',
    effect: first?.name ?? 'none',
    size: first ? (first.corrected ?? first.estimate) : 0,
    sure: sureness(adjustedP ?? p),
    p: adjustedP ?? p ?? 1,
  };
}

/** How p is printed: never as 0. */
function sureness(p: number | null): 'tiny' | 'printed' {
  return p !== null && p < 0.001 ? 'tiny' : 'printed';
}

function sizeOf(association: Association | null): number {
  const [first] = association?.effects ?? [];
  return first ? Math.abs(first.corrected ?? first.estimate) : 0;
}

/** The visible cell farthest above what everybody says. */
function outstanding({ rows, groups }: Unsaid) {
  const cells = rows.flatMap((row) =>
    row.cells.flatMap((cell, group) => {
      const [own, all] = [cell.ofGroup.estimate, row.total.estimate];
      const name = groups[group];
      if (own === null || all === null || !name || own <= all) return [];
      const distance = cell.residual ?? own - all;
      return [{ distance, group: name.label ?? name.code, answer: row.label, share: own, all }];
    }),
  );
  const [first] = cells.sort((one, other) => other.distance - one.distance);
  if (!first) return null;
  const { group, answer, share, all } = first;
  return { group, answer, share, all } satisfies Record<string, string | number | Text>;
}

/** The sentence of a gap. */
export function saidOfGap(gap: Omit<Gap, 'said'>): Said {
  const about = { first: gap.firstLabel, second: gap.secondLabel };
  const { paired } = gap;
  if (!paired) return { key: 'explore.said.gap.withheld', values: about };
  const p = paired.signedRank?.p ?? null;
  const values = {
    ...about,
    size: Math.abs(paired.estimate),
    higher: paired.estimate > 0 ? 'second' : 'first',
    n: paired.base,
    improved: paired.improved,
    worse: paired.worse,
    sure: sureness(p),
    p: p ?? 1,
  };
  return { key: `explore.said.gap.${p !== null && p < 0.05 ? 'differs' : 'alike'}`, values };
}
