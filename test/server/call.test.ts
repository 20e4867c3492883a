// The call for a sounding board: a public page and form without scripts, the team's answer, taking a sign-up back, and
// personal data that go when their day is over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceRegister } from '../../server/db/libraries.ts';
import { callOf } from '../../server/db/panel-calls.ts';
import { logOf } from '../../server/db/panel-log.ts';
import { membersOf } from '../../server/db/panels.ts';
import { insertSignUp, mostSignUps, signUpsOf } from '../../server/db/sign-ups.ts';
import { purgeSignUps } from '../../server/operations/purge-drafts.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

let server: PanelServer;
let team: TeamMember;
beforeAll(async () => {
  server = await startPanelServer();
  team = await signedIn(server);
  const library = { code: 'b1', name: 'Bib Bree', province: 'Limburg', sizeClass: '1-3' };
  await replaceRegister(db(), 'klein', [library], '2024-01-01');
});
afterAll(() => server?.close());

const db = () => server.ctx.db.kysely;
const calling = {
  words: 'Kom <mee> denken.\n\nDrie keer.',
  effort: 'zes uur',
  closesOn: '2024-03-20',
  keepDays: '30',
};
const person = {
  name: 'Proefpersoon',
  email: 'proef@bib.example',
  library: 'b1',
  otherLibrary: '',
  role: 'medewerker',
  'motive.nose': '1',
  interest: 'ik geef zelf les',
  agreed: '1',
};

