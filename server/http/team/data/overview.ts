// The page of the data: what is there for everybody, the requests for full answers, and the log of everything that left.
import type { Router } from 'express';
import { dayOf } from '../../../../surveys/day.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { dataLogOf } from '../../../db/data-log.ts';
import { keptSurveys } from '../../../db/retention.ts';
import { figureKinds } from '../../../figures-file.ts';
import { formatDate } from '../../../format-values.ts';
import { hasRole } from '../../../identity/roles.ts';
import { type RequestState, requestsOf } from '../../../operations/data-requests.ts';
import { openWorkspace, showStation } from '../workspace.ts';
import { type LineView, lineView } from './line-words.ts';
import { figureReaders, openKinds } from './open-files.ts';
import { titleOf } from './survey-title.ts';

export interface DataPage {
  readonly title: string;
  readonly surveys: readonly {
    readonly title: string;
    readonly ask: string;
    readonly files: readonly { readonly kind: string; readonly address: string }[];
  }[];
  /** For the data officer alone: what is kept and what goes when. */
  readonly retention: string | null;
  /** Figures that stayed of surveys whose answers went. */
  readonly kept: readonly {
    readonly title: string;
    readonly files: readonly { readonly reader: string; readonly kind: string; readonly address: string }[];
  }[];
  readonly figures: readonly {
    readonly reader: string;
    readonly files: readonly { readonly kind: string; readonly address: string }[];
  }[];
  readonly requests: readonly {
    readonly address: string;
    readonly name: string;
    readonly purpose: string;
    readonly who: string;
    readonly state: RequestState;
    readonly until: string;
  }[];
  readonly lines: readonly LineView[];
}

export function overviewRoute(ctx: Context, router: Router): void {
  router.get('/:project/data', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, surveys, language, say } = workspace;
    const log = await dataLogOf(ctx.db.kysely, project.code);
    const root = `/team/${project.code}/data`;
    const requests = requestsOf(log, dayOf(ctx.now()));
    const waiting = requests.filter(({ state }) => state === 'asked').length;
    const title = say({ key: 'data.title', values: { count: waiting } });
    const page: DataPage = {
      title,
      surveys: surveys
        .filter(({ state }) => state !== 'draft')
        .map(({ code, questionnaire }) => ({
          title: inLanguage(questionnaire.title, language),
          ask: `${root}/ask/${code}`,
          files: openKinds.map((kind) => ({ kind, address: `${root}/files/${code}/${kind}` })),
        })),
      retention: hasRole(response.locals.roles, 'dataOfficer') ? `${root}/retention` : null,
      kept: (await keptSurveys(ctx.db.kysely, project.code)).map(({ survey, keptOn }) => ({
        title: say({
          key: survey === '' ? 'data.figures.keptTogether' : 'data.figures.kept',
          values: { survey: titleOf(surveys, survey, language), date: formatDate(language, keptOn) },
        }),
        files: figureReaders.flatMap((reader) =>
          figureKinds.map((kind) => ({
            reader,
            kind,
            address: [`${root}/kept`, ...(survey === '' ? [] : [survey]), reader, kind].join('/'),
          })),
        ),
      })),
      figures: figureReaders.map((reader) => ({
        reader,
        files: [...figureKinds]
          .reverse()
          .map((kind) => ({ kind, address: `${root}/figures/${reader}/${kind}` })),
      })),
      requests: requests.map(({ entry, wanted, purpose, email, state }) => ({
        address: `${root}/requests/${entry}`,
        name: say({
          key: 'data.requestName',
          values: { request: entry, survey: wanted.survey, kind: say({ key: `data.kind.${wanted.kind}` }) },
        }),
        purpose,
        who: email ?? say({ key: 'data.formerAccount' }),
        state,
        until: formatDate(language, wanted.until),
      })),
      lines: log.map((line) => lineView(line, workspace)).reverse(),
    };
    await showStation(ctx, response, workspace, 'team/data', page, {
      station: 'results',
      title,
      styles: ['project.css', 'rounds.css', 'data.css'],
    });
  });
}
