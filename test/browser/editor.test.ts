// A project team makes the knowledge-sharing pulse from an empty questionnaire, in the editor alone; sends it out;
// libraries answer it; the results are there. And the editor by keyboard, with undo, under axe.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveyByCode } from '../../server/db/surveys.ts';
import { openDefinition } from '../../server/operations/definition-editing.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import { type Questionnaire, questionsOf } from '../../surveys/questionnaire.ts';
import { launchBrowser } from '../set-up/find-browser.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { type Maker, makerIn } from './maker.ts';
import { faults, startWalking, type Walker } from './walker.ts';

let app: App;
let walker: Walker;
let page: Page;
let maker: Maker;
let survey = '';

beforeAll(async () => {
  app = await startDemonstration();
  walker = await startWalking(app);
  await walker.signIn();
  page = walker.page;
  maker = makerIn(page);
});
afterAll(async () => {
  await walker?.close();
  await app?.stop();
});

const definition = async (): Promise<Questionnaire> => (await openDefinition(app.ctx, survey)).questionnaire;
const codes = async () =>
  (await definition()).pages.map(({ questions }) => questions.map(({ code }) => code));

const activities = [
  'Een werkgroep',
  'Een workshop',
  'Een themabijeenkomst',
  'Een webinar',
  'Een collegabezoek elders',
  'Een collegabezoek bij ons',
  'Een netwerkdag',
  'Een publicatie',
  'Een interne vorming',
  'De startersopleiding',
];

