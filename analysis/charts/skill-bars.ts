// In how many libraries nobody, one or several can do something: a bar per skill.
import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, say } from '../chart.ts';
import type { Distribution } from '../results/questions.ts';
import type { SkillClass, SkillResult } from '../results/skills.ts';
import { chartOfScale } from './stacked-bars.ts';

export interface SkillChartOptions {
  readonly title: Text;
  /** What each class is called. */
  readonly classes: Readonly<Record<SkillClass, Text>>;
  readonly language: string;
}
const classes: readonly SkillClass[] = ['nobody', 'one', 'several'];

/** Skills that may be seen as bars; the others are only named. */
export function chartOfSkills(skills: readonly SkillResult[], options: SkillChartOptions): ChartView {
  const { title, language } = options;
  const rows = skills.map(
    (skill): Distribution => ({
      variable: skill.variable,
      label: title,
      item: skill.label,
      base: skill.libraries.one.base,
      missing: null,
      openness: skill.libraries.one.openness,
      categories: classes.map((code, value) => ({
        code,
        label: options.classes[code],
        value,
        share: skill.libraries[code],
      })),
      missingCategories: [],
      summary: null,
    }),
  );
  const [weakest] = mostVulnerable(skills);
  return {
    ...chartOfScale(rows, { id: 'skills', title, look: 'sequential', language }),
    sentence: weakest
      ? chartWords('skillWeakest', {
          skill: say(weakest.label, language),
          count: weakest.libraries.one.count ?? 0,
          base: weakest.libraries.one.base ?? 0,
        })
      : chartWords('tooFew'),
    caption: [chartWords('skillBase')],
  };
}

/** Skills that may be seen, those that stand on one person in the most libraries first. */
export function mostVulnerable(skills: readonly SkillResult[]): readonly SkillResult[] {
  return skills
    .filter(({ libraries }) => libraries.one.estimate !== null)
    .toSorted((one, other) => (other.libraries.one.estimate ?? 0) - (one.libraries.one.estimate ?? 0));
}
