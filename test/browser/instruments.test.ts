// Each instrument the whole way in a browser: made from the gallery, answered by hand and by a hundred others, read, put in
// order by a panel and published; every page sound on a phone and on a desk. None is named here.
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstDemonstration } from '../../server/template-folder.ts';
import { demonstrated, fieldSurveys, hundredAnswer } from '../set-up/instruments.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { answerAll } from './generic-hands.ts';
import { badlyPlaced, wrongWith } from './looking.ts';
import { cardControl, openIn, orderOf, phone, saved } from './panel-member.ts';
import { startWalking, type Walker } from './walker.ts';

// Of the one a first start shows, the other files here hold every page.
const first = await firstDemonstration();
const instruments = demonstrated.filter((name) => name !== first);
const areas = readdirSync('views/texts/nl').map((file) => file.replace('.json', ''));
/** A key of our own words, where the words should be. */
const key = new RegExp(`(?<![@/\\w.-])(?:${areas.join('|')})\\.[a-z][\\w.-]*`, 'g');

let app: App;
let team: Walker;
beforeAll(async () => {
  app = await startDemonstration();
  team = await startWalking(app);
  team.page.setDefaultTimeout(15_000);
  await team.signIn();
});
afterAll(async () => {
  await team?.close();
  await app?.stop();
});

/** What is wrong with a page on a phone and on a desk; the window is left wide. */
async function sound(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 900 });
  const narrow = await wrongWith(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const wide = await page.evaluate(badlyPlaced);
  const keys = (await page.locator('body').innerText()).match(key) ?? [];
  const legends = await page.locator('.chart-legend li').allTextContents();
  const unsaid = legends.filter((words) => words.trim() === '').map(() => 'a colour without words');
  expect([page.url(), narrow, wide, keys, unsaid]).toEqual([page.url(), [], [], [], []]);
}

describe.each(instruments)('a project from the template “%s”', (template) => {
  const project = `wandeling-${template}`;
  const send = (button: string) =>
    Promise.all([team.page.waitForEvent('load'), team.page.locator(button).first().click()]);
  const soundAt = async (path: string) => {
    expect([path, await team.go(`/team/${project}/${path}`)]).toEqual([path, 200]);
    await sound(team.page);
  };

  it('is made, answered, read, put in order and reported', async () => {
    const { page } = team;
    await team.go('/team/new');
    await page.locator(`[value="template:${template}"]`).check({ force: true });
    await page.fill('[name="title-nl"]', 'Wandeling');
    await page.fill('[name="code"]', project);
    await send('main form [type="submit"]');
    const surveys = await fieldSurveys(app, project);

    for (const questionnaire of surveys) {
      await team.go(`/s/${questionnaire.code}`);
      await answerAll(page, sound);
      expect(page.url()).toMatch(/\/thanks$/);
      await hundredAnswer(app, questionnaire);
    }
    for (const path of ['results', 'side-by-side', 'needs']) await soundAt(path);

    for (const invited of await invite(3)) await putInOrder(invited);
    await soundAt('panel');
    await team.go(`/team/${project}/panel/rounds/1/close`);
    await send('.close-form .primary');
    await soundAt('panel/rounds/1/final');
    await page.fill('#rationale', 'Zo stelt de klankbordgroep het voor.');
    await send('[action$="/freeze"] .primary');

    await soundAt('report/blocks');
    await team.go(`/team/${project}/report`);
    await send('.publish .primary');
    await page.getByRole('heading', { level: 1, name: /Versie 1/ }).waitFor();
    const report = (await page.locator('.lead-row a').first().getAttribute('href')) ?? '';
    expect([report, await team.go(report)]).toEqual([expect.stringMatching(/^\/r\//), 200]);
    await sound(page);
    expect(team.problems).toEqual([]);
  }, 240_000);

  /** Adds so many members, opens a round about all the needs, and gives the personal links. */
  async function invite(members: number): Promise<readonly string[]> {
    const { page } = team;
    const links: string[] = [];
    for (let member = 1; member <= members; member += 1) {
      await team.go(`/team/${project}/panel/members`);
      await page.fill('#library', `bib ${member}`);
      await page.fill('#role', 'medewerker');
      await send('.start-form .primary');
      await page
        .getByRole('button', { name: new RegExp(`bib ${member}\\b`) })
        .first()
        .click();
      links.push(await page.locator('#new-link').inputValue());
    }
    await team.go(`/team/${project}/panel/open`);
    await send('.start-form .primary');
    return links;
  }

  /** A member, who sorts no piles first, moves the last need up by its button and hands the order in. */
  async function putInOrder(address: string): Promise<void> {
    const browser = team.page.context().browser();
    if (!browser) throw new TypeError('the browser is gone');
    const { context, page } = await openIn(browser, `${address}?order=now`, {
      ...phone,
      reducedMotion: 'reduce',
    });
    const before = await orderOf(page);
    await cardControl(page, before.at(-1), 'up').click();
    expect(await orderOf(page)).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
    await saved(page);
    await page.locator('button[value="review"]').click();
    await page.waitForURL(/\/review$/);
    await page.locator('main button[type="submit"]').first().click();
    await page.waitForURL(/\/submitted$/);
    await context.close();
  }
});
