// The follow-up page of a report, "you said, we did", and its feed. It shows the latest version's needs with public actions
// as they stand now.
import { type Request, Router } from 'express';
import { followUpOf } from '../../../analysis/report/follow-up.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { reportByCode, reportVersions } from '../../db/reports.ts';
import { unknownReport } from '../../errors.ts';
import { readSnapshot } from '../../operations/publish-report.ts';
import { followUpFeed } from '../../report/follow-up-feed.ts';
import { type FollowUpView, followUpView } from '../../report/follow-up-view.ts';
import { type PublicMaterial, publicMaterials } from '../../report/public-materials.ts';
import { reportWords } from '../../report/report-words.ts';
import { serverAddress } from '../team/workspace.ts';

export interface FollowUpPage {
  readonly title: string;
  readonly projectTitle: string;
  readonly version: number;
  readonly published: string;
  readonly view: FollowUpView;
  readonly materials: readonly PublicMaterial[];
  readonly report: string;
  readonly feed: string;
}

/** Follow-up pages under /r. */
export function followUpRoutes(ctx: Context): Router {
  const router = Router();

  router.get('/:report/follow-up', async (request, response) => {
    const { published, report, records, followed } = await followedReport(ctx, request);
    const { language } = response.locals;
    const words = reportWords(ctx.texts, language);
    const title = words.t('follow-up.title');
    const address = `/r/${published.code}`;
    const page: FollowUpPage = {
      title,
      projectTitle: words.text(report.projectTitle),
      version: published.version,
      published: words.date(report.publishedOn),
      view: followUpView(followed, words),
      materials: publicMaterials(records, words),
      report: address,
      feed: `${address}/follow-up/feed-${language}.xml`,
    };
    ctx.render(response, 'public/follow-up', page, {
      title,
      layout: 'report',
      demonstration: report.demonstration,
      styles: ['follow-up.css'],
      feed: {
        address: page.feed,
        title: words.t('follow-up.feed.title', { title: words.text(report.title) }),
      },
    });
  });

  router.get('/:report/follow-up/feed-:language.xml', async (request, response) => {
    const { language } = request.params;
    if (!ctx.texts.reportLanguages.includes(language)) throw unknownReport();
    const { published, report, followed } = await followedReport(ctx, request);
    const words = reportWords(ctx.texts, language);
    const source = {
      report: published.code,
      versions: (await reportVersions(ctx.db.kysely, published.project)).filter(
        ({ code }) => code === published.code,
      ),
      title: words.text(report.title),
      author: words.text(report.projectTitle),
      address: `${serverAddress(ctx, response)}/r/${published.code}`,
      followed,
    };
    response.type('application/atom+xml; charset=utf-8').end(followUpFeed(source, words));
  });

  return router;
}

/** The latest version of the report in the address, with its actions as they are now. @throws ExpectedFailure when there is none. */
async function followedReport(ctx: Context, request: Request) {
  const published = await reportByCode(ctx.db.kysely, String(request.params.report));
  if (!published) throw unknownReport();
  const report = readSnapshot(published);
  const records = await recordsOf(ctx.db.kysely, published.project);
  return { published, report, records, followed: followUpOf(report, published.publishedAt, records) };
}
