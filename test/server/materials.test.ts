// The material of a project and what happens with it: pages to read, and forms of which none overwrites what a colleague saved.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putRecord, recordsOf, saveRecords } from '../../server/db/records.ts';
import { evaluationQuestions } from '../../surveys/records/evaluation.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { wordsOf } from './figures-told.ts';
import { guided as name, startGuidedProject } from './guided-project.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startGuidedProject());
}, 60_000);
afterAll(() => app?.stop());

const root = () => `/team/${name}`;
const records = () => recordsOf(app.ctx.db.kysely, name);
const hidden = (page: string, field: string) =>
  new RegExp(`name="${field}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Opens a form and gives what sends it. */
async function opened(path: string) {
  const { text } = await team.get(`${root()}/${path}`);
  const own = { csrf: hidden(text, 'csrf'), edition: hidden(text, 'edition'), code: hidden(text, 'code') };
  return (fields: Readonly<Record<string, string>>) => team.post(`${root()}/${path}`, { ...own, ...fields });
}

describe('the materials of a project', () => {
  it('NYR-13 are counted on top of their page: those that can be used', async () => {
    const page = wordsOf(await team.get(`${root()}/materials`));
    expect(page).toContain('6 producten zijn klaar om te gebruiken');
    expect(page).toContain('Eén kit mist nog een deel');
  });

  it('NYR-03 a kit shows its agenda, slides, exercise and film link, or says which is missing', async () => {
    const { kit } = await records();
    const [whole, half] = kit;
    const complete = await team.get(`${root()}/materials/kit/${whole?.code}`);
    expect(wordsOf(complete)).toMatch(/Agenda 9\.00 Film kijken/);
    for (const part of ['Dia’s', 'Oefening', 'Film']) expect(wordsOf(complete)).toContain(part);
    expect(complete.text).toMatch(/href="https:[^"]*film" rel="noreferrer"/);
    expect(wordsOf(complete)).not.toContain('Deze kit mist');
    const page = wordsOf(await team.get(`${root()}/materials/kit/${half?.code}`));
    expect(page).toContain('Deze kit mist nog de dia’s, de oefening en de link naar een film.');
  });

  it('NYR-31 each say what type they are, for whom, and which need and recommendation they answer', async () => {
    const page = wordsOf(await team.get(`${root()}/materials`));
    for (const type of [
      'Animatiefilm',
      'Dia’s',
      'Sociale media',
      'Oefening',
      'Gesprekskaarten',
      'Cursus',
      'Kit',
    ])
      expect(page).toContain(`${type} ·`);
    const { material } = await records();
    const film = await team.get(`${root()}/materials/material/${material[0]?.code}`);
    expect(wordsOf(film)).toMatch(/Voor wie Teams die mensen ontvangen Beantwoordt Gastvrij ontvangen/);
    expect(wordsOf(film)).toContain('Volgt uit de aanbeveling Oefen in het eigen team');
  });

  it('NYR-32 show what who tried one out answered, with how many they are', async () => {
    const { material } = await records();
    const tried = material.find(({ trials }) => trials.length > 0);
    const page = wordsOf(await team.get(`${root()}/materials/material/${tried?.code}`));
    expect(page).toMatch(/Hoe was het materiaal\? · 14 antwoorden/);
    expect(page).toContain('Kon je ermee werken?');
    expect(page).toContain('13 antwoorden 1 weet het niet');
    expect(page).toContain('Was het duidelijk wat je ermee moest doen?');
    expect(page).toMatch(/Wat moeten we eraan veranderen\? 7 van de 14 schreven iets op/);
    // Their words are not here: too few read them to release any.
    expect(page).not.toContain('apart blad');
  });

  it('are not there under another kind, another code or for who is not signed in', async () => {
    const { kit } = await records();
    for (const path of [`material/${kit[0]?.code}`, 'kit/none', 'quote/none'])
      expect((await team.get(`${root()}/materials/${path}`)).status).toBe(404);
    for (const path of ['materials', 'dissemination', 'literature', 'evaluation', 'literature/paper.pdf'])
      expect((await app.visitor().get(`${root()}/${path}`)).location).toContain('/team/sign-in');
  });
});

describe('the public page', () => {
  it('NYR-31 lists what is ready and for everybody, with its address, and nothing else of the project', async () => {
    const { text } = await app.visitor().get(`/r/${name}/follow-up`);
    const shown = text.slice(text.indexOf('id="materials"'), text.indexOf('id="changes"'));
    for (const title of [
      'Naar iemand toe stappen',
      'Themadag: van balie naar vloer',
      'Eén blad met afspraken',
    ])
      expect(shown).toContain(title);
    expect(shown).toContain('<a href="https://voorbeeld.example/materiaal/film" rel="noreferrer">');
    // Still being made, or a kit that lacks a part.
    for (const title of ['Werken met vrijwilligers', 'Teamavond', 'Acht berichten', 'antwoordden'])
      expect(shown).not.toContain(title);
    const french = await app.visitor().get(`/r/${name}/follow-up?lang=fr`);
    expect(french.text).toContain('Film d’animation');
  });
});

describe('the forms of materials', () => {
  it('keep a material with its type and address, and only an address of the web', async () => {
    const form = 'materials/edit/material/new';
    const sound = { 'title.nl': 'Quiz <b>', type: 'other', state: 'idea', public: 'on' };
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'bib.example', '//bib.example']) {
      const refused = await (await opened(form))({ ...sound, link });
      expect([link, refused.status]).toEqual([link, 422]);
      expect(refused.text).toContain('id="link-error"');
      expect(refused.text).toContain('Quiz &lt;b&gt;');
    }
    const kept = await (await opened(form))({ ...sound, link: 'https://bib.example/quiz' });
    const made = (await records()).material.at(-1);
    expect([kept.status, kept.location]).toEqual([303, `${root()}/materials#${made?.code}`]);
    expect(made).toMatchObject({ type: 'other', public: true, link: 'https://bib.example/quiz' });
    expect((await team.get(`${root()}/materials`)).text).toContain('Quiz &lt;b&gt;');
  });

  it('say what is missing, and refuse answers of two questions and a quote that was not released', async () => {
    const quote = { needs: ['M1'], text: { nl: 'Dit zei iemand in vertrouwen.' }, source: { nl: 'bib' } };
    await app.ctx.writes.run((db) => putRecord(db, name, 'quote', { code: 'q', ...quote, released: false }));
    const empty = await (await opened('materials/edit/course/new'))({ firstYear: '12', shadowDays: 'x' });
    expect(empty.status).toBe(422);
    for (const field of ['title.nl', 'firstYear', 'shadowDays'])
      expect(empty.text).toContain(`id="${field}-error"`);
    const send = await opened('materials/edit/material/new');
    const sound = { 'title.nl': 'Quiz', type: 'other', state: 'idea' };
    const { text } = await team.get(`${root()}/materials/edit/material/new`);
    const answers = [...text.matchAll(/name="(offeredTo\.[^"]+)"/g)].map(([, field = '']) => field);
    const [first = '', last = ''] = [answers[0], answers.at(-1)];
    const two = await send({ ...sound, [first]: 'on', [last]: 'on' });
    expect([two.status, wordsOf(two).includes('Kies antwoorden op één vraag')]).toEqual([422, true]);
    const told = await send({ ...sound, public: 'on', 'summary.nl': 'Dit zei iemand in vertrouwen.' });
    expect([told.status, wordsOf(told).includes('die niet vrijgegeven is')]).toEqual([422, true]);
  });

  it('change a kit, and refuse a form that is older than what a colleague saved', async () => {
    const [, half] = (await records()).kit;
    const path = `materials/edit/kit/${half?.code}`;
    const [mine, theirs] = [await opened(path), await opened(path)];
    const fields = { 'title.nl': 'Teamavond', state: 'making', 'film.M-film': 'on' };
    expect((await theirs(fields)).status).toBe(303);
    const kept = (await records()).kit.find(({ code }) => code === half?.code);
    expect(kept).toMatchObject({ title: { nl: 'Teamavond' }, film: ['M-film'], slides: [] });
    const refused = await mine({ ...fields, 'title.nl': 'Onze avond' });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toMatch(/Teamavond Onze avond/);
    expect((await records()).kit.find(({ code }) => code === half?.code)).toEqual(kept);
  });
});

