// Pages at the top: what is here, privacy, and how accessible it is.
import { Router } from 'express';
import { minimums } from '../../../analysis/disclosure/minimums.ts';
import { dayOf } from '../../../surveys/day.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { draftDays } from '../../db/drafts.ts';
import { callOf, type PanelCall, signUpDays, signUpsErasedOn } from '../../db/panel-calls.ts';
import { listProjects, type ProjectSummary } from '../../db/projects.ts';
import { reportByCode, reportVersions } from '../../db/reports.ts';
import { surveysOf } from '../../db/surveys.ts';
import { formatDate } from '../../format-values.ts';
import { readSnapshot } from '../../operations/publish-report.ts';
import type { HomeProject, Told } from './pages.ts';

export function publicRoutes(ctx: Context): Router {
  const router = Router();

  router.get('/', async (_request, response) => {
    const { language } = response.locals;
    const projects = await listProjects(ctx.db.kysely);
    ctx.render(
      response,
      'public/home',
      { projects: await Promise.all(projects.map((project) => homeProject(ctx, project, language))) },
      {
        title: ctx.texts.say(language, 'public.home.title'),
        layout: 'report',
        demonstration: projects.some(({ demonstration }) => demonstration),
      },
    );
  });

  router.get('/accessibility', (_request, response) => {
    const title = ctx.texts.say(response.locals.language, 'public.accessibility.title');
    ctx.render(response, 'public/accessibility', {}, { title, layout: 'report' });
  });

  router.get('/privacy', async (_request, response) => {
    const { language } = response.locals;
    const projects = await listProjects(ctx.db.kysely);
    const surveys = (await Promise.all(projects.map(({ code }) => surveysOf(ctx.db.kysely, code)))).flat();
    const notices = surveys.map(({ code, questionnaire }) => ({
      code,
      title: told(questionnaire.title, language),
      parts: questionnaire.notice.map(({ title, text }) => ({
        title: told(title, language),
        text: told(text, language),
      })),
    }));
    const title = ctx.texts.say(language, 'public.privacy.title');
    const { anything: minimum, cross } = minimums;
    const demonstration = projects.some((project) => project.demonstration);
    const options = { title, layout: 'report', demonstration } as const;
    const kept = {
      days: draftDays,
      minutes: Math.round(ctx.idle.lockAfter / 60),
      signUpDays: signUpDays.most,
      calls: (await Promise.all(projects.map((project) => callNotice(ctx, project, language)))).flat(),
    };
    ctx.render(response, 'public/privacy', { minimum, cross, notices, ...kept }, options);
  });

  return router;
}

/** Until when the sign-ups of a project's call are kept; nothing while it takes none. */
async function callNotice(ctx: Context, { code, title }: ProjectSummary, language: string) {
  const call = await callOf(ctx.db.kysely, code);
  if (!takesSignUps(ctx, call)) return [];
  const erasedOn = formatDate(language, signUpsErasedOn(call));
  return [{ title: told(title, language), address: `/call/${code}`, erasedOn }];
}

function takesSignUps(ctx: Context, call: PanelCall | null): call is PanelCall {
  return call?.state === 'open' && dayOf(ctx.now()) <= call.closesOn;
}

async function homeProject(
  ctx: Context,
  { code, title }: Awaited<ReturnType<typeof listProjects>>[number],
  language: string,
): Promise<HomeProject> {
  const db = ctx.db.kysely;
  const [surveys, [newest], call] = await Promise.all([
    surveysOf(db, code),
    reportVersions(db, code),
    callOf(db, code),
  ]);
  const published = newest ? await reportByCode(db, newest.code) : null;
  return {
    code,
    title: told(title, language),
    surveys: surveys
      .filter(({ position, state }) => position === 0 && state !== 'draft')
      .map(({ code: survey, questionnaire, state }) => ({
        title: told(questionnaire.title, language),
        address: `/s/${survey}`,
        open: state === 'open',
      })),
    report: published && {
      title: told(readSnapshot(published).title, language),
      address: `/r/${published.code}`,
    },
    call: takesSignUps(ctx, call) ? `/call/${code}` : null,
  };
}

/** Words of a project in the language of the page, or in their own first one: then the page says which that is. */
function told(words: Text, language: string): Told {
  const [first = language] = Object.keys(words);
  const spoken = words[language] === undefined ? first : language;
  return { words: words[spoken] ?? '', language: spoken };
}
