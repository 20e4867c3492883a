// Beside the group's order of a round: why it is counted so, and the same lists counted in other ways, with every
// difference in words. Ties and equally good orders stay as they are.

import type { PairSeen } from '../../../analysis/panel/pairs-seen.ts';
import type {
  ListChecks,
  Majorities,
  MethodOrder,
  PlaceFound,
} from '../../../analysis/panel/panel-checks.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel } from '../../computed.ts';
import { type FirmSection, firmSection } from './firmness-view.ts';
import type { Words } from './workspace.ts';

export interface CountingView {
  readonly parts: string;
  readonly nested: boolean;
  readonly lists: readonly CountingList[];
  readonly firm: readonly FirmSection[];
  readonly computed: ComputedPanel;
}
export interface CountingList {
  readonly id: string;
  /** Of the list within a need; empty for the top level. */
  readonly title: string;
  readonly said: readonly string[];
  /** Null where too few ballots would tell what members chose. */
  readonly table: MethodTable | null;
  readonly pairs: PairTable | null;
}
export interface MethodTable {
  /** Of the heads, for a phone: there each place has its own beside it. */
  readonly names: readonly string[];
  readonly heads: readonly { readonly name: string; readonly about: string }[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly PlaceCell[] }[];
}
export interface PlaceCell {
  readonly place: string;
  /** Shared with another need by the same method. */
  readonly shared: boolean;
  /** Compared with the mean place: what an eye and what an ear gets; empty where it is the same. */
  readonly arrow: string;
  readonly moved: string;
}
export interface PairTable {
  readonly heads: readonly { readonly number: number; readonly label: string }[];
  readonly rows: readonly {
    readonly number: number;
    readonly label: string;
    readonly cells: readonly PairCell[];
  }[];
  readonly note: string;
}
export interface PairCell {
  readonly word: string;
  readonly counts: string;
  readonly wins: boolean;
}

const say = (words: Words, key: string, values = {}) => words.say({ key: `counting.${key}`, values });

/** How needs are called on the page. */
export type Naming = (need: string) => string;

export function countingView(
  checks: readonly ListChecks[],
  needs: readonly NeedResult[],
  words: Words,
): CountingView {
  const name: Naming = (code) => {
    const need = needs.find((each) => each.code === code);
    return need ? inLanguage(need.label, words.language) : code;
  };
  const title = ({ parent }: ListChecks) =>
    parent === null ? '' : say(words, 'within', { title: name(parent) });
  const [top] = checks;
  return {
    parts: top ? partsSaid(top, words) : '',
    nested: checks.length > 1,
    lists: checks.map((list) => listView(list, title(list), name, words)),
    firm: checks.map((list) => firmSection(list, title(list), name, words)),
    computed: computedPanel(
      say(words, 'of'),
      { methods: ['borda', 'copeland', 'schulze', 'kemeny', 'pairsSeen'], weights: 'members' },
      { base: say(words, 'base', { ballots: top?.ballots ?? 0 }), missing: '' },
      words,
    ),
  };
}

/** What was left without a place and what without an opinion: never the same thing. */
function partsSaid({ ballots, unranked, noOpinion }: ListChecks, words: Words): string {
  if (unranked + noOpinion === 0) return say(words, 'complete');
  if (ballots < 5) return say(words, 'partsHidden');
  return [
    ...(unranked > 0 ? [say(words, 'unranked', { count: unranked })] : []),
    ...(noOpinion > 0 ? [say(words, 'noOpinion', { count: noOpinion })] : []),
  ].join(' ');
}

function listView(list: ListChecks, title: string, name: Naming, words: Words): CountingList {
  const { majorities, needs } = list;
  const id = list.parent ?? 'top';
  if (majorities === null) return { id, title, said: [say(words, 'few')], table: null, pairs: null };
  return {
    id,
    title,
    said: [
      ...methodsSaid(majorities.methods, name, words),
      ...majoritiesSaid(majorities, needs, name, words),
    ],
    table: methodTable(needs, majorities.methods, name, words),
    pairs: pairTable(needs, majorities.pairs, name, words),
  };
}

function listed(parts: readonly string[], { language }: Words): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** Which ways of counting agree with the mean place, and which needs another one puts elsewhere. */
function methodsSaid(methods: readonly MethodOrder[], name: Naming, words: Words): readonly string[] {
  const others = methods.slice(1);
  const same = others.filter(({ differs }) => differs.length === 0);
  const apart = others.filter(({ differs }) => differs.length > 0);
  const title = ({ method }: MethodOrder) => `‘${say(words, `method.${method}`)}’`;
  if (apart.length === 0) return [say(words, 'same', { methods: methods.length })];
  return [
    ...[...byNeeds(apart)].map(([needs, alike]) =>
      say(words, 'differs', {
        methods: listed(alike.map(title), words),
        count: alike.length,
        needs: listed(
          needs.split(' ').map((need) => `‘${name(need)}’`),
          words,
        ),
      }),
    ),
    ...(same.length > 0
      ? [say(words, 'agrees', { methods: listed(same.map(title), words), count: same.length })]
      : []),
  ];
}

