// The plan of a project: who asked for it, its phases beside what was held, and what shows that it succeeded. Each part is
// written on a form of its own.
import type { Router } from 'express';
import { artefactsOf, type ProjectOutput } from '../../../../analysis/plan/criteria.ts';
import { dayOf } from '../../../../surveys/day.ts';
import type { ProjectRecords } from '../../../../surveys/project-records.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import { artefactKinds } from '../../../../surveys/records/plan.ts';
import {
  bodyForm,
  criterionForm,
  partyForm,
  phaseForm,
  strandForm,
  workMeetingForm,
} from '../../../../surveys/records/plan-forms.ts';
import type { RecordChoices } from '../../../../surveys/records/record-form.ts';
import type { Context } from '../../../context.ts';
import { recordsOf } from '../../../db/records.ts';
import { reportByCode } from '../../../db/reports.ts';
import { oneGroup, withoutHeading } from '../record-choices.ts';
import { recordRoutes } from '../record-routes.ts';
import { openWorkspace, showStation, type Workspace } from '../workspace.ts';
import { planPage } from './plan-view.ts';

export function planRoutes(ctx: Context, router: Router): void {
  const station = null;
  recordRoutes(ctx, router, { form: partyForm, path: 'plan/parties', home: 'plan#parties', station });
  recordRoutes(ctx, router, { form: bodyForm, path: 'plan/bodies', home: 'plan#bodies', station });
  recordRoutes(ctx, router, { form: phaseForm, path: 'plan/phases', home: 'plan#phases', station });
  recordRoutes(ctx, router, { form: workMeetingForm, path: 'plan/meetings', home: 'plan#meetings', station });
  recordRoutes(ctx, router, {
    form: strandForm,
    path: 'plan/strands',
    home: 'plan#strands',
    station,
    choices: strandChoices,
  });
  recordRoutes(ctx, router, {
    form: criterionForm,
    path: 'plan/criteria',
    home: 'plan#criteria',
    station,
    choices: async (workspace, records) =>
      artefactChoices(workspace, records, await outputOf(ctx, workspace), dayOf(ctx.now())),
  });

  router.get('/:project/plan', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const records = await recordsOf(ctx.db.kysely, workspace.project.code);
    const page = planPage(
      { project: workspace.project.code, records, output: await outputOf(ctx, workspace) },
      workspace.analysis.needs,
      dayOf(ctx.now()),
      response.locals.csrf ?? '',
      workspace,
    );
    await showStation(ctx, response, workspace, 'team/plan', page, {
      station,
      title: page.finding,
      styles: ['process.css', 'plan.css'],
      scripts: ['print-button.js'],
    });
  });
}

/** What the project has beside its records: its surveys, and its report once that is published. */
async function outputOf(ctx: Context, { project, surveys }: Workspace): Promise<ProjectOutput> {
  const { code, title } = project.reportTemplate;
  return {
    surveys: surveys.map((survey) => ({
      code: survey.code,
      title: survey.questionnaire.title,
      opened: survey.state !== 'draft',
    })),
    report: (await reportByCode(ctx.db.kysely, code)) ? { code, title } : null,
  };
}

/** What a criterion can point to, by kind. */
function artefactChoices(
  { say, language }: Workspace,
  records: ProjectRecords,
  output: ProjectOutput,
  today: string,
): RecordChoices {
  const all = artefactsOf(records, output, today);
  const groups = artefactKinds.map((kind) => ({
    title: say({ key: `plan.artefacts.${kind}` }),
    options: all
      .filter((artefact) => artefact.kind === kind)
      .map(({ code, title }) => ({ value: `${kind}:${code}`, label: inLanguage(title, language) })),
  }));
  return new Map([['artefacts', groups.filter(({ options }) => options.length > 0)]]);
}

function strandChoices({ analysis, language }: Workspace, records: ProjectRecords): RecordChoices {
  return new Map([
    [
      'needs',
      withoutHeading(
        analysis.needs.map(({ code, label }) => ({
          value: code,
          label: `${code} ${inLanguage(label, language)}`,
        })),
      ),
    ],
    ['actions', oneGroup(records.action, 'title', language)],
  ]);
}
