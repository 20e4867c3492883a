// Studies and other documents with what they measured, written by the team and cited for needs as evidence.
import type { Router } from 'express';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { studyForm } from '../../../surveys/records/evidence.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { formatNumber } from '../../format-values.ts';
import { needsTabs } from './needs-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import { oneGroup } from './record-choices.ts';
import { recordRoutes } from './record-routes.ts';
import { openWorkspace, showStation } from './workspace.ts';

export interface StudiesPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly studies: readonly {
    readonly code: string;
    readonly title: string;
    readonly facts: string;
    /** Where it can be read; empty where nobody said. */
    readonly address: string;
    readonly edit: string;
    readonly metrics: readonly { readonly label: string; readonly figure: string }[];
    /** Needs it is cited for. */
    readonly needs: string;
  }[];
}

export function studiesRoutes(ctx: Context, router: Router): void {
  recordRoutes(ctx, router, {
    form: studyForm,
    path: 'studies',
    home: 'studies',
    station: 'needs',
    choices: ({ analysis, language }) => new Map([['supports', oneGroup(analysis.needs, 'label', language)]]),
  });

  router.get('/:project/studies', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, analysis, language, say } = workspace;
    const { study } = await recordsOf(ctx.db.kysely, project.code);
    const names = new Map(analysis.needs.map(({ code, label }) => [code, inLanguage(label, language)]));
    const root = `/team/${project.code}/studies`;
    const page: StudiesPage = {
      finding: say({ key: 'studies.title', values: { count: study.length } }),
      lead: say({ key: 'studies.lead' }),
      action: { address: `${root}/new`, name: say({ key: 'studies.study.new' }) },
      tabs: needsTabs(project.code, 'records', workspace),
      studies: study.map(({ code, kind, title, date, metrics, supports = [], address = '' }) => ({
        code,
        title: inLanguage(title, language),
        facts: [say({ key: `team.kind.${kind}` }), inLanguage(date.label, language)].join(' · '),
        address,
        edit: `${root}/${code}`,
        metrics: metrics.map(({ label, count, base }) => ({
          label: inLanguage(label, language),
          figure:
            base === undefined
              ? formatNumber(language, count)
              : say({ key: 'report.share.of', values: { count, base } }),
        })),
        needs: supports.map((need) => names.get(need) ?? need).join('; '),
      })),
    };
    await showStation(ctx, response, workspace, 'team/studies', page, {
      station: 'needs',
      title: page.finding,
      styles: ['report-need.css', 'outside.css'],
    });
  });
}
