// Where the team writes what it concludes: findings, the recommendations that follow from them, and the moments of the project.
import type { Router } from 'express';
import type { FormProblem } from '../../../surveys/editing/form-fields.ts';
import { findingForm, recommendationForm } from '../../../surveys/records/decisions.ts';
import { milestoneForm } from '../../../surveys/records/timeline.ts';
import type { Context } from '../../context.ts';
import { oneGroup } from './record-choices.ts';
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
    choices: ({ analysis, language }) => new Map([['needs', oneGroup(analysis.needs, 'label', language)]]),
  });
  recordRoutes(ctx, router, {
    form: recommendationForm,
    path: `records/${conclusionPages.recommendations}`,
    home: 'records#recommendations',
    station,
    choices: ({ analysis, language }, { finding }) =>
      new Map([
        ['findings', oneGroup(finding, 'text', language)],
        ['needs', oneGroup(analysis.needs, 'label', language)],
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
