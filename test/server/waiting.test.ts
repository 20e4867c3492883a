// A survey so large that its figures are not there at once: the page says how far the answers are read, and the figures
// come when they are.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { insertResponses } from '../../server/db/responses.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import {
  copiesOfFirstAnswer,
  signInThroughSetUp,
  startDemonstration,
} from '../set-up/start-demonstration.ts';

const many = 150_000;
let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration({ patience: 0 });
  team = app.visitor();
  await signInThroughSetUp(team);
  const answers = await copiesOfFirstAnswer(app, many);
  await app.ctx.writes.run((db) => insertResponses(db, 'ooo', answers));
}, 120_000);
afterAll(() => app?.stop());

describe('a page that has to wait for its answers', () => {
  it('says how far they are, looks again without scripts, and shows the figures when they are there', async () => {
    const waiting = await team.get('/team/ooo/results');
    expect(waiting.status).toBe(200);
    expect(waiting.text).toContain('<h1>De antwoorden worden ingelezen</h1>');
    expect(waiting.text).toMatch(
      /<progress [^>]*max="100" value="\d{1,2}" aria-label="De antwoorden worden ingelezen"/,
    );
    expect(waiting.text).toMatch(/id="waiting-lead">[\d.]+ van de 150\.\d{3} antwoorden</);
    expect(waiting.text).toContain('role="status"');
    expect(waiting.text).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>');
    expect(waiting.text).toContain('href="/team/ooo/results"');
    expect(waiting.text).not.toContain('class="chain"');

    const page = await vi.waitUntil(
      async () => {
        const looked = await team.get('/team/ooo/results');
        return looked.text.includes('id="waiting"') ? null : looked;
      },
      { timeout: 100_000, interval: 100 },
    );
    expect(page.text).not.toContain('http-equiv="refresh"');
    expect(page.text).toContain('class="chain"');
    expect(page.text).toContain('150.108 antwoorden');
  }, 120_000);

  it('keeps no other page waiting: the list of projects needs no answers', async () => {
    expect((await team.get('/team')).text).not.toContain('id="waiting"');
  });
});
