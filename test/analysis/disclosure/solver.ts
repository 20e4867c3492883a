// Somebody who writes down everything they can see as equations and works out what they cannot: a linear program over the
// whole, non-negative cells of the joint table, that asks for the lowest and the highest a hidden figure can be.
import highsModule from 'highs';

/** A sum of cells (with a factor each) that is known, exactly or between bounds. */
export interface Known {
  readonly cells: ReadonlyMap<number, number>;
  readonly lowest: number;
  readonly highest: number;
}

/** Cells that add up to something seen. */
export function knownSum(cells: Iterable<number>, value: number): Known {
  return { cells: new Map([...cells].map((cell) => [cell, 1])), lowest: value, highest: value };
}

// Its types describe the CommonJS build, whose loader is a `default`; what Node loads is the module itself.
const loadHighs = highsModule as unknown as (typeof highsModule)['default'];
const highs = await loadHighs();

/**
 * The lowest and the highest a sum of cells can be, given everything known.
 * @throws Error when what is known contradicts itself: then it was written down wrongly.
 */
export function rangeOf(size: number, known: readonly Known[], target: readonly number[]) {
  const solve = (way: 'Minimize' | 'Maximize') => {
    const result = highs.solve(programOf(size, known, target, way), { presolve: 'on' });
    if (result.Status === 'Unbounded') return Number.POSITIVE_INFINITY;
    if (result.Status !== 'Optimal') throw new Error(`the equations have no solution: ${result.Status}`);
    return result.ObjectiveValue;
  };
  return { lowest: solve('Minimize'), highest: solve('Maximize') };
}

/** The program in CPLEX LP format. */
function programOf(size: number, known: readonly Known[], target: readonly number[], way: string): string {
  const term = (cell: number, factor: number) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${cell}`;
  const sum = (cells: Iterable<readonly [number, number]>) =>
    [...cells].map(([cell, factor]) => term(cell, factor)).join(' ');
  const rows = known.flatMap(({ cells, lowest, highest }, row) => {
    if (cells.size === 0) return [];
    if (lowest === highest) return [` k${row}: ${sum(cells)} = ${lowest}`];
    const most = Number.isFinite(highest) ? [` h${row}: ${sum(cells)} <= ${highest}`] : [];
    return [` l${row}: ${sum(cells)} >= ${lowest}`, ...most];
  });
  const bounds = Array.from({ length: size }, (_, cell) => ` x${cell} >= 0`);
  return [
    way,
    ` goal: ${sum(target.map((cell) => [cell, 1]))}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'End',
  ].join('\n');
}
