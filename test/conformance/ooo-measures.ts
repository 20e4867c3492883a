// Makes the demonstration project in a database of its own, runs `analyse ooo --json` and reads each published
// figure from what was printed.
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import type { ServiceResult, SurveyAnalysis } from '../../analysis/results/survey.ts';
import type { Demonstration } from '../../surveys/demonstration.ts';
import { analyseJson } from './analyse-json.ts';

/** The figures by their published id. Percentages are not rounded. */
export async function demonstrationMeasure(
  dataDir: string,
  change: (demonstration: Demonstration) => void = () => {},
): Promise<Readonly<Record<string, unknown>>> {
  const project = (await analyseJson(dataDir, ['ooo'], change)) as ProjectAnalysis;
  const survey = project.surveys.find((one) => one.survey === 'ooo');
  if (!survey) throw new Error('the project has no survey ooo');
  const highlight = (code: string) => percent(survey.highlights.find((one) => one.code === code)?.share);
  const remarks = (question: string, service: string) =>
    survey.remarks.find((one) => one.question === question)?.services.find(({ code }) => code === service);
  const { counts } = project;
  return {
    'FIG-01': percent(survey.coverage?.libraries),
    'FIG-02': survey.responses,
    'FIG-03': highlight('tenure_lt5'),
    'FIG-04': highlight('tenure_lt10'),
    'FIG-05': highlight('contract_ge80'),
    'FIG-06': highlight('leerplatform_monthly'),
    'FIG-07': highlight('servicedesk_monthly'),
    'FIG-08': strongest(survey, 'leerplatform'),
    'FIG-09': strongest(survey, 'servicedesk'),
    'FIG-10': percent(remarks('D2', 'leerplatform')?.ofRemarks),
    'FIG-11': percent(remarks('D2', 'servicedesk')?.ofRemarks),
    'FIG-12': percent(remarks('D2', 'opleiding')?.ofRemarks),
    'FIG-13': survey.remarks.reduce((sum, { uncoded }) => sum + uncoded, 0),
    'FIG-14': perService(survey, 'digitale_collecties', ({ frequency, verdicts }) => ({
      largest: largest(frequency),
      verdicts: verdicts.map(({ code }) => code),
    })),
    'FIG-15': perService(survey, 'belevingsdiensten', ({ mastery, verdicts }) => ({
      percent: percent(mastery.categories.find(({ code }) => code === '0')?.share),
      verdicts: verdicts.map(({ code }) => code),
    })),
    'FIG-16': Object.fromEntries(
      survey.services
        .filter(({ code }) => code === 'wise' || code === 'bibliotheekwebsites')
        .map(({ code, mastery, verdicts }) => [
          code,
          {
            percent: mastery.categories
              .filter((category) => ['2', '3', '4'].includes(category.code))
              .reduce((sum, { share }) => sum + percent(share), 0),
            verdicts: verdicts.map((verdict) => verdict.code),
          },
        ]),
    ),
    'FIG-17': counts.interviews,
    'FIG-18': counts.panelMembers,
    'FIG-19': counts.meetings,
    'FIG-20': counts.publicActions,
    'FIG-21': counts.sources.length,
    'FIG-22': counts.needs,
  };
}

function percent(share: { readonly estimate: number | null } | undefined): number {
  return 100 * (share?.estimate ?? Number.NaN);
}

function strongest(survey: SurveyAnalysis, service: string) {
  const result = survey.remarks.find(({ question }) => question === 'D1');
  const ordered = [...(result?.services ?? [])].sort(
    (a, b) => percent(b.ofRespondents) - percent(a.ofRespondents),
  );
  const rank = ordered.findIndex(({ code }) => code === service);
  return { percent: percent(ordered[rank]?.ofRespondents), rank: rank + 1 };
}

function perService(survey: SurveyAnalysis, group: string, of: (service: ServiceResult) => unknown) {
  return Object.fromEntries(
    survey.services
      .filter((service) => service.group === group)
      .map((service) => [service.code, of(service)]),
  );
}

function largest(distribution: ServiceResult['frequency']): string | undefined {
  const [most] = [...distribution.categories].sort((a, b) => (b.share.count ?? 0) - (a.share.count ?? 0));
  return most?.code;
}
