// For the data officer: what is kept of people and why, what goes by itself and when, and what went.
import type { Router } from 'express';
import { dayOf } from '../../../../surveys/day.ts';
import type { Context } from '../../../context.ts';
import { dataLogOf } from '../../../db/data-log.ts';
import { onlyDataOfficer } from '../../../errors.ts';
import { formatDate } from '../../../format-values.ts';
import { hasRole } from '../../../identity/roles.ts';
import { keptUntil } from '../../../operations/retention.ts';
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
  readonly title: string;
  readonly back: string;
  readonly demonstration: boolean;
  readonly going: readonly {
    readonly what: string;
    readonly count: number;
    readonly when: string;
    /** It goes at the next purge. */
    readonly over: boolean;
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
    const page: RetentionPage = {
      title,
      back: `/team/${project.code}/data`,
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
}