describe('passing on', () => {
  it('NYR-04 knows what was gathered from what was passed on to municipalities', async () => {
    const page = wordsOf(await team.get(`${root()}/dissemination`));
    expect(page).toMatch(/Kennis bijeengebracht .* Werkstuk met wat er over de nieuwe rollen/);
    expect(page).toMatch(/Doorgegeven aan gemeenten en bibs .* Al het materiaal om op te halen/);
  });

  it('NYR-14 and NYR-33 log by which channel, when and for whom, with the material it was about', async () => {
    const page = wordsOf(await team.get(`${root()}/dissemination`));
    expect(page).toContain('4 keer doorgegeven, langs 4 wegen');
    expect(page).toMatch(/14 februari 2025 Artikel over drie rollen .* Vakblad Bibliotheekhoofden/);
    const send = await opened('dissemination/log/new');
    const refused = await send({ 'what.nl': 'Praatje' });
    for (const field of ['stage', 'channel', 'date.day', 'audience.nl'])
      expect(refused.text).toContain(
        `href="#${field === 'stage' || field === 'channel' ? `${field}-` : field}`,
      );
    const logged = {
      stage: 'passedOn',
      channel: 'meeting',
      'what.nl': 'Praatje',
      'date.day': '2025-04-01',
      'audience.nl': 'bestuurders',
      'products.kit:M-themadag': 'on',
    };
    expect((await send(logged)).status).toBe(303);
    expect((await records()).dissemination.at(-1)).toMatchObject({
      channel: 'meeting',
      products: [{ kind: 'kit', code: 'M-themadag' }],
    });
    const kit = wordsOf(await team.get(`${root()}/materials/kit/M-themadag`));
    expect(kit).toMatch(/1 april 2025 Praatje .* Bijeenkomst bestuurders/);
  });

  it('NYR-30 keeps what a training institute said and what was done with it, or that nothing was', async () => {
    const page = wordsOf(await team.get(`${root()}/dissemination`));
    expect(page).toContain('2 blikken van buiten, 1 nog te verwerken');
    expect(page).toMatch(/Hogeschool .* 23 januari 2025 · Tien minuten aan je eigen ingang/);
    expect(page).toContain('Wat ermee gebeurde: Op het blad staat nu een tweede vorm');
    const send = await opened('dissemination/reviews/R2');
    const answered = await send({
      'organisation.nl': 'Opleidingscentrum',
      'date.day': '2025-01-23',
      'feedback.nl': 'Te kort.',
      'done.nl': 'Het werven staat apart.',
    });
    expect(answered.status).toBe(303);
    expect(wordsOf(await team.get(`${root()}/dissemination`))).toContain('2 blikken van buiten Op');
  });
});

