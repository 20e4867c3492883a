// Which background filters a page is limited to, read from its address, and the form that changes them.
import type { Filter } from '../../../analysis/results.ts';
import { inLanguage, optionsOf, questionsOf } from '../../../surveys/questionnaire.ts';
import type { Words, Workspace } from './workspace.ts';

/** At most two at once (RULINGS 4). */
const maximumFilters = 2;

interface FilterGroup {
  readonly variable: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export interface FilterForm {
  readonly action: string;
  /** Other parameters of the address, kept. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly selects: readonly {
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

/** The filters in an address that the project offers; anything else is left out. */
export function filtersOf(asked: unknown, workspace: Workspace): readonly Filter[] {
  const values = (Array.isArray(asked) ? asked : [asked]).filter((value) => typeof value === 'string');
  const offered = filterGroups(workspace);
  const filters = values.flatMap((value): Filter[] => {
    const group = offered.find(({ options }) => options.some((option) => option.value === value));
    return group ? [{ variable: group.variable, code: value.slice(group.variable.length + 1) }] : [];
  });
  const distinct = filters.filter(
    ({ variable }, place) => filters.findIndex((other) => other.variable === variable) === place,
  );
  return distinct.slice(0, maximumFilters);
}

/** The filters as parameters of an address. */
export function filterQuery(filters: readonly Filter[]): string {
  return filters.map(({ variable, code }) => `filter=${encodeURIComponent(`${variable}:${code}`)}`).join('&');
}

/** The form with its two lists; null where a project offers no filters. */
export function filterForm(
  workspace: Workspace,
  filters: readonly Filter[],
  action: string,
  hidden: FilterForm['hidden'],
): FilterForm | null {
  const groups = filterGroups(workspace);
  if (groups.length === 0) return null;
  const label = ({ variable, code }: Filter) => {
    const group = groups.find((entry) => entry.variable === variable);
    const option = group?.options.find(({ value }) => value === `${variable}:${code}`);
    return `${group?.label ?? ''}: ${option?.label ?? ''}`;
  };
  const search = hidden.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
  return {
    action,
    hidden,
    selects: Array.from({ length: maximumFilters }, (_, place) => ({
      id: `filter-${place + 1}`,
      label: workspace.say({ key: `team.filters.${place === 0 ? 'first' : 'second'}` }),
      groups: groups.map(({ variable, label: name, options }) => ({
        label: name,
        options: options.map((option) => ({
          ...option,
          chosen:
            filters[place]?.variable === variable && option.value === `${variable}:${filters[place]?.code}`,
        })),
      })),
    })),
    chosen: filters.map(label).join('; '),
    clear: `${action}${search ? `?${search}` : ''}`,
  };
}

/** The register's facts and the background questions the project declares. */
function filterGroups(workspace: Workspace): readonly FilterGroup[] {
  const { project, surveys, analysis } = workspace;
  const [main] = surveys;
  const coverage = analysis.surveys[0]?.coverage;
  if (!main) return [];
  return [
    ...(coverage ? [registerGroup('province', coverage.byProvince, workspace)] : []),
    ...(coverage ? [registerGroup('sizeClass', coverage.bySizeClass, workspace)] : []),
    ...project.catalogue.background.flatMap((code): FilterGroup[] => {
      const question = questionsOf(main.questionnaire).find((entry) => entry.code === code);
      if (question?.type !== 'single') return [];
      return [
        {
          variable: code,
          label: inLanguage(question.label, workspace.language),
          options: optionsOf(main.questionnaire, question)
            .filter(({ missing }) => missing === undefined)
            .map((option) => ({
              value: `${code}:${option.code}`,
              label: inLanguage(option.label, workspace.language),
            })),
        },
      ];
    }),
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
