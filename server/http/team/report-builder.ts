// The report builder: outline and preview of the next version, and every change a team makes to the order of its blocks.
import type { Request, Router } from 'express';
import { blocksOf, standardBlocks } from '../../../analysis/report/blocks.ts';
import type { Context } from '../../context.ts';
import { formUnreadable } from '../../errors.ts';
import { changeReport, type ReportChange, takeBackReport } from '../../operations/edit-report.ts';
import { fieldOf } from './access.ts';
import { nameOf } from './report-builder-names.ts';
import { openBuilder, showBuilder } from './report-builder-page.ts';

const mostHeading = 200;

export function reportBuilderRoutes(ctx: Context, router: Router): void {
  router.get('/:project/report/blocks', async (request, response) => {
    const builder = await openBuilder(ctx, request, response);
    const { edit, in: language, did, moved } = request.query;
    const block = blocksOf(builder.report).find(({ id }) => id === moved);
    const notice =
      typeof did === 'string' && /^(up|down|put|hide|show|remove|add|undo|late|gone|kept|proposed)$/.test(did)
        ? builder.words.t(`builder.done.${did}`, {
            name: block ? nameOf(builder.report, block, builder.words) : '',
          })
        : '';
    await showBuilder(ctx, response, builder, {
      edit: typeof edit === 'string' ? edit : '',
      language: typeof language === 'string' ? language : builder.words.language,
      notice,
    });
  });

  router.post('/:project/report/blocks', async (request, response) => {
    const { project } = request.params;
    const back = `/team/${encodeURIComponent(project)}/report/blocks`;
    const wanted = fieldOf(request, 'do');
    if (wanted === 'undo') {
      const done = await takeBackReport(ctx, project, Number(fieldOf(request, 'revision')));
      response.redirect(303, `${back}?did=${done ? 'undo' : 'late'}`);
      return;
    }
    const { report, workspace } = await openBuilder(ctx, request, response);
    const change = changeOf(ctx, request, wanted, workspace.language);
    const standard = standardBlocks(report, workspace.project.reportTemplate);
    if (!(await changeReport(ctx, project, standard, change)))
      return response.redirect(303, `${back}?did=gone`);
    const place = `did=${change.kind}&moved=${encodeURIComponent(change.id)}`;
    response.redirect(
      303,
      change.kind === 'add'
        ? `${back}?${place}&edit=${encodeURIComponent(change.id)}#text`
        : `${back}?${place}`,
    );
  });
}

/** What a button asked, or something that was let go somewhere. @throws ExpectedFailure for anything else. */
function changeOf(ctx: Context, request: Request, wanted: string, language: string): ReportChange {
  const [kind = '', id = '', section = '', at = '', last = ''] = wanted.split(':');
  switch (kind) {
    case 'up':
    case 'down':
    case 'hide':
    case 'show':
    case 'remove':
      return { kind, id };
    case 'add': {
      const heading = fieldOf(request, 'heading').trim().slice(0, mostHeading);
      const own = `own-${ctx
        .newId()
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')}`;
      const after = fieldOf(request, 'after') || null;
      return { kind, id: own, after, ...(heading ? { heading: { [language]: heading } } : {}) };
    }
    case 'place':
      return id === 'page'
        ? { kind: 'put', id: section, section: null, at: placeIn(at) }
        : { kind: 'put', id: section, section: at, at: placeIn(last) };
    default:
      throw formUnreadable();
  }
}

/** A place among blocks or sections, from 0. @throws ExpectedFailure for anything else. */
function placeIn(given: string): number {
  if (!/^\d{1,4}$/.test(given)) throw formUnreadable();
  return Number(given);
}
