// Routes of the workspace, in the order a request meets them. Sessions exist only here.
import { Router } from 'express';
import type { Context } from '../../context.ts';
import { requireAccount, workspaceSession } from './access.ts';
import { closeSurveyRoutes } from './close-survey.ts';
import { definitionFileRoutes } from './definition-file.ts';
import { editorRoutes } from './editor/index.ts';
import { needsEditRoutes } from './needs-edit.ts';
import { newProjectRoutes } from './new-project.ts';
import { newSurveyRoutes } from './new-survey.ts';
import { noSurveyRoutes } from './no-survey.ts';
import { panelResultRoutes } from './panel.ts';
import { paperEntryRoutes } from './paper-entry.ts';
import { projectListRoute } from './project-list.ts';
import { projectRoutes } from './project-pages.ts';
import { registerRoutes } from './register.ts';
import { reportStationRoutes } from './report.ts';
import { resultsRoutes } from './results.ts';
import { setUpRoutes } from './set-up.ts';
import { signInRoutes, signOutRoute } from './sign-in.ts';
import { versionsRoutes } from './versions.ts';

export function teamRoutes(ctx: Context): Router {
  const router = Router();
  router.use(...workspaceSession(ctx));
  signInRoutes(ctx, router);
  setUpRoutes(ctx, router);
  router.use(requireAccount(ctx));
  signOutRoute(router);
  projectListRoute(ctx, router);
  newProjectRoutes(ctx, router);
  newSurveyRoutes(ctx, router);
  versionsRoutes(ctx, router);
  definitionFileRoutes(ctx, router);
  editorRoutes(ctx, router);
  noSurveyRoutes(ctx, router);
  needsEditRoutes(ctx, router);
  resultsRoutes(ctx, router);
  panelResultRoutes(ctx, router);
  reportStationRoutes(ctx, router);
  registerRoutes(ctx, router);
  closeSurveyRoutes(ctx, router);
  paperEntryRoutes(ctx, router);
  projectRoutes(ctx, router);
  return router;
}
