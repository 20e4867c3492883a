// For the data officer: what is kept of people and why, what goes by itself and when, and what went.
import type { Router } from 'express';
import { dayOf } from '../../../../surveys/day.ts';
import type { Context } from '../../../context.ts';
import { dataLogOf } from '../../../db/data-log.ts';
import { onlyDataOfficer, unknownPage } from '../../../errors.ts';
import { formatDate } from '../../../format-values.ts';
import { hasRole } from '../../../identity/roles.ts';
import { type KeptUntil, keptUntil } from '../../../operations/retention.ts';
import { eraseUnreadable, unreadableAnswers } from '../../../operations/unreadable-answers.ts';
import { fieldOf } from '../access.ts';
import { openWorkspace, showStation } from '../workspace.ts';
import { type LineView, lineView } from './line-words.ts';
import { titleOf } from './survey-title.ts';

/** What is kept, by its words in views/texts. */
const registered = [
  'answers',
  'words',
  'drafts',
  'offers',
  'signUps',
  'panel',
  'accounts',
  'logs',
  'files',
  'reports',
] as const;

export interface RetentionPage {
  readonly csrf: string;
  readonly title: string;
  readonly back: string;
  readonly address: string;
  readonly demonstration: boolean;
  readonly going: readonly {
    readonly what: string;
    readonly count: number;
    readonly when: string;
    /** It goes at the next purge. */
    readonly over: boolean;
    /** Of what is over: answers that cannot be read, and stay until somebody says they may go. */
    readonly unreadable: {
      readonly survey: string;
      readonly count: number;
      readonly sequences: string;
    } | null;
  }[];
  readonly registered: readonly string[];
  readonly lines: readonly LineView[];
}

export function retentionRoute(ctx: Context, router: Router): void {
  router.get('/:project/data/retention', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    if (!hasRole(response.locals.roles, 'dataOfficer')) throw onlyDataOfficer();
    const { project, surveys, language, say } = workspace;
    const today = dayOf(ctx.now());
    const going = await keptUntil(ctx.db.kysely, project.code);
    const log = await dataLogOf(ctx.db.kysely, project.code);
    const title = say({ key: 'data.retention.title' });
    const unreadable = await unreadableOf(ctx, going, today);
    const page: RetentionPage = {
      csrf: response.locals.csrf ?? '',
      title,
      back: `/team/${project.code}/data`,
      address: `/team/${project.code}/data/retention`,
      demonstration: project.demonstration,
      going: going.map(({ what, survey, count, goesOn }) => ({
        what: say({
          key: `data.retention.what.${what}`,
          values: { survey: titleOf(surveys, survey, language) },
        }),
        count,
        when:
          goesOn === null
            ? say({ key: `data.retention.notYet.${what}` })
            : say({ key: 'data.retention.from', values: { date: formatDate(language, goesOn) } }),
        over: goesOn !== null && goesOn <= today,
        unreadable: what === 'answers' ? (unreadable.get(survey) ?? null) : null,
      })),
      registered,
      lines: log
        .filter(({ act }) => act === 'erased')
        .map((line) => lineView(line, workspace))
        .reverse(),
    };
    await showStation(ctx, response, workspace, 'team/data-retention', page, {
      station: 'results',
      title,
      styles: ['project.css', 'rounds.css', 'data.css'],
    });
  });

  router.post('/:project/data/retention/unreadable', async (request, response) => {
    const { project, surveys } = await openWorkspace(ctx, response, request.params.project);
    const { account } = response.locals;
    if (!hasRole(response.locals.roles, 'dataOfficer')) throw onlyDataOfficer();
    const asked = fieldOf(request, 'survey');
    if (!surveys.some(({ code }) => code === asked)) throw unknownPage();
    const over = overOf(await keptUntil(ctx.db.kysely, project.code), dayOf(ctx.now()));
    if (over.includes(asked)) await eraseUnreadable(ctx, project.code, account?.id ?? '', asked);
    response.redirect(303, `/team/${project.code}/data/retention`);
  });
}

/** Surveys whose answers had their time. */
function overOf(going: readonly KeptUntil[], today: string): readonly string[] {
  return going
    .filter(({ what, goesOn }) => what === 'answers' && goesOn !== null && goesOn <= today)
    .map(({ survey }) => survey);
}

async function unreadableOf(ctx: Context, going: readonly KeptUntil[], today: string) {
  const found = await Promise.all(
    overOf(going, today).map(async (survey) => {
      const sequences = await unreadableAnswers(ctx.db.kysely, survey);
      return [survey, { survey, count: sequences.length, sequences: sequences.join(', ') }] as const;
    }),
  );
  return new Map(found.filter(([, { count }]) => count > 0));
}