const read = async (path: string) => {
  const answer = await fetch(server.base + path, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
};
async function send(path: string, fields: Readonly<Record<string, string>>) {
  const answer = await fetch(server.base + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}
const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the call', () => {
  test('is not there before the team opens it, and asks for its words', async () => {
    expect((await read('/call/klein')).status).toBe(404);
    expect((await read('/call/nergens')).status).toBe(404);
    const wrong = await team.post('/team/klein/panel/call', {
      ...calling,
      words: '',
      closesOn: '2024-02-01',
      keepDays: '0',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('De laatste dag is voorbij');
    expect(wrong.text).toContain('van 1 tot 365');
    expect(await callOf(db(), 'klein')).toBeNull();
  });

  test('tells what, how much time, when, and what becomes of the data', async () => {
    expect((await team.post('/team/klein/panel/call', calling)).status).toBe(303);
    await team.post('/team/klein/panel/meetings', {
      title: 'Eerste keer',
      day: '2024-04-02',
      about: 'begin april',
      mode: 'online',
      where: 'https://overleg.example/geheim',
      agenda: 'Kennismaken\nKaarten',
    });
    const { status, text } = await read('/call/klein');
    expect(status).toBe(200);
    expect(text).toContain('Kom &lt;mee&gt; denken.');
    expect(text).toContain('zes uur');
    expect(text).toContain('begin april · online');
    expect(text).not.toContain('overleg.example');
    expect(text).toContain('<optgroup label="Limburg"><option value="b1">Bib Bree</option>');
    // Thirty days after the twentieth of March.
    expect(text).toContain('19 april 2024');
    expect((await read('/')).text).toContain('href="/call/klein"');
    const privacy = (await read('/privacy')).text;
    expect(privacy).toContain('Aanmelden voor een klankbordgroep');
    expect(privacy).toContain('365 dagen na de laatste dag');
    expect(privacy).toMatch(/href="\/call\/klein"[^\n]*gewist op 19 april 2024/);
    expect((await logOf(db(), 'klein')).at(-1)).toMatchObject({ act: 'callOpened' });
  });
});

describe('signing up', () => {
  test('says beside the field what is wrong and gives everything back', async () => {
    const wrong = await send('/call/klein', { name: 'A <b>', email: 'geen', library: 'nergens', agreed: '' });
    expect(wrong.status).toBe(422);
    for (const words of ['Dit is geen e-mailadres', 'Kies je bib', 'Geef je functie', 'minstens één reden']) {
      expect(wrong.text).toContain(words);
    }
    expect(wrong.text).toContain('value="A &lt;b&gt;"');
    expect(wrong.text).toContain('id="email-error"');
    expect(await signUpsOf(db(), 'klein')).toEqual([]);
    expect((await send('/call/klein', { ...person, name: 'x'.repeat(121) })).status).toBe(422);
  });

  test('twice is once, and gives an address where all of it can be read', async () => {
    const key = keyIn((await read('/call/klein')).text);
    const first = await send('/call/klein', { ...person, key });
    const again = await send('/call/klein', { ...person, key });
    expect([first.status, first.to]).toEqual([303, again.to]);
    expect(await signUpsOf(db(), 'klein')).toHaveLength(1);
    const { text } = await read(first.to);
    for (const words of [
      'Proefpersoon',
      'proef@bib.example',
      'Bib Bree',
      'ik geef zelf les',
      '19 april 2024',
    ]) {
      expect(text).toContain(words);
    }
    expect(JSON.stringify(await signUpsOf(db(), 'klein'))).not.toContain(key);
    expect((await read(`/call/klein/sign-up/${'x'.repeat(32)}`)).status).toBe(404);
  });

  test('can be taken back by whoever has the address, and then nothing of it is left', async () => {
    const key = keyIn((await read('/call/klein')).text);
    const { to } = await send('/call/klein', {
      ...person,
      key,
      name: 'Tweede Mens',
      library: '',
      otherLibrary: 'Elders',
    });
    expect(await signUpsOf(db(), 'klein')).toHaveLength(2);
    expect((await send(`${to}/withdraw`, {})).to).toBe('/call/klein/withdrawn');
    expect((await read(to)).status).toBe(404);
    expect((await signUpsOf(db(), 'klein')).map(({ name }) => name)).toEqual(['Proefpersoon']);
  });

  test('from another site is refused', async () => {
    const answer = await fetch(`${server.base}/call/klein`, {
      method: 'POST',
      body: new URLSearchParams(person),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('the team', () => {
  test('reads who signed up and makes a member with a link that is shown once', async () => {
    const page = await team.get('/team/klein/panel/call');
    expect(page.text).toContain('Eén aanmelding wacht op antwoord');
    expect(page.text).toContain('Ik heb een neus voor opleiding');
    const [signUp] = await signUpsOf(db(), 'klein');
    const accepted = await team.post(`/team/klein/panel/call/${signUp?.id}/accept`);
    const link = /value="(http[^"]*\/p\/[\w-]{32})"/.exec(accepted.text)?.[1] ?? '';
    expect((await fetch(link)).status).toBe(200);
    expect((await team.get('/team/klein/panel/call')).text).not.toContain('/p/');
    const members = await membersOf(db(), 'klein');
    expect(members.find(({ name }) => name === 'Proefpersoon')).toMatchObject({
      library: 'Bib Bree',
      role: 'medewerker',
      interest: 'ik geef zelf les',
      namePublic: false,
    });
    // A second press makes no second member.
    await team.post(`/team/klein/panel/call/${signUp?.id}/accept`);
    expect(await membersOf(db(), 'klein')).toHaveLength(4);
    expect(JSON.stringify(await logOf(db(), 'klein'))).not.toContain('Proefpersoon');
  });

  test('declines, and erases', async () => {
    const { to } = await send('/call/klein', {
      ...person,
      key: keyIn((await read('/call/klein')).text),
      name: 'Derde',
    });
    const third = (await signUpsOf(db(), 'klein')).find(({ name }) => name === 'Derde');
    await team.post(`/team/klein/panel/call/${third?.id}/decline`);
    expect((await read(to)).text).toContain('deze keer geen plaats');
    await team.post(`/team/klein/panel/call/${third?.id}/erase`);
    expect((await read(to)).status).toBe(404);
    expect((await team.post(`/team/klein/panel/call/${third?.id}/accept`)).status).toBe(404);
  });

  test('keeps the meetings, which members see with agenda and place', async () => {
    const html = await (await fetch(`${server.ballot('m1')}/meetings`)).text();
    expect(html).toContain('<a href="https://overleg.example/geheim">');
    expect(html).toContain('<li>Kaarten</li>');
    expect(
      (await team.post('/team/klein/panel/meetings', { title: '', day: 'ooit', mode: 'soms' })).status,
    ).toBe(422);
    const code = /panel\/meetings\/([^/]+)\/remove/.exec(
      (await team.get('/team/klein/panel/meetings')).text,
    )?.[1];
    expect((await team.post(`/team/klein/panel/meetings/${code}/remove`)).status).toBe(303);
    expect(await (await fetch(`${server.ballot('m1')}/meetings`)).text()).not.toContain('Kaarten</li>');
  });

  test('closes the call: nobody signs up any more, and who did can still take it back', async () => {
    await team.post('/team/klein/panel/call/close');
    expect((await read('/call/klein')).text).toContain('De oproep is gesloten');
    const before = (await signUpsOf(db(), 'klein')).length;
    await send('/call/klein', person);
    expect(await signUpsOf(db(), 'klein')).toHaveLength(before);
    expect((await read('/')).text).not.toContain('href="/call/klein"');
  });
});

describe('what is kept', () => {
  test('goes when its day is over, and not before', async () => {
    const on = (day: string) =>
      purgeSignUps({ writes: server.ctx.writes, now: () => new Date(`${day}T10:00:00Z`) });
    expect(await signUpsOf(db(), 'klein')).toHaveLength(1);
    expect(await on('2024-04-19')).toBe(0);
    expect(await on('2024-04-20')).toBe(1);
    expect(await signUpsOf(db(), 'klein')).toEqual([]);
  });

  test('has a limit, so that no flood fills the disk', async () => {
    const signUp = {
      name: 'n',
      email: 'e',
      library: 'l',
      role: 'r',
      namePublic: false,
      motives: [],
      interest: '',
      state: 'waiting',
      deleteOn: '2024-05-01',
    } as const;
    for (let index = 0; index < mostSignUps; index += 1) {
      expect(await insertSignUp(db(), 'klein', { ...signUp, id: `s${index}` })).toBe(true);
    }
    expect(await insertSignUp(db(), 'klein', { ...signUp, id: 'meer' })).toBe(false);
  });
});
