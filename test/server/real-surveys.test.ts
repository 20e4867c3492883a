// The two real surveys over HTTP, and every page of every project: each is there in both languages, no name of a place
// stands twice in a page, and nothing unfilled shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { addProject, filesOf } from '../conformance/imported-case.ts';
import { type App, startApp, type Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { realSurveys, startRealSurveys, workspacePages } from '../set-up/start-real-surveys.ts';

const words = (html: string) =>
  html.replace(/<script[^>]*>[\s\S]*?<\/script>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

function idsTwice(html: string): readonly string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Everything that is wrong with these pages, each with its address. */
async function wrongPages(team: Visitor, paths: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const path of paths) {
    for (const language of ['nl', 'en']) {
      const { status, text } = await team.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      const seen = words(text);
      if (status !== 200) wrong.push(`${path}: ${status}`);
      for (const id of idsTwice(text)) wrong.push(`${path}: the id ${id} stands twice`);
      if (/\bundefined\b|\bNaN\b|\[object|\{\w+\}/.test(seen)) wrong.push(`${path}: something is not filled`);
    }
  }
  return wrong;
}

describe('a real survey', () => {
  let app: App;
  let team: Visitor;
  beforeAll(async () => {
    app = await startRealSurveys();
    team = app.visitor();
    await signInThroughSetUp(team);
  });
  afterAll(() => app?.stop());

  it.each(realSurveys)(
    '$folder has every page of the workspace, sound in both languages',
    async ({ project }) => {
      expect(await wrongPages(team, await workspacePages(app, project))).toEqual([]);
    },
  );

  it.each(realSurveys)(
    '$folder tells how many answered, and its leading shares as sentences',
    async (survey) => {
      const page = words((await team.get(`/team/${survey.project}/results?lang=nl`)).text);
      expect(page).toContain(`${survey.answers} antwoorden tellen mee`);
      const analysis = await analyseProject(app.ctx, survey.project, { reader: 'team' });
      for (const { label, share } of analysis.surveys[0]?.highlights ?? [])
        expect(page).toContain(`${share.count} van de ${share.base} ${label.nl}`);
    },
  );

  it.each(realSurveys)(
    '$folder has a report that counts the one kind of source it has',
    async ({ project }) => {
      const report = words((await team.get(`/team/${project}/report/preview?lang=nl`)).text);
      expect(report).not.toMatch(/Onderbouwd door|Enkelvoudige bron/);
      expect(report).toMatch(/Score \d+ op 100/);
    },
  );
});

it('a project without answers counts no sources it does not have', async () => {
  const app = await startApp();
  try {
    await addProject(app.ctx, filesOf('carpentries-longterm'));
    await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), '2024-01-01T00:00:00Z');
    const team = app.visitor();
    await signInThroughSetUp(team);
    const report = words((await team.get('/team/carpentries-longterm/report/preview')).text);
    expect(report).not.toContain('Onderbouwd door');
    expect(report).toContain('Er is geen cijfer dat deze nood onderbouwt.');
  } finally {
    await app.stop();
  }
});

describe('the demonstration', () => {
  let app: App;
  let team: Visitor;
  beforeAll(async () => {
    app = await startDemonstration();
    team = app.visitor();
    await signInThroughSetUp(team);
  });
  afterAll(() => app?.stop());

  it('has no page with the same id twice, nor with anything unfilled', async () => {
    const paths = await workspacePages(app, 'ooo');
    const open = ['/', '/privacy', '/accessibility', '/r/ooo', '/s/ooo', '/s/ooo-collega', '/nergens'];
    expect((await wrongPages(team, [...paths, ...open])).filter((line) => line !== '/nergens: 404')).toEqual(
      [],
    );
  });
});
