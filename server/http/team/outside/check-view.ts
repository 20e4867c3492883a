// The page on which a file of another system is looked at: its columns, what its words stand for, and what would be kept.

import type { Library } from '../../../../surveys/demonstration.ts';
import { outsideKinds } from '../../../../surveys/outside/outside-lines.ts';
import { type MatchedValue, nothing } from '../../../../surveys/outside/outside-matching.ts';
import type { OutsidePlan } from '../../../../surveys/outside/outside-plan.ts';
import { columnRoles, examplesOf } from '../../../../surveys/outside/outside-table.ts';
import { inLanguage, type Text } from '../../../../surveys/questionnaire.ts';
import { formatDate } from '../../../format-values.ts';
import { countedCategories, type OutsideKnown, setBefore } from '../../../operations/outside-figures.ts';
import type { FormMistake } from '../round-form.ts';
import type { Workspace } from '../workspace.ts';
import { type ChoiceKind, mostValues, type OutsideReading, type OutsideTyped } from './outside-form.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}
interface ValueRow {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly lines: string;
  /** How it came to what it stands for. */
  readonly how: string;
  readonly open: boolean;
  readonly options: readonly Choice[];
  /** Of a field to type in. */
  readonly typed: string;
}
interface ValueList {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly ValueRow[];
  /** Said where there are more words than fields. */
  readonly more: string;
}
export interface OutsideCheckPage {
  readonly csrf: string;
  readonly address: string;
  readonly heading: string;
  readonly lead: string;
  readonly mistakes: readonly FormMistake[];
  readonly problems: {
    readonly title: string;
    readonly lines: readonly { readonly place: string; readonly words: string }[];
    readonly more: number;
  } | null;
  readonly title: string;
  readonly kinds: readonly Choice[];
  readonly columns: readonly {
    readonly id: string;
    readonly heading: string;
    readonly examples: string;
    readonly options: readonly Choice[];
  }[];
  readonly services: ValueList | null;
  readonly categories: ValueList | null;
  readonly libraries: ValueList | null;
  readonly register: readonly Library[];
  readonly preview: {
    readonly seen: string;
    readonly title: string;
    readonly notes: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly more: number;
    readonly button: string;
  } | null;
  readonly csv: string;
}

/** Rows of a preview, and words named in a sentence. */
const mostRows = 12;
const mostNamed = 12;
const mostProblems = 50;

export function outsideCheckPage(
  typed: OutsideTyped,
  reading: OutsideReading,
  known: OutsideKnown,
  given: {
    readonly csrf: string;
    readonly address: string;
    readonly seen: string;
    readonly problemWords: (found: OutsideReading['problems'][number]) => {
      readonly place: string;
      readonly words: string;
    };
  },
  workspace: Workspace,
): OutsideCheckPage {
  const { say, language } = workspace;
  const t = (key: string, values = {}) => say({ key: `outside.${key}`, values });
  const { table, roles, problems } = reading;
  const text = (label: Text) => inLanguage(label, language);
  const list = (kind: ChoiceKind, matched: readonly MatchedValue[], choices: readonly Choice[]) =>
    matched.length === 0
      ? null
      : {
          title: t(`${kind}.title`),
          intro: t(`${kind}.intro`),
          rows: valueRows(kind, matched, choices, workspace),
          more: matched.length > mostValues ? t('moreValues', { count: matched.length - mostValues }) : '',
        };
  const services = known.services.map(({ code, label }) => ({
    value: code,
    label: text(label),
    chosen: false,
  }));
  const categories = [...known.categories].map(([code, label]) => ({
    value: code,
    label: label ? text(label) : code,
    chosen: false,
  }));
  return {
    csrf: given.csrf,
    address: given.address,
    heading: t('check'),
    lead: t('checkLead', { lines: table?.lines.length ?? 0 }),
    mistakes: reading.mistakes,
    problems:
      problems.length === 0
        ? null
        : {
            title: t('problems', { count: problems.length }),
            lines: problems.slice(0, mostProblems).map(given.problemWords),
            more: Math.max(0, problems.length - mostProblems),
          },
    title: typed.title,
    kinds: kindChoices(typed.kind, workspace),
    columns: (table?.headings ?? []).map((heading, column) => ({
      id: `column-${column}`,
      heading,
      examples: table ? examplesOf(table, column).join(' · ') : '',
      options: columnRoles.map((role) => ({
        value: role,
        label: t(`role.${role}`),
        chosen: role === roles[column],
      })),
    })),
    services: list('service', known.services.length === 0 ? [] : reading.services, [
      { value: '', label: t('service.open'), chosen: false },
      { value: nothing, label: t('service.nothing'), chosen: false },
      ...services,
    ]),
    categories: list('category', reading.categories, [
      { value: '', label: t('category.open'), chosen: false },
      ...categories,
    ]),
    libraries: list(
      'library',
      reading.libraries.filter(({ how }) => how !== 'same'),
      [],
    ),
    register: reading.libraries.some(({ how }) => how !== 'same') ? known.libraries : [],
    preview: reading.plan && previewOf(reading.plan, reading, known, given.seen, workspace),
    csv: typed.csv,
  };
}

