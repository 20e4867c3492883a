// PRV-25: whoever answered or voted finds what comes of it: a link where something is published, else that it will be here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queries } from '../../server/db/open.ts';
import { closeRound, saveBallot } from '../../server/db/panels.ts';
import { publishReport } from '../../server/db/reports.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { type App, Visitor } from '../set-up/start-app.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { page, tools, ways, you } from './respondent-steps.ts';
import { startWithSample } from './sample-survey.ts';

const later = 'Wat we ermee doen, komt hier.';
const publish = (db: Queries, project: string) =>
  publishReport(db, {
    code: `${project}-rapport`,
    project,
    snapshot: '{}',
    hash: 'x',
    publishedAt: '2024-03-02T00:00:00Z',
  });
const links = (project: string) => [`href="/r/${project}-rapport"`, `href="/r/${project}-rapport/follow-up"`];

function told(text: string, project: string): 'later' | 'linked' | 'nothing' | 'mixed' {
  const linked = links(project).every((link) => text.includes(link));
  const some = text.includes('/r/');
  if (text.includes(later)) return some ? 'mixed' : 'later';
  if (linked) return 'linked';
  return some ? 'mixed' : 'nothing';
}

describe('respondents (PRV-25)', () => {
  let app: App;
  let visitor: Visitor;
  beforeAll(async () => {
    app = await startWithSample();
    visitor = app.visitor();
    await visitor.post('/s/proef/start');
    await visitor.post(page('you'), you);
    await visitor.post(page('tools'), tools);
    await visitor.post(page('ways'), ways);
  });
  afterAll(() => app?.stop());

  it('read on the thanks that it will be here, and find the link there once a report is published', async () => {
    for (const address of ['/s/proef/thanks', '/s/proef/sent']) {
      expect(told((await visitor.get(address)).text, 'proef'), address).toBe('later');
    }
    await publish(app.ctx.db.kysely, 'proef');
    for (const address of ['/s/proef/thanks', '/s/proef/sent']) {
      expect(told((await visitor.get(address)).text, 'proef'), address).toBe('linked');
    }
  });

  it('find it on the page of the closed survey too, and on no other page that tells what went wrong', async () => {
    await closeSurvey(app.ctx.db.kysely, 'proef', '2024-03-03T00:00:00Z');
    const closed = await app.visitor().get('/s/proef');
    expect(closed.status).toBe(410);
    expect(told(closed.text, 'proef')).toBe('linked');
    expect(told((await app.visitor().get('/s/nergens')).text, 'proef')).toBe('nothing');
  });

  it('read on the page of a closed survey without a report that it will be here', async () => {
    await app.ctx.db.kysely.deleteFrom('reports').execute();
    expect(told((await app.visitor().get('/s/proef')).text, 'proef')).toBe('later');
  });

  it.each([
    ['nl', later],
    ['en', 'What we do with it will be here.'],
    ['fr', 'Ce que nous en faisons sera indiqué ici.'],
    ['de', 'Was wir damit machen, steht später hier.'],
    ['da', 'Hvad vi bruger det til, kommer til at stå her.'],
  ])('are told in %s', (language, words) => {
    expect(app.ctx.texts.say(language, 'public.outcome.later')).toBe(words);
  });
});

describe('members of the panel (PRV-25)', () => {
  let server: PanelServer;
  beforeAll(async () => {
    server = await startPanelServer();
  });
  afterAll(() => server?.close());

  it('read it after handing in and after the round, and find the link once a report is published', async () => {
    const db = server.ctx.db.kysely;
    const own = { project: 'klein', round: 1, member: 'm1', submitted: true };
    const lists = { top: [['N1'], ['N2'], ['N3'], ['N4']], N3: [['N3a'], ['N3b']] };
    const ballot = {
      lists: Object.fromEntries(
        Object.entries(lists).map(([name, tiers]) => [name, { tiers, noOpinion: [] }]),
      ),
    };
    await saveBallot(db, { ...own, ballot, savedAt: '2024-03-01T19:00:00Z' });
    const member = new Visitor(server.base);
    const shown = async (path: string) => told((await member.get(`/p/token-m1${path}`)).text, 'klein');
    expect(await shown('/submitted')).toBe('later');
    await publish(db, 'klein');
    expect(await shown('/submitted')).toBe('linked');
    await closeRound(db, 'klein', 1, '2024-03-02');
    expect(await shown('')).toBe('linked');
    expect(await shown('/rounds/1')).toBe('linked');
  });
});
