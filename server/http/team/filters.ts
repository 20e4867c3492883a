// Which background group a page is limited to, read from its address, and the form that changes it.
import type { Filter } from '../../../analysis/results.ts';
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
  readonly groups: readonly {
    readonly label: string;
    readonly options: readonly {
      readonly value: string;
      readonly label: string;
      readonly chosen: boolean;
    }[];
  }[];
  /** What the figures are limited to, in words; empty without filters. */
  readonly chosen: string;
  readonly clear: string;
}

/** The group in an address, when the project offers it; anything else is everybody. */
export function filterOf(asked: unknown, workspace: Workspace): Filter | null {
  const group = filterGroups(workspace).find(({ options }) => options.some(({ value }) => value === asked));
  if (!group || typeof asked !== 'string') return null;
  return { variable: group.variable, code: asked.slice(group.variable.length + 1) };
}

const valueOfFilter = ({ variable, code }: Filter) => `${variable}:${code}`;

/** The filter as a parameter of an address; empty for everybody. */
export function filterQuery(filter: Filter | null): string {
  return filter ? `filter=${encodeURIComponent(valueOfFilter(filter))}` : '';
}

/** The form with its list of groups; null where a project offers none. */
export function filterForm(
  workspace: Workspace,
  filter: Filter | null,
  action: string,
  hidden: FilterForm['hidden'],
): FilterForm | null {
  const groups = filterGroups(workspace).map(({ label, options }) => ({
    label,
    options: options.map((option) => ({
      ...option,
      chosen: filter !== null && option.value === valueOfFilter(filter),
    })),
  }));
  if (groups.length === 0) return null;
  const search = hidden.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&');
  const chosen = groups.flatMap(({ label, options }) =>
    options.filter((option) => option.chosen).map((option) => `${label}: ${option.label}`),
  );
  return { action, hidden, groups, chosen: chosen.join(), clear: `${action}${search ? `?${search}` : ''}` };
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