describe('the pulse on sharing knowledge', () => {
  it('is made from empty, in the editor alone', { timeout: 240_000 }, async () => {
    await walker.go('/team');
    await page.getByRole('link', { name: 'Nieuw project' }).first().click();
    await page.getByLabel('In het Nederlands').fill('Kennis delen');
    await page.getByLabel('Leeg').check();
    await page.getByRole('button', { name: 'Project maken' }).click();
    await page.waitForURL(/\/edit\?survey=/);
    survey = new URL(page.url()).searchParams.get('survey') ?? '';

    // The page that is there gets a title, and its first question goes when there is another.
    const [, first] = (await definition()).pages;
    await maker.open(first?.title.nl ?? '');
    await maker.fill('Titel van de pagina', 'Wat deed je?');
    const often = await maker.addScale(['Nooit', 'Zelden', 'Soms', 'Vaak']);
    const funnel = await maker.addScale(['Wist ik niet', 'Ken ik', 'Deed ik', 'Gaf ik zelf']);
    const skill = await maker.addScale(['Nog niets', 'Met hulp', 'De basis', 'Vlot', 'Ik help anderen']);
    const agree = await maker.addScale([
      'Helemaal niet',
      'Eerder niet',
      'Tussenin',
      'Eerder wel',
      'Helemaal wel',
    ]);
    const topics = await maker.addList([
      'Open wetenschap',
      'FAIR data',
      'Maatschappelijke impact',
      'Licenties',
      'Digitale vaardigheden',
    ]);

    await maker.ask('Wat deed je?', 'grid', 'Wat deed je de voorbije zes maanden?');
    await maker.choose('Schaal', funnel);
    await maker.fill('Wat vraag je op deze schaal?', 'Hoe ver kwam je ermee?');
    await maker.write('rows', activities);
    await maker.open('Nieuwe vraag');
    await page.getByRole('button', { name: 'Weghalen', exact: true }).click();
    await maker.settled();

    await maker.ask('Wat deed je?', 'single', 'Hoe vaak paste je iets toe uit een andere bib?');
    await maker.choose('Waar komen de antwoorden vandaan?', `scale:${often}`);
    const applied = await page.locator('#place-form').getAttribute('data-code');
    await maker.ask('Wat deed je?', 'text', 'Geef een voorbeeld.');
    await maker.onlyIf(applied ?? '', 'Vaak');

    await maker.addPage('Delen');
    await maker.open('Nieuwe vraag');
    await maker.fill('Vraag', 'Hoe vaak deelde je met collega’s wat je leerde?');
    await maker.choose('Waar komen de antwoorden vandaan?', `scale:${often}`);
    await maker.ask('Delen', 'multiple', 'Hoe deelde je het?');
    await maker.write('options', ['Op overleg', 'In een nota', 'Met een demo', 'Online']);
    await maker.ask('Delen', 'single', 'Hoe volg je het liefst een workshop?');
    await maker.write('options', ['Online', 'Ter plaatse', 'Gemengd']);
    await maker.ask('Delen', 'multiple', 'Waarom?');
    await maker.write('options', ['Inhoud', 'Netwerk', 'Reistijd', 'Oefenen']);
    await maker.ask('Delen', 'multiple', 'Waarover wil je leren?');
    await maker.choose('Waar komen de antwoorden vandaan?', `list:${topics}`);
    await maker.ask('Delen', 'multiple', 'Waarover kan je anderen iets leren?');
    await maker.choose('Waar komen de antwoorden vandaan?', `list:${topics}`);

    await maker.addPage('Jij');
    await maker.open('Nieuwe vraag');
    await maker.fill('Vraag', 'Had je een bibliotheekopleiding toen je begon?');
    await maker.write('options', ['Ja', 'Nee']);
    const schooled = await page.locator('#place-form').getAttribute('data-code');
    await maker.ask('Jij', 'single', 'Volgde je de startersopleiding?');
    await maker.write('options', ['Ken ik niet', 'Volgde ik', 'Wil ik volgen']);
    await maker.onlyIf(schooled ?? '', 'Nee');
    await maker.ask('Jij', 'grid', 'Hoe ver sta je?');
    await maker.choose('Schaal', skill);
    await maker.fill('Wat vraag je op deze schaal?', 'Wat kan je al?');
    await maker.write('rows', ['Digitale hulpmiddelen', 'Over vakgebieden heen', 'In korte rondes werken']);
    await page.locator('.ticks-block').getByText('Digitale hulpmiddelen', { exact: true }).click();
    await maker.settled();
    await maker.ask('Jij', 'multiple', 'Wat stond in de weg?');
    await maker.write('options', ['De verplaatsing', 'Geen tijd', 'Geen vervanging', 'Iets anders', 'Niets']);
    await maker.fill('Hoogstens aan te kruisen', '3');
    await optionDetail(4, 'Vraag een woordje uitleg bij dit antwoord');
    await optionDetail(5, 'Sluit de andere antwoorden uit');
    await maker.ask('Jij', 'grid', 'Wat vind je hiervan?');
    await maker.choose('Schaal', agree);
    await maker.write('rows', ['Dit maakt me breder inzetbaar', 'Ik hoor bij het netwerk']);

    const made = await definition();
    expect(made.pages.map(({ title }) => title.nl).slice(1)).toEqual(['Wat deed je?', 'Delen', 'Jij']);
    expect(questionsOf(made).map(({ type }) => type)).toEqual([
      'consent',
      'grid',
      'single',
      'text',
      'single',
      'multiple',
      'single',
      'multiple',
      'multiple',
      'multiple',
      'single',
      'single',
      'grid',
      'multiple',
      'grid',
    ]);
    const barriers = questionsOf(made).find(({ label }) => label.nl === 'Wat stond in de weg?');
    expect(barriers).toMatchObject({
      max: 3,
      options: [
        { code: 'de_verplaatsing' },
        { code: 'geen_tijd' },
        { code: 'geen_vervanging' },
        { code: 'iets_anders', text: true },
        { code: 'niets', exclusive: true },
      ],
    });
    expect(questionsOf(made).find(({ type }) => type === 'text')?.showIf).toEqual({
      variable: applied,
      is: [expect.any(String)],
    });
    // Ten activities on one scale, each a variable.
    expect(
      codebookOf(made).variables.filter(({ categories }) =>
        categories.some(({ label }) => label.nl === 'Gaf ik zelf'),
      ),
    ).toHaveLength(10);
  });

  async function optionDetail(number: number, label: string): Promise<void> {
    const item = page.locator('[data-items="options"] > .item').nth(number - 1);
    await item.locator('.item-more > summary').click();
    await item.getByText(label).click();
    await maker.settled();
  }

  it('is looked at in the preview and tried out, which keeps nothing', async () => {
    await maker.open('Delen');
    const frame = page.frameLocator('#preview');
    await frame.getByText('Waarover wil je leren?').waitFor();
    await page.getByRole('link', { name: 'Uitproberen' }).click();
    await page.getByRole('button', { name: 'Beginnen' }).click();
    await page.locator('input[type="checkbox"]').first().check();
    await page.locator('main button[type="submit"].primary').click();
    await page.getByText('Gaf ik zelf').first().waitFor();
    await page.getByRole('link', { name: 'Terug naar de vragen' }).click();
    expect(
      await app.ctx.db.kysely.selectFrom('drafts').selectAll().where('survey', '=', survey).execute(),
    ).toEqual([]);
  });

  it('says what must still be written, and is sent out when it is', { timeout: 120_000 }, async () => {
    await page.getByRole('link', { name: /Nakijken/ }).click();
    await page.locator('.check-panel .error a').first().click();
    await maker.settled();
    await maker.unfold('notice');
    const parts = page.locator('[data-items="notice"] > .item:not(.blank)');
    for (let index = 0; index < (await parts.count()); index += 1) {
      const more = parts.nth(index).locator('.item-more');
      if ((await more.getAttribute('open')) === null) await more.locator('> summary').click();
      await parts
        .nth(index)
        .locator('textarea')
        .first()
        .fill('Het projectteam bewaart de antwoorden op eigen servers.');
    }
    await page.evaluate('document.activeElement?.blur()');
    await maker.settled();
    expect(await page.locator('.tally.wrong').count()).toBe(0);
    await page.getByRole('link', { name: 'Openstellen' }).click();
    await page.locator('main form button.primary').click();
    await page.waitForURL(/versions/);
    expect(await surveyByCode(app.ctx.db.kysely, survey)).toMatchObject({ state: 'open', version: 1 });
  });

  it('is answered by eight libraries', { timeout: 120_000 }, async () => {
    const browser: Browser = await launchBrowser();
    try {
      for (let person = 0; person < 8; person += 1) await answer(browser, person);
    } finally {
      await browser.close();
    }
  });

  /** One respondent, who answers with the mouse. */
  async function answer(browser: Browser, person: number): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const own = await context.newPage();
    await own.goto(`${app.address}/s/${survey}`);
    await own.getByRole('button', { name: 'Beginnen' }).click();
    const next = async () => {
      const before = own.url();
      await own.locator('main form#form .actions button.primary').click();
      await own.waitForURL((url) => url.href !== before);
    };
    await own.locator('input[type="checkbox"]').first().check();
    await next();
    const rows = own.locator('fieldset.question, div.question, .grid').first();
    await rows.waitFor();
    for (const name of await gridVariables('Gaf ik zelf')) {
      await own
        .locator(`[id^="${name}:"]`)
        .nth(person % 4)
        .dispatchEvent('click');
    }
    await choose(own, 'Hoe vaak paste je iets toe uit een andere bib?', person < 3 ? 'Vaak' : 'Soms');
    await next();
    await choose(own, 'Hoe deelde je het?', 'Op overleg');
    await choose(own, 'Hoe volg je het liefst een workshop?', person < 5 ? 'Ter plaatse' : 'Online');
    await next();
    await choose(own, 'Had je een bibliotheekopleiding toen je begon?', 'Ja');
    for (const name of await gridVariables('Ik help anderen')) {
      await own.locator(`[id^="${name}:"]`).nth(2).dispatchEvent('click');
    }
    await choose(own, 'Wat stond in de weg?', 'Geen tijd');
    await next();
    expect(own.url()).toContain('/thanks');
    await context.close();
  }

  async function choose(own: Page, question: string, option: string): Promise<void> {
    const box = own.locator('fieldset.question').filter({ hasText: question });
    await box.getByText(option, { exact: true }).first().click();
  }

  async function gridVariables(answer: string): Promise<readonly string[]> {
    return codebookOf(await definition())
      .variables.filter(({ categories }) => categories.some(({ label }) => label.nl === answer))
      .map(({ name }) => name);
  }

  it('gives results', async () => {
    const project = new URL(await teamAddress()).pathname.split('/')[2];
    await walker.go(`/team/${project}/results?survey=${survey}`);
    const tabs = await page.locator('main nav a, .tabs a').allTextContents();
    const found = tabs.find((tab) => tab.includes('Delen'));
    if (found) await page.locator('main').getByRole('link', { name: found.trim() }).first().click();
    expect(await page.locator('main').textContent()).toContain('Hoe volg je het liefst een workshop?');
    const figure = page.locator('figure.chart').filter({ hasText: 'Hoe volg je het liefst een workshop?' });
    const rows = await figure
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => row.textContent ?? ''));
    expect(rows.join('|').replaceAll(/\s+/g, ' ')).toMatch(/Ter plaatse ?5 ?8 ?63%/);
  });

  async function teamAddress(): Promise<string> {
    const found = await surveyByCode(app.ctx.db.kysely, survey);
    return `${app.address}/team/${found?.project ?? ''}`;
  }

  it('is kept from here on: a change makes the next version', async () => {
    await walker.go(`${new URL(await teamAddress()).pathname}/edit?survey=${survey}`);
    expect(await page.locator('.editor-state').textContent()).toContain('Versie 1 staat open');
    await maker.open('Delen');
    await maker.fill('Inleiding', 'Over wat je met anderen deelt.');
    expect(await page.locator('.editor-state').textContent()).toContain('je werkt aan versie 2');
    expect((await surveyByCode(app.ctx.db.kysely, survey))?.version).toBe(1);
  });
});

