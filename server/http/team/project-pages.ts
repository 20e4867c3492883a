// The pages of one project: read, ask a pure view, show.
import type { Request, Router } from 'express';
import { placedParts } from '../../../surveys/frameworks/parts.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { contactOffersOf, deleteContactOffer } from '../../db/contact-offers.ts';
import { recordsOf } from '../../db/records.ts';
import { resultOfPerson, unknownNeed, unknownSurvey } from '../../errors.ts';
import type { Frameworks, ReadFramework } from '../../frameworks.ts';
import { mayDo, type TeamRole } from '../../identity/roles.ts';
import { evidenceSinceRound } from '../../operations/evidence-since-round.ts';
import { projectOrders } from '../../operations/project-orders.ts';
import { frameworkAddresses, teamFrameworks } from '../frameworks/words.ts';
import { contactSection } from './contact-view.ts';
import { evidencePage } from './evidence-view.ts';
import { fieldworkPage } from './fieldwork-view.ts';
import { invitationRoutes, invitationsOf } from './invitations.ts';
import { type NeedPage, needPage } from './need-view.ts';
import { needsPage } from './needs-view.ts';
import { questionnairePage } from './questionnaire-view.ts';
import { recordsPage } from './records-view.ts';
import { wordingLines } from './wording-view.ts';
import { openWorkspace, serverAddress, showStation, type Workspace } from './workspace.ts';

export function projectRoutes(ctx: Context, router: Router, frameworks: Frameworks): void {
  router.get('/:project', (request, response) => {
    response.redirect(
      303,
      `/team/${encodeURIComponent(request.params.project)}/${firstPage(response.locals.roles ?? [])}`,
    );
  });

  // Where somebody would look for the results of persons: no role has them, the director's no more than the others' (PRV-17).
  router.get('/:project/own-results', () => {
    throw resultOfPerson();
  });

  router.get('/:project/questionnaire', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const shown = surveyAsked(request, workspace);
    const page = questionnairePage(workspace.project.code, workspace.surveys, shown, workspace);
    await showStation(ctx, response, workspace, 'team/questionnaire', page, {
      station: 'questionnaire',
      title: page.finding,
    });
  });

  invitationRoutes(ctx, router);

  router.get('/:project/fieldwork', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const server = serverAddress(ctx, response);
    const page = fieldworkPage(
      workspace.analysis,
      workspace.surveys,
      workspace.project.registerDate,
      server,
      workspace,
    );
    const invitations = invitationsOf(ctx, workspace, server);
    await showStation(
      ctx,
      response,
      workspace,
      'team/fieldwork',
      { ...page, invitations },
      {
        station: 'fieldwork',
        title: page.finding,
        styles: ['project.css'],
        charts: true,
      },
    );
  });

  router.get('/:project/needs', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const order = request.query.order === 'panel' ? 'panel' : 'evidence';
    const orders = await projectOrders(ctx, workspace.project.code, 'team');
    const page = needsPage(workspace.analysis, orders, order, workspace);
    await showStation(ctx, response, workspace, 'team/needs', page, {
      station: 'needs',
      title: page.finding,
      charts: true,
    });
  });

  router.get('/:project/needs/:need', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const need = workspace.analysis.needs.find(({ code }) => code === request.params.need);
    if (!need) throw unknownNeed(request.params.need);
    const records = await recordsOf(ctx.db.kysely, workspace.project.code);
    const orders = await projectOrders(ctx, workspace.project.code, 'team');
    const since = await evidenceSinceRound(ctx, workspace.project.code, need.code);
    const written = workspace.project.catalogue.needs.find(({ code }) => code === need.code);
    const page = {
      ...needPage(need, workspace.analysis, orders, records, since, workspace),
      wordings: wordingLines(written, workspace),
      seeAlso: pointingTo(need.code, await frameworks(), workspace),
    };
    await showStation(ctx, response, workspace, 'team/need', page, { station: 'needs', title: page.finding });
  });

  router.get('/:project/evidence', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const page = evidencePage(workspace.analysis, workspace);
    await showStation(ctx, response, workspace, 'team/evidence', page, {
      station: 'needs',
      title: page.finding,
    });
  });

  router.get('/:project/records', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const records = await recordsOf(ctx.db.kysely, workspace.project.code);
    const roles = response.locals.roles ?? [];
    // Addresses are for who leads the fieldwork alone.
    const contact = !mayDo(roles, 'fieldwork', 'change')
      ? null
      : contactSection(
          workspace.project.code,
          workspace.surveys.map(({ questionnaire }) => questionnaire),
          await contactOffersOf(ctx.db.kysely, workspace.project.code),
          response.locals.csrf ?? '',
          workspace,
        );
    const page = recordsPage(
      workspace.analysis,
      records,
      contact,
      // Quotes nobody released are for who proposes and who releases them.
      { hasGuide: workspace.project.guide !== null, quotes: mayDo(roles, 'quotes', 'see') },
      workspace,
    );
    await showStation(ctx, response, workspace, 'team/records', page, {
      station: 'needs',
      title: page.finding,
      styles: ['process.css'],
    });
  });

  router.post('/:project/records/contact/:offer/erase', async (request, response) => {
    const { project } = await openWorkspace(ctx, response, request.params.project);
    await ctx.writes.run((db) => deleteContactOffer(db, project.code, request.params.offer));
    response.redirect(303, `/team/${project.code}/records#contact`);
  });
}

/** Where somebody with these roles begins. */
function firstPage(roles: readonly TeamRole[]): string {
  return mayDo(roles, 'fieldwork', 'see') ? 'fieldwork' : 'questionnaire';
}

/** The survey named in the address, else the project's main one. @throws ExpectedFailure when there is none. */
export function surveyAsked(request: Request, { surveys }: Workspace): Workspace['surveys'][number] {
  const { survey } = request.query;
  const found = typeof survey === 'string' ? surveys.find(({ code }) => code === survey) : surveys[0];
  if (!found) throw unknownSurvey(typeof survey === 'string' ? survey : '');
  return found;
}

/** Parts of frameworks that say they are evidence for a need of this code. */
function pointingTo(
  need: string,
  all: readonly ReadFramework[],
  { project, language }: Workspace,
): NeedPage['seeAlso'] {
  return all.flatMap(({ framework }) =>
    placedParts(framework)
      .filter(({ part }) => part.evidenceFor.includes(need))
      .map(({ part }) => ({
        part: inLanguage(part.label, language),
        framework: inLanguage(framework.label, language),
        address: frameworkAddresses(teamFrameworks(project.code), framework.code).one,
      })),
  );
}
