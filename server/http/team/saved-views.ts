// Putting a view of the explorer in the report, taking it out, and changing the order.
import type { Router } from 'express';
import { inLanguage, questionsOf } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { projectByCode } from '../../db/projects.ts';
import { moveSavedView, removeSavedView, saveView } from '../../db/saved-views.ts';
import { formUnreadable, unknownProject } from '../../errors.ts';
import { fieldOf } from './access.ts';
import { seeingOf } from './explore-view.ts';

const mostTitle = 160;
const mostNote = 400;

export function savedViewRoutes(ctx: Context, router: Router): void {
  router.post('/:project/explore/saved', async (request, response) => {
    const { project } = request.params;
    const asked = new URLSearchParams(fieldOf(request, 'view'));
    const { view, questionnaire } = await ctx.analysis.ask('exploredSurvey', {
      project,
      survey: asked.get('survey'),
      parameters: [...asked],
      reader: 'team',
      released: null,
    });
    if (!view) throw formUnreadable();
    const question = questionsOf(questionnaire).find(({ code }) => code === view.question);
    const own = fieldOf(request, 'title').trim().slice(0, mostTitle);
    const title = own === '' && question ? inLanguage(question.label, response.locals.language) : own;
    const note = fieldOf(request, 'note').trim().slice(0, mostNote);
    await ctx.writes.run((db) =>
      saveView(db, project, { id: ctx.newId(), view, seeing: seeingOf(asked), title, note }),
    );
    response.redirect(303, `/team/${encodeURIComponent(project)}/report#saved`);
  });

  router.post('/:project/report/saved/:view', async (request, response) => {
    const { project, view } = request.params;
    if (!(await projectByCode(ctx.db.kysely, project))) throw unknownProject(project);
    const wanted = fieldOf(request, 'do');
    await ctx.writes.run(async (db) => {
      if (wanted === 'remove') await removeSavedView(db, project, view);
      if (wanted === 'up') await moveSavedView(db, project, view, -1);
      if (wanted === 'down') await moveSavedView(db, project, view, 1);
    });
    response.redirect(303, `/team/${encodeURIComponent(project)}/report#saved`);
  });
}
