// Where the team writes what it concludes: findings, the recommendations that follow from them, and the moments of the project.
import type { Router } from 'express';
import type { FormProblem } from '../../../surveys/editing/form-fields.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { findingForm, recommendationForm } from '../../../surveys/records/decisions.ts';
import type { RecordChoices } from '../../../surveys/records/record-form.ts';
import { milestoneForm } from '../../../surveys/records/timeline.ts';
import type { Context } from '../../context.ts';
import { recordRoutes } from './record-routes.ts';

/** Which section of the records page lists them, by its address. */
export const conclusionPages = {
  findings: 'findings',
  recommendations: 'recommendations',
  timeline: 'milestones',
} as const;

export function conclusionRoutes(ctx: Context, router: Router): void {
  const station = 'needs' as const;
  recordRoutes(ctx, router, {
    form: findingForm,
    path: `records/${conclusionPages.findings}`,
    home: 'records#findings',
    station,
    choices: ({ analysis, language }) => new Map([['needs', choicesOf(analysis.needs, 'label', language)]]),
  });
  recordRoutes(ctx, router, {
    form: recommendationForm,
    path: `records/${conclusionPages.recommendations}`,
    home: 'records#recommendations',
    station,
    choices: ({ analysis, language }, { finding }) =>
      new Map([
        ['findings', choicesOf(finding, 'text', language)],
        ['needs', choicesOf(analysis.needs, 'label', language)],
      ]),
  });
  recordRoutes(ctx, router, {
    form: milestoneForm,
    path: `records/${conclusionPages.timeline}`,
    home: 'records#timeline',
    station,
    judge: ({ date, until }): readonly FormProblem[] =>
      until && until.sort < date.sort
        ? [{ field: 'until.day', key: 'conclusions.milestone.turned', values: {} }]
        : [],
  });
}

/** What can be ticked, under no heading. */
function choicesOf<F extends string>(
  records: readonly ({ readonly code: string } & { readonly [K in F]: Text })[],
  field: F,
  language: string,
): RecordChoices extends ReadonlyMap<string, infer G> ? G : never {
  const options = records.map((record) => ({
    value: record.code,
    label: inLanguage(record[field], language),
  }));
  return [{ title: '', options }];
}