describe('the outline', () => {
  it('is reordered with the keyboard, says the new place and keeps the focus', async () => {
    const before = await codes();
    const [, second] = before;
    const moved = second?.[1] ?? '';
    await page.locator(`#down-question-${moved}`).focus();
    await page.keyboard.press('Enter');
    await page
      .locator('#said')
      .filter({ hasText: `${moved} staat nu op plaats 3 van 3` })
      .waitFor();
    expect((await codes())[1]).toEqual([second?.[0], second?.[2], moved]);
    expect(await page.evaluate('document.activeElement.id')).toBe(`down-question-${moved}`);
    // Over the edge it goes to the next page.
    await page.keyboard.press('Enter');
    await page.locator('#said').filter({ hasText: 'plaats 1 van' }).waitFor();
    expect((await codes())[2]?.[0]).toBe(moved);
    await page.locator('#undo').click();
    await page.locator('#said').filter({ hasText: 'ongedaan' }).waitFor();
    await page.locator('#undo').click();
    await expect.poll(codes).toEqual(before);
  });

  it('is reordered by dragging too', async () => {
    const before = await codes();
    const [, second = []] = before;
    const from = await page.locator(`#question-${second[0]} .outline-link`).boundingBox();
    const to = await page.locator(`#question-${second[1]} .outline-link`).boundingBox();
    if (!from || !to) throw new Error('both are in sight');
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) {
      await page.mouse.move(from.x + 60, from.y + ((to.y + to.height - from.y) * step) / 8);
      await page.waitForTimeout(30);
    }
    await page.mouse.up();
    await expect.poll(async () => (await codes())[1]).toEqual([second[1], second[0], ...second.slice(2)]);
    await page.locator('#undo').click();
    await expect.poll(codes).toEqual(before);
  });
});

