// What a file from elsewhere becomes: desk figures that needs are scored from, or figures of use beside the survey. Never a
// figure about a person: what is kept is a count of a period, of a service or of a library.
import { codeFrom } from '../editing/starts.ts';
import type { ProjectRecord } from '../project-records.ts';
import type { Text } from '../questionnaire.ts';
import type { OutsideKind, OutsideLine } from './outside-lines.ts';
import type { MatchedValue } from './outside-matching.ts';

export interface OutsideAsked {
  readonly kind: OutsideKind;
  readonly title: string;
  /** In which the file and its title are written. */
  readonly language: string;
  /** The day it was read (`2026-11-29`). */
  readonly day: string;
  readonly lines: readonly OutsideLine[];
  /** By the words of the service column, or of the categories where the file has none. */
  readonly services: readonly MatchedValue[];
  readonly libraries: readonly MatchedValue[];
  /** Of a desk alone. */
  readonly categories: readonly MatchedValue[];
  /** The categories there are, with their label where one is known. */
  readonly labels: ReadonlyMap<string, Text | null>;
}

export interface OutsidePlan {
  readonly set: ProjectRecord<'outside_figures'>;
  readonly desk: readonly ProjectRecord<'desk_figure'>[];
  /** Lines of libraries that are not in the register: not kept. */
  readonly leftOut: number;
}

/** The code of a set: its title, so that a newer file of the same name takes its place. */
export function setCode(title: string): string {
  return codeFrom(title).toLowerCase().slice(0, 30).replace(/-+$/, '');
}

/** The records a file makes. Lines about the same thing are added up. */
export function outsidePlan(asked: OutsideAsked): OutsidePlan {
  const { kind, title, language, day } = asked;
  const code = setCode(title);
  const libraries = new Map(asked.libraries.map((each) => [each.value, each.code]));
  const kept = asked.lines.filter(
    ({ library }) => library === '' || (libraries.get(library) ?? null) !== null,
  );
  const leftOut = asked.lines.length - kept.length;
  const named = { code, kind, title: { [language]: title }, day } as const;
  if (kind === 'desk') {
    return { set: { ...named, rows: [] }, desk: deskFigures(kept, asked, code), leftOut };
  }
  return { set: { ...named, rows: [...useRows(kept, asked, libraries)] }, desk: [], leftOut };
}

type UseRow = ProjectRecord<'outside_figures'>['rows'][number];

function useRows(
  lines: readonly OutsideLine[],
  { services }: OutsideAsked,
  libraries: ReadonlyMap<string, string | null>,
): readonly UseRow[] {
  const codes = new Map(services.map((each) => [each.value, each.code]));
  return [...grouped(lines, serviceWords)].map(([, group]): UseRow => {
    const [first] = group;
    const service = codes.get(serviceWords(first)) ?? null;
    const library = libraries.get(first.library) ?? null;
    return {
      measure: first.measure,
      period: first.period,
      ...(first.category === '' ? {} : { category: first.category }),
      ...(service === null ? {} : { service }),
      ...(library === null ? {} : { library }),
      count: sum(group),
    };
  });
}

function deskFigures(
  lines: readonly OutsideLine[],
  { services, categories, labels, language }: OutsideAsked,
  set: string,
): readonly ProjectRecord<'desk_figure'>[] {
  const serviceOf = new Map(services.map((each) => [each.value, each.code]));
  const categoryOf = categoryCodes(categories, new Set(labels.keys()));
  return [...grouped(lines, serviceWords)].map(([, group], index): ProjectRecord<'desk_figure'> => {
    const [first] = group;
    const category = categoryOf.get(first.category) ?? '';
    const service = serviceOf.get(serviceWords(first)) ?? null;
    return {
      code: `${set}-${index + 1}`,
      category,
      label: labels.get(category) ?? { [language]: first.category },
      period: { [language]: first.period },
      tickets: sum(group),
      hours: hoursOf(group),
      set,
      ...(service === null ? {} : { service }),
    };
  });
}

/** New categories get a code of their words that no other has. */
function categoryCodes(
  categories: readonly MatchedValue[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  return new Map(
    categories.map(({ value, code }) => {
      if (code !== null) return [value, code];
      const wish = codeFrom(value).toLowerCase().slice(0, 30);
      let free = wish;
      for (let number = 2; used.has(free); number += 1) free = `${wish}-${number}`;
      used.add(free);
      return [value, free];
    }),
  );
}

/** The words a service is read from. */
export function serviceWords({ service, category }: Pick<OutsideLine, 'service' | 'category'>): string {
  return service === '' ? category : service;
}

type Group = readonly [OutsideLine, ...OutsideLine[]];

function grouped(
  lines: readonly OutsideLine[],
  serviceOf: (line: OutsideLine) => string,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, [OutsideLine, ...OutsideLine[]]>();
  for (const line of lines) {
    const { measure, period, category, library } = line;
    const key = JSON.stringify([measure, period, category, serviceOf(line), library]);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

function sum(group: Group): number {
  return group.reduce((total, { count }) => total + count, 0);
}

/** Medians of parts make no median of the whole: a time is kept of one line, or of lines that are a ticket each. */
function hoursOf(group: Group): number | null {
  const [first] = group;
  if (group.length === 1) return first.hours;
  if (group.some(({ count, hours }) => count !== 1 || hours === null)) return null;
  const sorted = group.map(({ hours }) => hours ?? 0).sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
