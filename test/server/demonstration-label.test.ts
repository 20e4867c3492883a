// Whoever looks at made-up answers reads so, also on pages beside the road.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { membersOf, setMemberToken } from '../../server/db/panels.ts';
import { reportVersions } from '../../server/db/reports.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { startWithSample } from './sample-survey.ts';

const label = /class="demonstration-label"/;

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app.stop());

it('shows the label with the notice of a demonstration and where only demonstrations can be signed in to', async () => {
  for (const path of ['/privacy', '/team/sign-in']) {
    expect((await app.visitor().get(path)).text).toMatch(label);
  }
});

it('shows it on the error pages of a demonstration, and only there', async () => {
  const visitor = app.visitor();
  const [report] = await reportVersions(app.ctx.db.kysely, 'ooo');
  const [member] = await membersOf(app.ctx.db.kysely, 'ooo');
  await setMemberToken(app.ctx.db.kysely, 'ooo', member?.code ?? '', hashToken('panel', 'uitnodiging'));
  const beside = ['/s/ooo/nergens', '/s/ooo/page/nergens', `/r/${report?.code}/99`, '/p/uitnodiging/nergens'];
  for (const path of beside) {
    const page = await visitor.get(path);
    expect([path, page.status]).toEqual([path, 404]);
    expect(page.text).toMatch(label);
  }
  expect((await visitor.post('/s/ooo/start', { text: 'x'.repeat(300_000) })).text).toMatch(label);
  for (const path of ['/nergens', '/s/nergens', '/s/%E0%A4%A', '/constructor/ooo']) {
    expect((await visitor.get(path)).text).not.toMatch(label);
  }
});

it('shows it nowhere when nothing is made up', async () => {
  const real = await startWithSample();
  const empty = await startApp();
  for (const [place, paths] of [
    [real, ['/privacy', '/team/sign-in', '/s/proef/nergens']],
    [empty, ['/privacy', '/team/sign-in']],
  ] as const) {
    for (const path of paths) expect((await place.visitor().get(path)).text).not.toMatch(label);
    await place.stop();
  }
});
