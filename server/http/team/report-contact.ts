// Whom readers of the report turn to: a role and an address, in every language a report has. Of two who change it at once
// the second sees both.
import type { Request, Response, Router } from 'express';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { projectByCode } from '../../db/projects.ts';
import { unknownProject } from '../../errors.ts';
import { changeReportContact } from '../../operations/report-contact.ts';
import { fieldOf } from './access.ts';
import { openWorkspace, showStation } from './workspace.ts';

/** As long as two lines of a report. */
const mostContact = 300;

export interface ReportContactPage {
  readonly csrf: string;
  /** Back to the station. */
  readonly back: string;
  /** The words this form was made on, sent along to notice that somebody changed them. */
  readonly seen: string;
  readonly most: number;
  readonly tooLong: boolean;
  readonly stale: boolean;
  readonly fields: readonly {
    readonly language: string;
    readonly words: string;
    readonly tooLong: boolean;
    /** What somebody else stored meanwhile, where it is something else; null where it is not. */
    readonly theirs: string | null;
  }[];
}

/** What a form has on it. */
interface Shown {
  readonly words: Text;
  readonly theirs?: Text;
}

export function reportContactRoutes(ctx: Context, router: Router): void {
  router.get('/:project/report/contact', async (request, response) => {
    await show(ctx, response, request.params.project, {
      words: await storedContact(ctx, request.params.project),
    });
  });

  router.post('/:project/report/contact', async (request, response) => {
    const { project } = request.params;
    const words = typedIn(ctx, request);
    if (Object.values(words).some(isTooLong)) return show(ctx, response, project, { words });
    const done = await changeReportContact(ctx, project, fieldOf(request, 'seen'), words);
    if (done) return response.redirect(303, `/team/${encodeURIComponent(project)}/report`);
    await show(ctx, response, project, { words, theirs: await storedContact(ctx, project) });
  });
}

/** The words of each language a report has; '' where nothing was typed. */
function typedIn(ctx: Context, request: Request): Text {
  return Object.fromEntries(
    ctx.texts.reportLanguages.map((language) => [
      language,
      fieldOf(request, `contact-${language}`).replaceAll('\r\n', '\n').trim(),
    ]),
  );
}

async function storedContact(ctx: Context, code: string): Promise<Text> {
  const project = await projectByCode(ctx.db.kysely, code);
  if (!project) throw unknownProject(code);
  return project.reportTemplate.contact ?? {};
}

/** Shows the form; with words that are too long as 422, beside what somebody else stored as 409. */
async function show(ctx: Context, response: Response, code: string, { words, theirs }: Shown): Promise<void> {
  const workspace = await openWorkspace(ctx, response, code);
  const fields = ctx.texts.reportLanguages.map((language) => {
    const typed = words[language] ?? '';
    const stored = theirs?.[language] ?? '';
    return {
      language,
      words: typed,
      tooLong: isTooLong(typed),
      theirs: theirs && stored !== typed ? stored || '–' : null,
    };
  });
  const tooLong = fields.some((field) => field.tooLong);
  const page: ReportContactPage = {
    csrf: response.locals.csrf ?? '',
    back: `/team/${encodeURIComponent(code)}/report`,
    seen: JSON.stringify(workspace.project.reportTemplate.contact ?? {}),
    most: mostContact,
    tooLong,
    stale: theirs !== undefined,
    fields,
  };
  await showStation(ctx, response, workspace, 'team/report-contact', page, {
    station: 'report',
    title: workspace.say({ key: 'builder.contact.title' }),
    styles: ['project.css'],
    status: tooLong ? 422 : theirs ? 409 : 200,
  });
}

function isTooLong(words: string): boolean {
  return words.length > mostContact;
}
