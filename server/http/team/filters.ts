// Which background groups a page is limited to, two at most, read from its address; and the form that changes them.
import { mostBackgrounds } from '../../../analysis/explore/view.ts';
import type { Filter } from '../../../analysis/results/survey.ts';
import { inLanguage, optionsOf, questionsOf } from '../../../surveys/questionnaire.ts';
import { withoutReferences } from '../../../surveys/references.ts';
import type { Words, Workspace } from './workspace.ts';

interface FilterGroup {
  readonly variable: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export interface FilterForm {
  readonly action: string;
  /** Other parameters of the address, kept. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** The same groups twice, each list with its own choice. */
  readonly lists: readonly {
    readonly id: string;
    readonly label: string;
    readonly groups: readonly {
      readonly label: string;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly chosen: boolean;
      }[];
    }[];
  }[];
  /** What the figures are limited to, in words; empty without filters. */
  readonly chosen: string;
  readonly clear: string;
}

/**
 * The groups in an address that the project offers, one per background and two at most; without any it is everybody.
 * @param asked what stands under `filter`: once, twice or not at all.
 */
export function filtersOf(asked: unknown, workspace: Workspace): readonly Filter[] {
  const values: readonly unknown[] = Array.isArray(asked) ? asked : [asked];
  const groups = filterGroups(workspace);
  const filters = new Map<string, Filter>();
  for (const value of values) {
    const group = groups.find(({ options }) => options.some((option) => option.value === value));
    if (!group || typeof value !== 'string' || filters.has(group.variable)) continue;
    filters.set(group.variable, { variable: group.variable, code: value.slice(group.variable.length + 1) });
  }
  return [...filters.values()].slice(0, mostBackgrounds);
}

/** The group of the register in an address; null for all libraries, or one that is not there. */
export function registerFilter(asked: unknown, workspace: Workspace): Filter | null {
  for (const { variable, options } of registerGroups(workspace)) {
    const option = options.find(({ value }) => value === asked);
    if (option) return { variable, code: option.value.slice(variable.length + 1) };
  }
  return null;
}

const valueOfFilter = ({ variable, code }: Filter) => `${variable}:${code}`;

/** The filters as parameters of an address; empty for everybody. */
export function filterQuery(filters: readonly Filter[]): string {
  return filters.map((filter) => `filter=${encodeURIComponent(valueOfFilter(filter))}`).join('&');
}

/** The form with its list of groups; null where a project offers none. */
export function filterForm(
  workspace: Workspace,
  filters: readonly Filter[],
  action: string,
  hidden: FilterForm['hidden'],
): FilterForm | null {
  return formOf(filterGroups(workspace), filters, { action, hidden, most: mostBackgrounds }, workspace);
}

/** The form that limits a page to one group of the register; null without a register. */
export function registerForm(workspace: Workspace, filter: Filter | null, action: string): FilterForm | null {
  return formOf(
    registerGroups(workspace),
    filter ? [filter] : [],
    { action, hidden: [], most: 1 },
    workspace,
  );
}

function formOf(
  groups: readonly FilterGroup[],
  filters: readonly Filter[],
  {
    action,
    hidden,
    most,
  }: Pick<FilterForm, 'action' | 'hidden'> & {
    /** Lists to choose from. */
    readonly most: number;
  },
  words: Words,
): FilterForm | null {
  if (groups.length === 0) return null;
  const lists = Array.from({ length: Math.min(most, groups.length) }, (_, place) => {
    const filter = filters[place];
    return {
      id: place === 0 ? 'filter' : 'filter-also',
      label: words.say({ key: `team.filters.${place === 0 ? 'label' : 'also'}` }),
      groups: groups.map(({ label, options }) => ({
        label,
        options: options.map((option) => ({
          ...option,
          chosen: filter !== undefined && option.value === valueOfFilter(filter),
        })),
      })),
    };
  });
  const search = hidden.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
  const chosen = lists.flatMap((list) =>
    list.groups.flatMap(({ label, options }) =>
      options.filter((option) => option.chosen).map((option) => `${label}: ${option.label}`),
    ),
  );
  return {
    action,
    hidden,
    lists,
    chosen: chosen.join(' · '),
    clear: `${action}${search ? `?${search}` : ''}`,
  };
}

/** The register's facts and the background questions the project declares. */
function filterGroups(workspace: Workspace): readonly FilterGroup[] {
  const { project, surveys } = workspace;
  const [main] = surveys;
  if (!main) return [];
  return [
    ...registerGroups(workspace),
    ...project.catalogue.background.flatMap((code): FilterGroup[] => {
      const question = questionsOf(main.questionnaire).find((entry) => entry.code === code);
      if (question?.type !== 'single') return [];
      return [
        {
          variable: code,
          label: inLanguage(withoutReferences(question.label), workspace.language),
          options: optionsOf(main.questionnaire, question)
            .filter(({ missing }) => missing === undefined)
            .map((option) => ({
              value: `${code}:${option.code}`,
              label: inLanguage(withoutReferences(option.label), workspace.language),
            })),
        },
      ];
    }),
  ];
}

function registerGroups(workspace: Workspace): readonly FilterGroup[] {
  const coverage = workspace.analysis.surveys[0]?.coverage;
  if (!coverage) return [];
  return [
    registerGroup('province', coverage.byProvince, workspace),
    registerGroup('sizeClass', coverage.bySizeClass, workspace),
  ];
}

function registerGroup(
  variable: 'province' | 'sizeClass',
  groups: readonly { readonly group: string }[],
  words: Words,
): FilterGroup {
  return {
    variable,
    label: words.say({ key: `team.filters.${variable}` }),
    options: groups.map(({ group }) => ({ value: `${variable}:${group}`, label: group })),
  };
}
