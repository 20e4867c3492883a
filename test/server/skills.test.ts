// Who can do what, in the workspace and as the command line tells a library's own team.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectSkills } from '../../server/operations/project-skills.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

describe('who can do what', () => {
  it('is a page of the results, for the team alone', async () => {
    expect((await app.visitor().get('/team/ooo/skills')).status).toBe(303);
    const page = await team.get('/team/ooo/skills');
    expect(page.status).toBe(200);
    expect((await team.get('/team/ooo/results')).text).toContain('href="/team/ooo/skills"');
    expect(page.text).toContain('maar één collega');
  });

  it('counts libraries with two answers or more, and shows them from ten on', async () => {
    const full = await projectSkills(app.ctx, 'ooo', 'operator');
    const open = await projectSkills(app.ctx, 'ooo', 'team');
    for (const [index, { libraries }] of (full?.skills ?? []).entries()) {
      const shown = open?.skills[index]?.libraries.one;
      expect(shown?.openness === 'withheld').toBe((libraries.one.base ?? 0) < 10);
      expect(
        (libraries.nobody.count ?? 0) + (libraries.one.count ?? 0) + (libraries.several.count ?? 0),
      ).toBe(libraries.one.base);
    }
  });

  it('is limited to a group of the register, and says so where it is too small', async () => {
    const page = await team.get('/team/ooo/skills?filter=province:Brussel');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/value="province:Brussel" selected/);
    expect(page.text).toContain('Deze groep is te klein');
    expect((await team.get('/team/ooo/skills?filter=province:Atlantis')).text).toContain('maar één collega');
  });

  it('gives a library’s classes to that library alone', async () => {
    const full = await projectSkills(app.ctx, 'ooo', 'operator', 'bib-001');
    const others = await projectSkills(app.ctx, 'ooo', 'public', full?.team?.library ?? 'bib-001');
    expect(others?.team).toBeNull();
    expect((await projectSkills(app.ctx, 'ooo', 'team'))?.team).toBeNull();
  });
});
