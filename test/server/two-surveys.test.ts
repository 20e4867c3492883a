// What support colleagues guess beside what libraries say, on the page of figures side by side.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectSideBySide } from '../../server/operations/project-side-by-side.ts';
import { wordsOf } from '../set-up/own-results.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

describe('the survey of colleagues beside that of libraries', () => {
  it('OOO-59 stands on the page with both groups, their bases and how it was worked out, in both languages', async () => {
    const said = wordsOf((await team.get('/team/ooo/side-by-side')).text);
    expect(said).toMatch(
      /Het verst uiteen bij [^.]+\. Collega&#x27;s schatten “nog hulp nodig”: \d+% \(\d+ van de \d+\)\. Bibs zeggen “nog hulp nodig”: \d+% \([\d.]+ van de [\d.]+\)\./,
    );
    expect(said).toContain('een verschil is een gesprek waard, geen oordeel');
    expect(said).toContain('Legt dezelfde rijen van twee bevragingen naast elkaar');
    const english = wordsOf((await team.get('/team/ooo/side-by-side?lang=en')).text);
    expect(english).toMatch(/Furthest apart at [^.]+\. Colleagues guess “help still needed”: \d+%/);
    await team.get('/team/ooo/side-by-side?lang=nl');
  });

  it.each(['team', 'public'] as const)('OOO-59 has each service on both bases for the %s', async (reader) => {
    const [result] = await projectSideBySide(app.ctx, 'ooo', reader);
    if (result?.kind !== 'twoSurveys') throw new Error('nothing of two surveys');
    expect(result.rows.length).toBeGreaterThan(5);
    for (const { first, second, difference } of result.rows) {
      expect(second.share.base ?? 0).toBeLessThanOrEqual(24);
      expect(difference === null).toBe(first.share.estimate === null || second.share.estimate === null);
    }
    const wise = result.rows.find(({ code }) => code === 'wise');
    expect(wise?.first.share.base).toBeGreaterThan(24);
    expect(wise?.difference).not.toBeNull();
  });
});
