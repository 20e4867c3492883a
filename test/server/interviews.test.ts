// Short interviews of a project with libraries: each need said outright, what is missing, solutions, and excerpts as evidence.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { carriedBy } from './carried.ts';
import { wordsOf } from './figures-told.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
}, 60_000);
afterAll(() => app?.stop());

const root = '/team/ooo/guide';
const interviews = async () => (await recordsOf(app.ctx.db.kysely, 'ooo')).interview;
const sound = {
  day: '2024-03-01',
  participant: 'kleine bib, Antwerpen',
  mode: 'telephone',
  participants: 'medewerker',
  people: '1',
  selection: 'Nog niemand uit deze streek.',
  consentNotes: '1',
};
async function send(fields: Readonly<Record<string, string>>, path = `${root}/talks/new`) {
  return team.post(path, { ...(await carriedBy(team, path)), ...fields });
}

describe('the demonstration', () => {
  it('OOO-45 has a guide of fifteen minutes and six interviews', async () => {
    const page = wordsOf(await team.get(root));
    expect(page).toContain('15 minuten ter plaatse');
    expect(page).toContain('15 minuten aan de telefoon');
    expect(page).toContain('6 gesprekken, 5 tot 7 bedoeld');
    // This guide is for no workshop.
    expect((await team.get(root)).text).not.toContain('/team/ooo/workshops"');
  });

  it('OOO-47 tells per need what interviews say of each solution, on its page, in the records and in the report', async () => {
    const told = '“Een vast beluur in de week”: 2 werkt, 0 mits, 1 niet in interviews.';
    expect(wordsOf(await team.get('/team/ooo/needs/N2'))).toContain(told);
    expect(wordsOf(await team.get('/team/ooo/records'))).toContain(told);
    expect(wordsOf(await app.visitor().get('/r/ooo'))).toContain(told);
  });

  it('OOO-48 shows what was said in interviews as evidence of its need', async () => {
    for (const { excerpts } of await interviews()) {
      for (const { need, text } of excerpts) {
        expect(wordsOf(await team.get(`/team/ooo/needs/${need}`))).toContain(text.nl);
      }
    }
  });
});

describe('the form of an interview', () => {
  it('OOO-46 takes per need what was said outright, before what an excerpt says', async () => {
    const kept = await send({
      ...sound,
      'recognised.N1': 'recognised',
      'recognised.N2': 'notRecognised',
      'recognised.N3': 'notAsked',
      'recognised.N4': 'notAsked',
      'excerpt.1.text': 'Bellen doen we nooit.',
      'excerpt.1.need': 'N2',
      'excerpt.1.direction': 'supports',
      'excerpt.2.text': 'Dat speelt hier niet.',
      'excerpt.2.need': 'N3',
      'excerpt.2.direction': 'contradicts',
    });
    expect(kept.status).toBe(303);
    const talk = (await interviews()).at(-1);
    expect(talk?.needs).toEqual({ N1: 'recognised', N2: 'notRecognised', N3: 'notRecognised' });
    const path = `${root}/talks/${talk?.code}`;
    const form = (await team.get(path)).text;
    expect(form).toMatch(/name="recognised\.N2" value="notRecognised" checked/);
    expect(form).toMatch(/name="recognised\.N4" value="notAsked" checked/);
    expect(wordsOf(await team.get('/team/ooo/records'))).toContain('7 van de 7 herkennen ze');
    // An excerpt that now says otherwise counts where the row was left as it was.
    const rows = { 'recognised.N1': 'recognised', 'recognised.N3': 'notRecognised' };
    const turned = {
      'excerpt.1.text': 'Toch wel.',
      'excerpt.1.need': 'N3',
      'excerpt.1.direction': 'supports',
    };
    expect((await send({ ...sound, ...rows, ...turned }, path)).status).toBe(303);
    expect((await interviews()).at(-1)?.needs).toMatchObject({ N1: 'recognised', N3: 'recognised' });
  });

  it('OOO-46 proposes a missing need: named in the records, with a link that fills in its words', async () => {
    await send({ ...sound, missing: 'Hulp bij "oude" toestellen & kabels' });
    const talk = (await interviews()).at(-1);
    expect(talk?.talk?.missing).toEqual({ nl: 'Hulp bij "oude" toestellen & kabels' });
    const records = await team.get('/team/ooo/records');
    expect(wordsOf(records)).toContain('Ontbreekt volgens kleine bib, Antwerpen');
    const link = /href="(\/team\/ooo\/needs\/edit\?[^"]+)"/.exec(records.text)?.[1] ?? '';
    const editor = await team.get(link.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
    expect(editor.text).toContain('Hulp bij &quot;oude&quot; toestellen &amp; kabels');
    expect((await team.get(`${root}/talks/${talk?.code}`)).text).toContain('/team/ooo/needs/edit?');
  });

  it('OOO-47 keeps solutions with what they work on, and says at the field what one lacks', async () => {
    const before = await interviews();
    const refused = await send({
      ...sound,
      'solution.1.text': 'Een <b>belboom</b>',
      'solution.2.note': 'mits tijd',
    });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain('Kies voor welke nood.');
    expect(wordsOf(refused)).toContain('Kies of ze werkt.');
    expect(wordsOf(refused)).toContain('Zeg welke oplossing.');
    expect(refused.text).toContain('Een &lt;b&gt;belboom&lt;/b&gt;');
    expect(await interviews()).toEqual(before);
    const solution = {
      'solution.1.text': 'een vast beluur in de week',
      'solution.1.need': 'N2',
      'solution.1.works': 'if',
      'solution.1.note': 'mits na de middag',
    };
    expect((await send({ ...sound, ...solution })).status).toBe(303);
    expect((await interviews()).at(-1)?.solutions).toMatchObject([
      { need: 'N2', works: 'if', note: { nl: 'mits na de middag' } },
    ]);
    expect(wordsOf(await team.get('/team/ooo/needs/N2'))).toContain('2 werkt, 1 mits, 1 niet');
  });
});
