// The plan of a project: who asked for it, written on forms of which none overwrites what a colleague saved.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { wordsOf } from './figures-told.ts';
import { guided as name, startGuidedProject } from './guided-project.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startGuidedProject());
}, 60_000);
afterAll(() => app?.stop());

const root = () => `/team/${name}/plan`;
const parties = async () => (await recordsOf(app.ctx.db.kysely, name)).party;
const hidden = (page: string, field: string) =>
  new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Opens a form and gives what sends it. */
async function opened(path: string) {
  const { text } = await team.get(path);
  const own = { csrf: hidden(text, 'csrf'), edition: hidden(text, 'edition'), code: hidden(text, 'code') };
  return (fields: Readonly<Record<string, string>>) => team.post(path, { ...own, ...fields });
}

describe('the page of a plan', () => {
  it('says in one sentence where the project stands, and what was held other than planned', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toContain('Alle 4 fasen zijn voorbij. 3 van de 3 succescriteria zijn aangetoond.');
    expect(page).toContain('Anders dan gepland: fase 3, werkvergaderingen: 1 gehouden, 2 tot 3 gepland.');
    expect(page).toContain(
      'In opdracht van Vereniging van gemeentelijke werkgevers en Vakbond van gemeentelijk personeel.',
    );
  });

  it('NYR-15 and NYR-20 holds what was held against what each phase planned, in words', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toContain('Werkvergaderingen 3 van 3 gehouden volgens plan');
    expect(page).toContain('Gesprekken 3 gehouden, 3 tot 4 gepland volgens plan');
    expect(page).toContain('Werkvergaderingen 1 gehouden, 2 tot 3 gepland 1 te weinig');
  });

  it('NYR-16 shows when the first phase begins and ends', async () => {
    expect(wordsOf(await team.get(root()))).toContain(
      'Weten wat er al bekend is Voorbij · Q2 2024 tot Q3 2024',
    );
  });

  it('NYR-35 keeps one to two workshops as a range, with the note that the text says two elsewhere', async () => {
    expect(wordsOf(await team.get(root()))).toMatch(
      /Workshops 2 gehouden, 1 tot 2 gepland De ene plaats .* een andere noemt er twee\. volgens plan/,
    );
  });

  it('NYR-12, NYR-13 and NYR-14 shows each criterion with what shows it: what was written, made and passed on', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toMatch(
      /werken met vrijwilligers\. Aangetoond Nieuwe rollen in de bib vragenlijst Werkdag 1/,
    );
    expect(page).toMatch(/om hun mensen te laten groeien\. Aangetoond Naar iemand toe stappen materiaal/);
    expect(page).toMatch(/netwerken van de opdrachtgevers\. Aangetoond .+ verspreiding/);
  });

  it('NYR-12 takes a criterion back when what showed it is gone', async () => {
    const path = `${root()}/criteria/beschreven`;
    const { text } = await team.get(path);
    expect(text).toMatch(/name="artefacts\.workshop:bord-1" value="on" checked/);
    const send = await opened(path);
    await send({ 'text.nl': 'Beschreven' });
    expect(wordsOf(await team.get(root()))).toMatch(/Beschreven Nog niet aangetoond/);
    await (await opened(path))({ 'text.nl': 'Beschreven', 'artefacts.workshop:bord-1': 'on' });
    expect(wordsOf(await team.get(root()))).toMatch(/Beschreven Aangetoond Werkdag 1/);
  });

  it('NYR-34 names leads, staff and steering group, and marks a follow-up group with three organisations as to consider', async () => {
    const page = wordsOf(await team.get(root()));
    expect(page).toMatch(/Projectleiding leidt het project .* Projectmedewerkers werkt aan het project/);
    expect(page).toContain('Stuurgroep stuurt: de stuurgroep');
    expect(page).toMatch(
      /Opvolggroep te overwegen volgt: de opvolggroep Vakbond .* Vereniging van bibliotheekdirecteurs Beroepsvereniging/,
    );
  });

  it('OOO-01 shows strands with their needs and actions, and what stands in none', async () => {
    await (await opened(`${root()}/strands/new`))({
      'name.nl': 'Opleiding',
      'needs.M': 'on',
      'actions.ACT-1': 'on',
    });
    const page = wordsOf(await team.get(root()));
    expect(page).toMatch(/Opleiding Noden .+ Acties Gesprekskaarten voor het teamoverleg/);
    expect(page).toMatch(/Nog in geen spoor: .*Voorbeeldafspraken over vrijwilligers/);
  });

  it('OOO-12 says of a phase that there is no team and the services do it themselves', async () => {
    const send = await opened(`${root()}/phases/new`);
    const phase = { 'title.nl': 'Uitvoeren', 'date.day': '2025-04-01', 'until.day': '2025-12-31' };
    const refused = await send({ ...phase, 'until.day': '2025-03-01', carriedBy: 'services' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="until.day-error"');
    expect((await send({ ...phase, carriedBy: 'services' })).status).toBe(303);
    expect(wordsOf(await team.get(root()))).toMatch(
      /Uitvoeren .* Geen projectteam: de diensten voeren het zelf uit/,
    );
  });

  it('is linked from every page of the project, and speaks English', async () => {
    expect((await team.get(`/team/${name}/records`)).text).toContain(`href="/team/${name}/plan"`);
    expect(wordsOf(await team.get(`${root()}?lang=en`))).toContain('3 of 3 held as planned');
    await team.get(`${root()}?lang=nl`);
  });

  it('of a project without one says what will be there', async () => {
    await team.get('/team/new');
    const csrf = hidden((await team.get('/team/new')).text, 'csrf');
    const made = await team.post('/team/new', {
      csrf,
      'title-nl': 'Leeg',
      code: 'leeg',
      start: 'empty',
      'language-nl': '1',
    });
    expect(made.status).toBe(303);
    const page = wordsOf(await team.get('/team/leeg/plan'));
    expect(page).toContain('Dit project heeft nog geen plan');
    expect(page).toContain('Nog geen opdrachtgever');
  });
});

