// What actions take, and studies with what they measured: written by the team on forms, added up, flagged where missing,
// and told outside the team only where it says so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { publishReport } from '../../server/operations/publish-report.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { wordsOf } from './figures-told.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

const records = () => recordsOf(app.ctx.db.kysely, 'ooo');
const hidden = (page: string, field: string) =>
  new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Opens a form and gives what sends it. */
async function opened(path: string) {
  const { text } = await team.get(path);
  const own = { csrf: hidden(text, 'csrf'), edition: hidden(text, 'edition'), code: hidden(text, 'code') };
  return (fields: Readonly<Record<string, string>>) => team.post(path, { ...own, ...fields });
}
const filled = {
  'title.nl': 'Lesmateriaal maken',
  'needs.N4': 'on',
  kind: 'public',
  'owner.nl': 'Dienst Opleiding',
};

describe('actions with what they take', () => {
  it('LIB-20 are added with means and people; one without is flagged on the page of checks', async () => {
    const send = await opened('/team/ooo/actions/new');
    expect((await send({ ...filled, 'owner.nl': '' })).status).toBe(422);
    expect((await send(filled)).status).toBe(303);
    const added = (await records()).action.at(-1);
    expect(added).toMatchObject({ title: { nl: 'Lesmateriaal maken' }, needs: ['N4'], state: 'idea' });
    const code = added?.code ?? '';
    const flagged = async () =>
      (await analyseProject(app.ctx, 'ooo', { reader: 'team' })).orphans.actionsWithoutMeans;
    expect(await flagged()).toContain(code);
    expect(wordsOf(await team.get('/team/ooo/records'))).toContain(
      'Lesmateriaal maken actie zonder middelen',
    );
    expect(wordsOf(await team.get('/team/ooo/report/blocks'))).toContain('actie zonder middelen');
    const again = await opened(`/team/ooo/actions/${code}`);
    const means = { 'means.nl': 'Een vormgever', 'people.nl': 'een halve dag per week' };
    expect((await again({ ...filled, ...means, 'owner.nl': 'Dienst Platform' })).status).toBe(303);
    expect(await flagged()).not.toContain(code);
    // Followers are told of the new owner, as where the state is kept.
    expect((await records()).action.at(-1)?.history).toMatchObject([{ was: null, also: ['owner'] }]);
  });

  it('LIB-24 have costs by year in whole euro that add up, with how many have no amount', async () => {
    const code = (await records()).action.at(-1)?.code ?? '';
    const send = await opened(`/team/ooo/actions/${code}`);
    const costs = { 'costs.1.year': '2031', 'costs.1.amount': '1200', 'costs.2.year': '2032' };
    const half = await send({ ...filled, ...costs });
    expect(half.status).toBe(422);
    expect(wordsOf(half)).toContain('Hier hoort een geheel getal van 0 tot 999.999.999');
    expect((await send({ ...filled, ...costs, 'costs.2.amount': '300' })).status).toBe(303);
    const page = wordsOf(await team.get('/team/ooo/actions'));
    expect(page).toMatch(/2031 €\s?1\.200 1 van de 11/);
    expect(page).toMatch(/2024 €\s?27\.000 4 van de 11/);
    expect(page).toContain('6 acties hebben geen bedrag: wat die kost, is niet bekend. Dat is niet nul.');
  });

  it('LIB-20 tell their means in report and follow-up where the team says so, and nowhere else', async () => {
    const code = (await records()).action.at(-1)?.code ?? '';
    const send = await opened(`/team/ooo/actions/${code}`);
    await send({ ...filled, 'means.nl': 'Geheim budget', 'costs.1.year': '2031', 'costs.1.amount': '777' });
    await publishReport(app.ctx, 'ooo');
    const hiddenPages = [await app.visitor().get('/r/ooo'), await app.visitor().get('/r/ooo/follow-up')];
    for (const page of hiddenPages) {
      expect(wordsOf(page)).not.toContain('Geheim budget');
      expect(wordsOf(page)).not.toContain('777');
      expect(wordsOf(page)).toContain('Middelen: Lesgevers, en zalen in vijf streken');
      expect(wordsOf(page)).toMatch(/2024 €\s?26\.600 3 van de 6/);
    }
    const tell = await opened(`/team/ooo/actions/${code}`);
    await tell({ ...filled, 'means.nl': 'Geheim budget', tellMeans: 'on' });
    expect(wordsOf(await app.visitor().get('/r/ooo/follow-up'))).toContain('Middelen: Geheim budget');
    // A published report stays what it was.
    expect(wordsOf(await app.visitor().get('/r/ooo'))).not.toContain('Geheim budget');
  });
});

describe('studies', () => {
  it('OOO-58 are added with visits and searches without a hit, and cited as evidence of a need', async () => {
    const before = (await analyseProject(app.ctx, 'ooo', { reader: 'team' })).needs;
    const send = await opened('/team/ooo/studies/new');
    const study = {
      'title.nl': 'Onderzoek van de hulppagina’s',
      kind: 'document',
      'date.day': '2025-03-01',
      'metrics.1.label.nl': 'bezoeken',
      'metrics.1.count': '5230',
      'metrics.2.label.nl': 'zoekopdrachten zonder resultaat',
      'metrics.2.count': '88',
      'metrics.2.base': '412',
      'supports.N2': 'on',
    };
    const wrong = await send({ ...study, address: 'javascript:alert(1)' });
    expect(wrong.status).toBe(422);
    expect((await send(study)).status).toBe(303);
    const page = wordsOf(await team.get('/team/ooo/studies'));
    expect(page).toContain('bezoeken 5.230');
    expect(page).toContain('zoekopdrachten zonder resultaat 88 van de 412');
    expect(wordsOf(await team.get('/team/ooo/needs/N2'))).toContain('Onderzoek van de hulppagina’s');
    const after = (await analyseProject(app.ctx, 'ooo', { reader: 'team' })).needs;
    const cited = (needs: typeof after) =>
      needs.find(({ code }) => code === 'N2')?.evidence.find(({ kind }) => kind === 'document')?.count;
    expect([cited(before), cited(after)]).toEqual([0, 1]);
  });

  it('OOO-58 keep the needs of their figures when a colleague changes the words', async () => {
    const path = '/team/ooo/studies/platform-2023';
    const [study] = (await records()).study;
    const send = await opened(path);
    const metrics = (study?.metrics ?? []).map(({ label, count, base }, index) => ({
      [`metrics.${index + 1}.label.nl`]: `${label.nl}!`,
      [`metrics.${index + 1}.count`]: String(count),
      [`metrics.${index + 1}.base`]: String(base),
    }));
    const sent = await send({
      'title.nl': 'Vooronderzoek',
      kind: 'platform_study',
      'date.day': '2023-09-30',
      ...Object.assign({}, ...metrics),
    });
    expect(sent.status).toBe(303);
    const needs = (await records()).study[0]?.metrics.map((metric) => metric.needs);
    expect(needs).toEqual(study?.metrics.map((metric) => metric.needs));
  });
});