describe('looking back', () => {
  const sound = { 'date.day': '2025-03-20', 'signedBy.nl': 'secretaris' };
  const words = Object.fromEntries(evaluationQuestions.map((each) => [`${each}.nl`, `Over ${each}.`]));

  it('NYR-33 says who is missing until every party has answered every question', async () => {
    const party = [
      { code: 'werk', name: { nl: 'Werkgevers' } },
      { code: 'bond', name: { nl: 'Bond' } },
    ];
    const before = await records();
    await app.ctx.writes.run((db) => saveRecords(db, name, { ...before, party, evaluation: [] }));
    expect(wordsOf(await team.get(`${root()}/evaluation`))).toMatch(
      /Werkgevers en Bond moeten nog antwoorden/,
    );
    const answer = async (fields: Readonly<Record<string, string>>) =>
      (await opened('evaluation/parties/new'))({ ...sound, ...fields });
    expect((await answer({ ...words, 'party.werk': 'on' })).status).toBe(303);
    expect((await answer({ 'reached.nl': 'Ja.', 'party.bond': 'on' })).status).toBe(303);
    const partly = wordsOf(await team.get(`${root()}/evaluation`));
    expect(partly).toContain('Bond moet nog antwoorden');
    expect(partly).toMatch(/Bond secretaris · 20 maart 2025 Nog 3 vragen open/);
    const bond = (await records()).evaluation.find(({ party }) => party.includes('bond'));
    await (await opened(`evaluation/parties/${bond?.code}`))({ ...sound, ...words, 'party.bond': 'on' });
    const whole = wordsOf(await team.get(`${root()}/evaluation`));
    expect(whole).toContain('partijen keken terug');
    expect(whole).toMatch(/Werkgevers Over together\. Bond Over together\./);
  });

  it('NYR-33 lets a party answer once, and for itself alone', async () => {
    const send = await opened('evaluation/parties/new');
    const both = await send({ ...sound, 'party.werk': 'on', 'party.bond': 'on' });
    expect([both.status, wordsOf(both).includes('Kies één partij')]).toEqual([422, true]);
    const again = await send({ ...sound, 'party.werk': 'on' });
    expect([again.status, wordsOf(again).includes('Deze partij antwoordde al')]).toEqual([422, true]);
    expect(wordsOf(await send({}))).toContain('Vink minstens één vakje aan');
  });
});