/** Methods that put the same needs elsewhere are told in one breath. */
function byNeeds(methods: readonly MethodOrder[]): ReadonlyMap<string, readonly MethodOrder[]> {
  const groups = new Map<string, MethodOrder[]>();
  for (const method of methods) {
    const needs = method.differs.join(' ');
    groups.set(needs, [...(groups.get(needs) ?? []), method]);
  }
  return groups;
}

function majoritiesSaid(
  { beatsAll, circle, kemeny, methods }: Majorities,
  needs: readonly string[],
  name: Naming,
  words: Words,
): readonly string[] {
  const said: string[] = [];
  if (beatsAll !== null && needs.length > 2) {
    const first = methods[0]?.places[needs.indexOf(beatsAll)]?.best === 1;
    said.push(say(words, first ? 'beatsAll' : 'beatsAllOther', { need: name(beatsAll) }));
  }
  if (circle) {
    const steps = circle.map((need, index) =>
      say(words, 'circleStep', {
        one: name(need),
        other: name(circle[(index + 1) % circle.length] ?? need),
      }),
    );
    said.push(say(words, 'circle', { steps: listed(steps, words) }));
  }
  if (kemeny?.kind === 'refused') said.push(say(words, 'refused', { most: kemeny.most }));
  else if (kemeny && needs.length > 2) {
    const { distance, comparisons, orders } = kemeny;
    said.push(say(words, 'orders', { distance, comparisons, orders }));
  }
  return said;
}

function methodTable(
  needs: readonly string[],
  methods: readonly MethodOrder[],
  name: Naming,
  words: Words,
): MethodTable {
  const [usual] = methods;
  return {
    names: methods.map(({ method }) => say(words, `method.${method}`)),
    heads: methods.map(({ method }) => ({
      name: say(words, `method.${method}`),
      about: say(words, `about.${method}`),
    })),
    rows: needs.map((need, index) => ({
      label: name(need),
      cells: methods.map((order) => placeCell(order, index, usual?.places[index] ?? null, need, words)),
    })),
  };
}

function placeCell(
  { places, differs }: MethodOrder,
  index: number,
  usual: PlaceFound,
  need: string,
  words: Words,
): PlaceCell {
  const own = places[index] ?? null;
  if (own === null) return { place: '–', shared: false, arrow: '', moved: say(words, 'noPlace') };
  const single = own.best === own.worst;
  return {
    place: single ? String(own.best) : `${own.best}–${own.worst}`,
    shared: single && places.filter((other) => other?.best === own.best && single).length > 1,
    ...(usual !== null && differs.includes(need) ? moveOf(own, usual.best, words) : { arrow: '', moved: '' }),
  };
}

/** By how many places at least the need stands elsewhere. */
function moveOf(own: NonNullable<PlaceFound>, usual: number, words: Words) {
  const up = own.worst < usual;
  const places = up ? usual - own.worst : own.best - usual;
  return {
    arrow: `${up ? '↑' : '↓'}${places}`,
    moved: say(words, up ? 'higher' : 'lower', { places }),
  };
}

function pairTable(
  needs: readonly string[],
  pairs: readonly (readonly (PairSeen | null)[])[],
  name: Naming,
  words: Words,
): PairTable | null {
  if (needs.length < 3) return null;
  const counted = pairs.some((row) => row.some((cell) => cell?.counts));
  return {
    heads: needs.map((need, index) => ({ number: index + 1, label: name(need) })),
    rows: needs.map((need, i) => ({
      number: i + 1,
      label: name(need),
      cells: needs.map((_, j) => pairCell(pairs[i]?.[j] ?? null, words)),
    })),
    note: `${counted ? `${say(words, 'pairsCounts')} ` : ''}${say(words, 'pairsFew')}`,
  };
}

function pairCell(cell: PairSeen | null, words: Words): PairCell {
  if (cell === null) return { word: '', counts: '', wins: false };
  const { counts, outcome } = cell;
  return {
    word: say(words, outcome),
    counts: counts === null ? '' : say(words, counts.level > 0 ? 'countsLevel' : 'counts', counts),
    wins: outcome === 'wins',
  };
}