it('says on a phone that its outline goes on below, until its end is in sight', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  const more = page.getByText('Meer hieronder');
  await more.waitFor();
  await page.locator('.outline').evaluate((outline) => outline.scrollTo(0, outline.scrollHeight));
  await more.waitFor({ state: 'hidden' });
  await page.locator('.outline').evaluate((outline) => outline.scrollTo(0, 0));
  await more.waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
});

describe('what was typed', () => {
  it('stays when it is wrong, with the message at the field, and nothing of it is saved', async () => {
    const before = await definition();
    await maker.open('Wat stond in de weg?');
    await page.getByLabel('Hoogstens aan te kruisen').fill('veel');
    await page.evaluate('document.activeElement?.blur()');
    await page.locator('#f-max-problem').waitFor();
    expect(await page.getByLabel('Hoogstens aan te kruisen').inputValue()).toBe('veel');
    expect(await page.locator('#saving').textContent()).toBe('nog niet bewaard');
    expect(await definition()).toEqual(before);
    await maker.fill('Hoogstens aan te kruisen', '3');
    expect(await page.locator('#problems').count()).toBe(0);
  });

  it('is saved while typing, without losing the cursor', async () => {
    const field = page.getByLabel('Hulp bij de vraag', { exact: true });
    await field.focus();
    await page.keyboard.type('Denk aan');
    await expect
      .poll(async () => questionsOf(await definition()).some(({ help }) => help?.nl === 'Denk aan'), {
        timeout: 4000,
      })
      .toBe(true);
    await page.keyboard.type(' je eigen werk.');
    expect(await field.inputValue()).toBe('Denk aan je eigen werk.');
    await page.evaluate('document.activeElement?.blur()');
    await maker.settled();
  });
});

it('has no accessibility violation and no sideways scroll', { timeout: 240_000 }, async () => {
  const made = await definition();
  const { pages, scales, lists } = made;
  const [, second] = pages;
  const base = new URL(page.url()).pathname;
  const query = `?survey=${survey}`;
  const places = [
    '',
    `&page=${second?.code}`,
    ...['grid', 'multiple', 'text'].map(
      (type) => `&question=${questionsOf(made).find((question) => question.type === type)?.code}`,
    ),
    `&list=${Object.keys(lists)[0]}`,
    `&scale=${Object.keys(scales)[0]}`,
    `&add=${second?.code}`,
    '&view=check',
  ];
  const home = base.replace(/\/edit$/, '');
  const addresses = [
    ...places.map((place) => `${base}${query}${place}`),
    `${home}/translate${query}&to=en`,
    `${home}/try${query}`,
    `${home}/preview${query}&page=${second?.code}`,
  ];
  const found: string[] = [];
  for (const address of addresses) {
    await walker.go(address);
    for (const fault of await faults(page, [360, 768, 1280])) found.push(`${address}: ${fault}`);
  }
  expect(found).toEqual([]);
  expect(walker.problems).toEqual([]);
});