export function kindChoices(kind: string, { say }: Pick<Workspace, 'say'>): readonly Choice[] {
  return outsideKinds.map((value) => ({
    value,
    label: say({ key: `outside.kind.${value}` }),
    chosen: value === kind,
  }));
}

function valueRows(
  kind: ChoiceKind,
  matched: readonly MatchedValue[],
  choices: readonly Choice[],
  { say }: Workspace,
): readonly ValueRow[] {
  return matched.slice(0, mostValues).map(({ value, lines, code, how, unknown }, index) => ({
    id: `${kind}-${index}`,
    name: `${kind}.${index}`,
    value,
    lines: say({ key: 'outside.lines', values: { count: lines } }),
    how: say({ key: `outside.how.${how}` }),
    open: how === 'open',
    options: choices.map((choice) => ({
      ...choice,
      chosen: choice.value === (how === 'nothing' ? nothing : (code ?? '')),
    })),
    typed: unknown || (code ?? ''),
  }));
}

function previewOf(
  plan: OutsidePlan,
  { read, services, categories, libraries }: OutsideReading,
  known: OutsideKnown,
  seen: string,
  workspace: Workspace,
): NonNullable<OutsideCheckPage['preview']> {
  const t = (key: string, values = {}) => workspace.say({ key: `outside.preview.${key}`, values });
  const { language, project } = workspace;
  const named = (values: readonly MatchedValue[]) => {
    const words = values.slice(0, mostNamed).map(({ value }) => value);
    return values.length > mostNamed ? `${words.join(', ')}, …` : words.join(', ');
  };
  const open = (values: readonly MatchedValue[]) => values.filter(({ how }) => how === 'open');
  const note = (key: string, values: readonly MatchedValue[], more = {}) =>
    values.length === 0 ? [] : [t(key, { count: values.length, names: named(values), ...more })];
  const counted = new Set(countedCategories(project.catalogue));
  const before = setBefore(known.records, inLanguage(plan.set.title, language));
  const periods = new Set(plan.desk.map(({ period }) => inLanguage(period, language)));
  const twice = known.records.desk_figure.filter(
    ({ period, set }) => set !== plan.set.code && periods.has(inLanguage(period, language)),
  );
  const rows = previewRows(plan, known, workspace);
  return {
    seen,
    title: t('title', { count: rows.length }),
    notes: [
      ...(before
        ? [
            t('replaces', {
              title: inLanguage(before.title, language),
              day: formatDate(language, before.day),
            }),
          ]
        : []),
      ...(twice.length > 0 ? [t('twice', { count: twice.length, periods: [...periods].join(', ') })] : []),
      ...note('newCategories', open(categories)),
      ...note(
        'notCounted',
        categories.filter(({ code }) => code !== null && !counted.has(code)),
      ),
      ...note('noService', known.services.length === 0 ? [] : open(services)),
      ...note(
        'noLibrary',
        libraries.filter(({ code }) => code === null),
        { lines: plan.leftOut },
      ),
      ...(read && read.empty > 0 ? [t('empty', { count: read.empty })] : []),
    ],
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    button: t('save', { count: rows.length }),
  };
}

/** Period, what, service, library and count of everything that would be kept. */
function previewRows(
  { set, desk }: OutsidePlan,
  known: OutsideKnown,
  { language, say }: Workspace,
): readonly (readonly string[])[] {
  const serviceNames = new Map(known.services.map(({ code, label }) => [code, inLanguage(label, language)]));
  const libraryNames = new Map(known.libraries.map(({ code, name }) => [code, name]));
  const number = (count: number) => new Intl.NumberFormat(language).format(count);
  const service = (code: string | undefined) => (code === undefined ? '' : (serviceNames.get(code) ?? code));
  return [
    ...desk.map(({ period, label, tickets, hours, ...each }) => [
      inLanguage(period, language),
      [
        inLanguage(label, language),
        ...(hours === null ? [] : [say({ key: 'team.records.desk.hours', values: { hours } })]),
      ].join(' · '),
      service(each.service),
      '',
      number(tickets),
    ]),
    ...set.rows.map(({ period, measure, category, library, count, ...each }) => [
      period,
      [measure, ...(category === undefined ? [] : [category])].join(': '),
      service(each.service),
      library === undefined ? '' : (libraryNames.get(library) ?? library),
      number(count),
    ]),
  ];
}
