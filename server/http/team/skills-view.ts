// Who can do what: per skill the share of libraries where nobody, one or several can; and for a team of one library its
// own words.
import { chartOfSkills, mostVulnerable } from '../../../analysis/charts/skill-bars.ts';
import type { SkillClass, SkillCoverage } from '../../../analysis/results/skills.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { FilterForm } from './filters.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

export interface SkillsPage extends Lead {
  readonly tabs: readonly Tab[];
  /** The groups of the register; null without. */
  readonly filters: FilterForm | null;
  readonly chart: ShownChart | null;
  readonly alone: string;
  readonly team: readonly { readonly skill: string; readonly class: string; readonly form: string }[];
  /** Of the words a team gets of itself. */
  readonly computed: ComputedPanel;
  readonly empty: boolean;
}

export function skillsPage(
  coverage: SkillCoverage | null,
  tabs: readonly Tab[],
  filters: FilterForm | null,
  words: Words,
): SkillsPage {
  const skills = coverage?.skills ?? [];
  const [weakest] = mostVulnerable(skills);
  const say = (key: string, values = {}) => words.say({ key: `skills.${key}`, values });
  const named = (code: SkillClass): Text => ({ [words.language]: say(`class.${code}`) });
  const classes = { nobody: named('nobody'), one: named('one'), several: named('several') };
  const alone = Math.max(0, ...skills.map((skill) => skill.alone));
  return {
    finding: weakest
      ? say('finding', {
          skill: inLanguage(weakest.label, words.language),
          count: weakest.libraries.one.count ?? 0,
          base: weakest.libraries.one.base ?? 0,
        })
      : say(coverage ? (coverage.group ? 'findingGroup' : 'findingFew') : 'findingNone'),
    lead: say(coverage ? 'lead' : 'leadNone'),
    action: null,
    tabs,
    filters: coverage ? filters : null,
    chart: weakest
      ? shownChart(
          chartOfSkills(skills, {
            title: { [words.language]: say('title') },
            classes,
            language: words.language,
          }),
          { methods: ['skills'], weights: 'libraries', filter: filters?.chosen ?? '' },
          words,
        )
      : null,
    alone: alone > 0 ? say('alone', { count: alone }) : '',
    team: (coverage?.team?.skills ?? []).map((skill) => ({
      skill: inLanguage(skill.label, words.language),
      class: say(skill.class === null ? 'tooFew' : `class.${skill.class}`),
      form: skill.class ?? 'hidden',
    })),
    computed: computedPanel(say('team'), { methods: ['skills'], weights: 'libraries' }, noBase, words),
    empty: coverage === null,
  };
}
