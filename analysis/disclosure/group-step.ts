// Whether figures about groups may move on to newer answers: of every group that readers outside the team see told apart
// nobody is new, or enough people are, so that comparing a figure with how it was tells of no few (docs/rules.md, Subtraction).
import { notShownByte } from '../../surveys/response-document.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import { isRegisterFact, noGroup, splitBy } from '../explore/splits.ts';
import { countUpTo } from '../names-by-number.ts';
import { releaseStep } from '../report/release-step.ts';
import type { ByCodes, Grouping } from './groupings.ts';
import { minimums } from './minimums.ts';

export interface GroupStep {
  /** Sequence number of the last response that figures about groups ever showed. */
  readonly after: number;
  /**
   * Whether somebody who was in them withdrew since. Beside what was shown before, that person is taken from the new ones of
   * one group, nobody knows which: then it takes as many new ones as the base of a cross, in every group.
   */
  readonly withdrawn: boolean;
}

/** Responses by the class they are in: two are in one class when no figure tells them apart by this background. */
interface Classes {
  readonly of: Uint8Array;
  readonly count: number;
  /** Whether each class is a group of its own: with overlapping sets of codes a group is several classes. */
  readonly alone: boolean;
}

/**
 * Whether figures about these groups may be shown of all of this dataset.
 * @param groupings what the survey does not ask is passed over: no figure is told apart by it.
 */
export function groupsMayMove(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  groupings: readonly Grouping[],
  step: GroupStep,
): boolean {
  const routes = groupings.flat().flatMap((apart) => ('asked' in apart ? [apart.asked] : []));
  const known = groupings
    .map((grouping) => grouping.flatMap((apart) => ('codes' in apart ? [apart] : [])))
    .filter((grouping) => grouping.every(({ variable }) => isAsked(dataset, variable)));
  const backgrounds = [...new Set(known.flat().map(({ variable }) => variable))];
  const classes = new Map(
    backgrounds.map((name) => [name, classesBy(dataset, register, name, known.flat())]),
  );
  const together = known.map((grouping) => [...new Set(grouping.map(({ variable }) => variable))].sort());
  const tables = new Map(
    [...backgrounds.map((name) => [name]), ...together].map((names) => [names.join(' '), names]),
  );
  const firstNew = countUpTo(dataset.sequences, step.after);
  const steps = (all: readonly Classes[]) => everyClassSteps(all, dataset.size, firstNew, step.withdrawn);
  return (
    [...new Set(routes)].every((question) => steps([whoWasAsked(dataset, question)])) &&
    [...tables.values()].every((names) => steps(names.flatMap((name) => classes.get(name) ?? [])))
  );
}

/** Of two classes the second was shown something of the question. Figures of it are no cross: small ones are shown too. */
function whoWasAsked(dataset: Dataset, question: string): Classes {
  const of = new Uint8Array(dataset.size);
  for (const variable of dataset.codebook.variables) {
    if (variable.question !== question) continue;
    const column = dataset.column(variable.name);
    for (let row = 0; row < of.length; row += 1) if (column[row] !== notShownByte) of[row] = 1;
  }
  return { of, count: 2, alone: false };
}

function isAsked({ codebook }: Dataset, name: string): boolean {
  const variable = codebook.variables[codebook.position.get(name) ?? -1];
  return isRegisterFact(name) || (variable !== undefined && variable.measure !== 'text');
}

/** Groups in the same sets of codes are one class, whoever is in none of the groups another. */
function classesBy(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  name: string,
  apart: readonly ByCodes[],
): Classes {
  const sets = apart.flatMap(({ variable, codes }) => (variable === name ? [codes] : []));
  const { groups, of } = splitBy(dataset, register, name);
  const different = new Set(sets.map((codes) => JSON.stringify(codes))).size;
  const numbers = new Map<string, number>();
  const classOf = new Uint8Array(noGroup + 1);
  for (const [place, code] of [...groups.map((group) => group.code), null].entries()) {
    const key = JSON.stringify(sets.map((codes) => (codes === null ? code : codes.includes(code ?? ''))));
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    classOf[place === groups.length ? noGroup : place] = number;
  }
  return { of: of.map((group) => classOf[group] as number), count: numbers.size, alone: different === 1 };
}

/**
 * Classes no view shows, because they are small, count as one: only all of them together come back by subtraction. Where
 * a class is only a part of a group that is shown, it counts alone.
 */
function everyClassSteps(
  classes: readonly Classes[],
  size: number,
  firstNew: number,
  withdrawn: boolean,
): boolean {
  const all = new Int32Array(classes.reduce((product, { count }) => product * count, 1));
  const fresh = new Int32Array(all.length);
  for (let row = 0; row < size; row += 1) {
    let cell = 0;
    for (const { of, count } of classes) cell = cell * count + (of[row] as number);
    all[cell] = (all[cell] as number) + 1;
    if (row >= firstNew) fresh[cell] = (fresh[cell] as number) + 1;
  }
  const alone = classes.every((one) => one.alone);
  const small = { people: 0, came: 0 };
  const steps = (people: number, came: number) =>
    withdrawn ? people === 0 || came >= minimums.cross : came === 0 || came >= releaseStep;
  for (const [cell, people] of all.entries()) {
    const came = fresh[cell] as number;
    if (!alone || people >= minimums.cross) {
      if (!steps(people, came)) return false;
    } else {
      small.people += people;
      small.came += came;
    }
  }
  return steps(small.people, small.came);
}
