// Advice per service from how often it is used and how well it is mastered (docs/rules.md, Needs).
// The rules are data; several may hold; every number that led to a verdict goes with it.

import type { ServiceRules, Verdict } from '../../surveys/needs-catalogue.ts';
import {
  type Option,
  type Questionnaire,
  type QuestionOf,
  questionsOf,
  rowsOf,
} from '../../surveys/questionnaire.ts';
import type { Dataset } from '../dataset.ts';
import { distributionOf } from '../distribution.ts';
import type { Mask } from '../library-counts.ts';
import type { Distribution } from '../results/questions.ts';
import type { ServiceResult, ServiceVerdict } from '../results/survey.ts';
import { type Counts, countShare, countVariable, shareOfCounts } from '../tabulate.ts';

/** A verdict over the whole survey needs this many people in each base it uses (docs/rules.md, Needs). */
export const verdictBase = 20;

/**
 * Every service that was asked about, in the order of the questionnaire; none while nobody answered anything. One for which
 * nobody has a figure stays: that it is left out would tell what the few who were asked said.
 */
export function serviceResults(
  questionnaire: Questionnaire,
  rules: ServiceRules,
  dataset: Dataset,
  mask: Mask,
): readonly ServiceResult[] {
  if (dataset.size === 0) return [];
  const { options, groups } = servicesAsked(questionnaire, rules);
  const asked = ({ code }: Option) => dataset.codebook.position.has(`${rules.mastery}.${code}`);
  return options.filter(asked).map((option): ServiceResult => {
    const counts = {
      frequency: countVariable(dataset, `${rules.frequency}.${option.code}`, mask),
      mastery: countVariable(dataset, `${rules.mastery}.${option.code}`, mask),
    };
    const [frequency, mastery] = [distributionOf(counts.frequency), distributionOf(counts.mastery)];
    const verdicts = rules.verdicts.flatMap((verdict) => verdictOf(verdict, counts) ?? []);
    const group = groups.find(({ code }) => code === option.group);
    const tooFew = (frequency.base ?? 0) < verdictBase && (mastery.base ?? 0) < verdictBase;
    return {
      code: option.code,
      label: option.label,
      note: option.note ?? null,
      group: option.group ?? null,
      groupLabel: group?.label ?? null,
      frequency,
      mastery,
      frequent: shareOfCodes(counts.frequency, rules.frequentCodes),
      verdicts,
      noVerdict: verdicts.length > 0 ? null : tooFew ? 'tooFew' : 'noRule',
      priority: priorityOf(rules, dataset, mask, option.code, mastery),
    };
  });
}

/** The services of a questionnaire: the rows of the grid that asks how often each is used. None without such a grid. */
export function servicesAsked(
  questionnaire: Questionnaire,
  { frequency }: Pick<ServiceRules, 'frequency'>,
): ReturnType<typeof rowsOf> {
  const grid = questionsOf(questionnaire).find(
    (question): question is QuestionOf<'grid'> =>
      question.type === 'grid' && question.scales.some(({ variable }) => variable === frequency),
  );
  return grid ? rowsOf(questionnaire, grid) : { options: [], groups: [] };
}

function verdictOf(
  verdict: Verdict,
  counts: Readonly<Record<'frequency' | 'mastery', Counts>>,
): ServiceVerdict | null {
  const conditions = verdict.conditions.map((condition) => ({
    on: condition.on,
    codes: condition.codes,
    label: condition.label,
    share: shareOfCodes(counts[condition.on], condition.codes),
    atLeast: condition.atLeast ?? null,
    atMost: condition.atMost ?? null,
    above: condition.above ?? null,
  }));
  if (!conditions.every(conditionHolds)) return null;
  const values: Record<string, number> = {};
  conditions.forEach(({ share }, index) => {
    values[`count${index}`] = share.count ?? 0;
    values[`base${index}`] = share.base ?? 0;
    values[`percent${index}`] = Math.round(100 * (share.estimate ?? 0));
  });
  return { code: verdict.code, label: verdict.label, reason: { text: verdict.reason, values }, conditions };
}

function conditionHolds({ share, atLeast, atMost, above }: ServiceVerdict['conditions'][number]): boolean {
  if (share.estimate === null || (share.base ?? 0) < verdictBase) return false;
  const percent = 100 * share.estimate;
  return percent >= (atLeast ?? 0) && percent <= (atMost ?? 100) && (above === null || percent > above);
}

/** The share of those with a figure that gave one of these codes. */
function shareOfCodes(counts: Counts, codes: readonly string[]) {
  const counted = counts.variable.categories.flatMap(({ code, missing }, index) =>
    missing === null && codes.includes(code) ? [index] : [],
  );
  return shareOfCounts(counts, counted);
}

/** Share not independent x share that needs the service; both factors are shown, no hidden score. */
function priorityOf(
  rules: ServiceRules,
  dataset: Dataset,
  mask: Mask,
  service: string,
  mastery: Distribution,
): ServiceResult['priority'] {
  const frequent = { variables: [`${rules.frequency}.${service}`], except: [], codes: rules.frequentCodes };
  const wanted = rules.wanted
    ? [{ variables: [`${rules.wanted}.${service}`], except: [], codes: ['1'] }]
    : [];
  const needing = countShare(dataset, { any: [frequent, ...wanted], where: [] }, mask).share;
  const notIndependent = mastery.base
    ? mastery.categories.reduce(
        (sum, { code, share }) => sum + (rules.dependence[code] ?? 0) * (share.count ?? 0),
        0,
      ) / mastery.base
    : null;
  const score =
    notIndependent === null || needing.estimate === null ? null : notIndependent * needing.estimate;
  return { notIndependent, needing, score };
}