describe('the parties of a project', () => {
  it('NYR-01 are kept with name, role and sector, each on the plan', async () => {
    const before = (await parties()).length;
    const send = await opened(`${root()}/parties/new`);
    const sent = await send({
      'name.nl': 'Vereniging van werkgevers',
      'name.en': 'Employers',
      'role.nl': 'werkgevers',
      'sector.nl': 'lokaal bestuur',
    });
    expect(sent.status).toBe(303);
    const all = await parties();
    expect(all).toHaveLength(before + 1);
    expect(all.at(-1)).toMatchObject({
      name: { nl: 'Vereniging van werkgevers', en: 'Employers' },
      role: { nl: 'werkgevers' },
      sector: { nl: 'lokaal bestuur' },
    });
    expect(wordsOf(await team.get(root()))).toContain(
      'Vereniging van werkgevers werkgevers · lokaal bestuur',
    );
  });

  it('sent twice are kept once', async () => {
    const send = await opened(`${root()}/parties/new`);
    await send({ 'name.nl': 'Vakbond' });
    const twice = await send({ 'name.nl': 'Vakbond' });
    expect(twice.status).toBe(409);
    expect((await parties()).filter(({ name: called }) => called.nl === 'Vakbond')).toHaveLength(1);
  });

  it('say at the field what is wrong and give back what was typed', async () => {
    const before = await parties();
    const send = await opened(`${root()}/parties/new`);
    const refused = await send({ 'role.nl': 'een <b>rol</b>', 'sector.nl': 'x'.repeat(121) });
    expect(refused.status).toBe(422);
    for (const field of ['name.nl', 'sector.nl']) {
      expect(refused.text).toContain(`href="#${field}"`);
      expect(refused.text).toContain(`id="${field}-error"`);
    }
    expect(refused.text).toContain('een &lt;b&gt;rol&lt;/b&gt;');
    expect(await parties()).toEqual(before);
  });

  it('refuse a form that is older than what a colleague saved, and show both texts', async () => {
    const [first] = await parties();
    const path = `${root()}/parties/${first?.code}`;
    const mine = await opened(path);
    const theirs = await opened(path);
    expect((await theirs({ 'name.nl': 'Hun naam' })).status).toBe(303);
    const refused = await mine({ 'name.nl': 'Mijn naam' });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toMatch(/Naam, Nederlands Hun naam Mijn naam/);
    expect((await parties())[0]?.name.nl).toBe('Hun naam');
    const again = await team.post(path, {
      csrf: hidden(refused.text, 'csrf'),
      edition: hidden(refused.text, 'edition'),
      'name.nl': 'Mijn naam',
    });
    expect(again.status).toBe(303);
    expect((await parties())[0]?.name.nl).toBe('Mijn naam');
  });

  it('move among each other and are taken out after one question', async () => {
    const [first, second] = await parties();
    const { text } = await team.get(`${root()}/parties/${second?.code}`);
    const csrf = hidden(text, 'csrf');
    await team.post(`${root()}/parties/${second?.code}/move`, { csrf, to: 'up' });
    expect((await parties()).slice(0, 2).map(({ code }) => code)).toEqual([second?.code, first?.code]);
    expect(text).toContain('<details class="record-remove">');
    await team.post(`${root()}/parties/${second?.code}/remove`, { csrf });
    expect((await parties()).map(({ code }) => code)).not.toContain(second?.code);
  });

  it('taken out by a colleague meanwhile, come back with what was typed', async () => {
    const [first] = await parties();
    const path = `${root()}/parties/${first?.code}`;
    const mine = await opened(path);
    await team.post(`${path}/remove`, { csrf: hidden((await team.get(path)).text, 'csrf') });
    const refused = await mine({ 'name.nl': 'Toch nodig' });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain('Een collega wiste dit intussen');
    const put = await team.post(`${root()}/parties/new`, {
      csrf: hidden(refused.text, 'csrf'),
      edition: hidden(refused.text, 'edition'),
      code: hidden(refused.text, 'code'),
      'name.nl': 'Toch nodig',
    });
    expect(put.status).toBe(303);
    expect((await parties()).at(-1)).toMatchObject({ code: first?.code, name: { nl: 'Toch nodig' } });
  });

  it('are for who is signed in', async () => {
    for (const path of ['', '/parties/new']) {
      expect((await app.visitor().get(`${root()}${path}`)).location).toContain('/team/sign-in');
    }
  });
});
