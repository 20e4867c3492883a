// What stands where a questionnaire would be, in a project that has none yet: how to begin one.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { surveysOf } from '../../db/surveys.ts';
import type { Lead } from './page-parts.ts';
import type { StationName } from './stations.ts';
import { openWorkspace, showStation } from './workspace.ts';

/** Answers for pages that are about a questionnaire, where there is none; goes before the routes of those pages. */
export function noSurveyRoutes(ctx: Context, router: Router): void {
  const pages: readonly (readonly [path: string, station: StationName])[] = [
    ['/:project/questionnaire', 'questionnaire'],
    ['/:project/results', 'results'],
    ['/:project/results/services', 'results'],
    ['/:project/results/remarks', 'results'],
  ];
  for (const [path, station] of pages) {
    router.get(path, async (request, response, next) => {
      const project = String(request.params.project);
      if ((await surveysOf(ctx.db.kysely, project)).length > 0) return next();
      const workspace = await openWorkspace(ctx, response, project);
      const say = (key: string) => workspace.say({ key: `team.noSurvey.${key}` });
      const action = { address: `/team/${project}/surveys/new`, name: say('action') };
      const page: Lead = { finding: say('finding'), lead: say(station), action };
      await showStation(ctx, response, workspace, 'team/no-survey', page, { station, title: page.finding });
    });
  }
}
