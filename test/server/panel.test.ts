// The sounding board over HTTP without JavaScript, as a browser would walk it, and what it refuses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ballotsOf, closeRound, createRound } from '../../server/db/panels.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';

let server: PanelServer;
beforeAll(async () => {
  server = await startPanelServer();
});
afterAll(() => server.close());

const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  });
const pageOf = async (address: string) => (await fetch(address)).text();
/** The order fields of a page's form. */
function linesOf(html: string): { 'cards.top': string; 'cards.N3': string } {
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
  return { 'cards.top': field('cards.top'), 'cards.N3': field('cards.N3') };
}
/** Presses a button and gives the page it comes back to. */
async function press(member: string, button: string, more: Record<string, string> = {}): Promise<string> {
  const address = server.ballot(member);
  const answer = await post(address, { ...linesOf(await pageOf(address)), ...more, do: button });
  expect(answer.status).toBe(303);
  return pageOf(new URL(answer.headers.get('location') ?? '', server.base).href);
}
const plain = { 'cards.top': 'N1,N2,N3,N4', 'cards.N3': 'N3a,N3b' };
const stored = async (member: string) =>
  (await ballotsOf(server.ctx.db.kysely, 'klein', 1)).find((ballot) => ballot.member === member);

describe('an order', () => {
  test('starts by chance, the same at every visit, with all needs and their children', async () => {
    const first = linesOf(await pageOf(server.ballot('m1')));
    expect(linesOf(await pageOf(server.ballot('m1')))).toEqual(first);
    expect(first['cards.top'].split(',').sort()).toEqual(['N1', 'N2', 'N3', 'N4']);
    expect(first['cards.N3'].split(',').sort()).toEqual(['N3a', 'N3b']);
    expect(await stored('m1')).toBeUndefined();
  });
  test('moves by a button, is saved, and comes back with the focus on that button and the place in words', async () => {
    await post(server.ballot('m1'), plain);
    const html = await press('m1', 'up:N3');
    expect(linesOf(html)['cards.top']).toBe('N1,N3,N2,N4');
    expect(html).toMatch(/<button[^>]*value="up:N3"[^>]* autofocus/);
    expect(html).toContain('‘Vlotte start’ staat nu op plaats 2 van 4.');
    expect(html).toContain('Bewaard om 20:14');
    expect((await stored('m1'))?.ballot.lists.top?.tiers).toEqual([['N1'], ['N3'], ['N2'], ['N4']]);
  });
  test('goes back with undo', async () => {
    const html = await press('m1', 'down:N3');
    expect(linesOf(html)['cards.top']).toBe('N1,N2,N3,N4');
    const before = /name="before.top" value="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(linesOf(await press('m1', 'undo', { 'before.top': before }))['cards.top']).toBe('N1,N3,N2,N4');
  });
  test('takes a tie, no opinion, a chosen place, and leaves one unordered', async () => {
    expect(await press('m1', 'equal:N3')).toContain('‘Vlotte start’ staat nu gelijk op plaats 1.');
    await press('m1', 'noOpinion:N2');
    await press('m1', 'to:N4', { 'place.N4': '1' });
    const html = await press('m1', 'to:N3', { 'place.N3': 'unrank' });
    expect(linesOf(html)['cards.top']).toBe('N4,N1,~N3,!N2');
    expect((await stored('m1'))?.ballot.lists.top).toEqual({ tiers: [['N4'], ['N1']], noOpinion: ['N2'] });
    await press('m1', 'up:N3');
    await press('m1', 'equal:N3');
    expect((await stored('m1'))?.ballot.lists.top).toEqual({
      tiers: [['N4'], ['N1', 'N3']],
      noOpinion: ['N2'],
    });
  });
  test('orders children inside their need', async () => {
    await post(server.ballot('m1'), { ...linesOf(await pageOf(server.ballot('m1'))), 'cards.N3': 'N3a,N3b' });
    const html = await press('m1', 'up:N3b');
    expect(linesOf(html)['cards.N3']).toBe('N3b,N3a');
    expect(html).toContain('‘Op papier’ staat nu op plaats a van 2.');
  });
  test('is looked over, handed in, and may change afterwards', async () => {
    const review = await press('m1', 'review');
    expect(review).toContain('Kijk je volgorde na');
    expect(review).not.toContain('Je hebt nog niets verplaatst');
    expect((await stored('m1'))?.submitted).toBe(false);
    const answer = await post(`${server.ballot('m1')}/submit`, linesOf(review));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/p/token-m1/submitted']);
    expect(await pageOf(`${server.ballot('m1')}/submitted`)).toContain('Bedankt, je volgorde is ingediend');
    // Out of the tie first, then past the card above it.
    await press('m1', 'up:N1');
    await press('m1', 'up:N1');
    const own = await stored('m1');
    expect(own?.submitted).toBe(true);
    expect(own?.ballot.lists.top?.tiers[0]).toEqual(['N1']);
    expect((await ballotsOf(server.ctx.db.kysely, 'klein', 1)).length).toBe(1);
  });
  test('that nobody touched is named as such before it is handed in', async () => {
    expect(await pageOf(`${server.ballot('m3')}/review`)).toContain('Je hebt nog niets verplaatst');
  });
  test('is saved by the browser module in one request that says when', async () => {
    const answer = await fetch(`${server.ballot('m1')}/ballot`, {
      method: 'PUT',
      body: new URLSearchParams({ ...plain, 'cards.top': 'N4,=N3,N2,N1' }),
    });
    expect(await answer.json()).toEqual({
      savedAt: '2024-03-01T19:14:00.000Z',
      state: expect.any(String),
    });
    const own = await stored('m1');
    expect(own?.ballot.lists.top?.tiers).toEqual([['N4', 'N3'], ['N2'], ['N1']]);
    expect(own?.submitted).toBe(true);
  });
  test('is in English when asked', async () => {
    expect(await pageOf(`${server.ballot('m1')}?lang=en`)).toContain('What do we tackle first?');
  });
});

describe('the ends of the list', () => {
  test('say which way it goes, around the cards, in words and not by place alone', async () => {
    const ends: Readonly<Record<string, readonly [string, string]>> = {
      nl: ['Eerst aanpakken', 'Minder prioritair'],
      en: ['Tackle first', 'Less of a priority'],
    };
    for (const [language, [first, last]] of Object.entries(ends)) {
      const html = await pageOf(`${server.ballot('m1')}?lang=${language}`);
      const places = [first, 'value="up:N', last].map((words) => html.indexOf(words));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(html.lastIndexOf('value="up:N')).toBeLessThan(html.indexOf(last));
    }
  });
});

describe('two members', () => {
  test('do not see the order of the other', async () => {
    await post(server.ballot('m1'), { ...plain, 'cards.top': 'N4,N3,N2,N1' });
    await post(server.ballot('m2'), plain);
    expect(linesOf(await pageOf(server.ballot('m1')))['cards.top']).toBe('N4,N3,N2,N1');
    expect(linesOf(await pageOf(server.ballot('m2')))['cards.top']).toBe('N1,N2,N3,N4');
    for (const path of ['', '/review', '/rounds/1']) {
      expect(await pageOf(`${server.ballot('m2')}${path}`)).not.toContain('N4,N3,N2,N1');
    }
    expect((await fetch(`${server.ballot('m2')}/rounds/1`)).status).toBe(404);
  });
  test('each have an order of their own in store', async () => {
    const tiers = async (member: string) => (await stored(member))?.ballot.lists.top?.tiers;
    expect(await tiers('m1')).toEqual([['N4'], ['N3'], ['N2'], ['N1']]);
    expect(await tiers('m2')).toEqual([['N1'], ['N2'], ['N3'], ['N4']]);
  });
});

describe('what is refused', () => {
  test('an address nobody has', async () => {
    for (const path of ['/p/nobody', '/p/nobody/review', '/p/%00', `/p/${'x'.repeat(5000)}`]) {
      const answer = await fetch(`${server.base}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toMatch(/Deze link werkt niet|Deze pagina is er niet/);
    }
    expect((await post(`${server.base}/p/nobody`, plain)).status).toBe(404);
    const save = await fetch(`${server.base}/p/nobody/ballot`, {
      method: 'PUT',
      body: new URLSearchParams(plain),
    });
    expect([save.status, await save.json()]).toEqual([404, { message: 'Deze link werkt niet' }]);
  });
  test.each([
    ['a need twice', { 'cards.top': 'N1,N1,N2,N3,N4' }, '‘N1’ staat twee keer in de lijst.'],
    ['a need of another list', { 'cards.top': 'N1,N3a' }, '‘N3a’ is geen nood van deze lijst.'],
    ['markup for a need', { 'cards.top': 'N1,<script>alert(1)</script>' }, 'is geen nood van deze lijst.'],
    ['a name every object has', { 'cards.top': 'N1,__proto__' }, '‘__proto__’ is geen nood van deze lijst.'],
    ['an undo to another list', { do: 'undo', 'before.top': 'N3a' }, '‘N3a’ is geen nood van deze lijst.'],
  ])('%s, with words and nothing saved', async (_what, fields: Record<string, string>, words) => {
    await post(server.ballot('m2'), plain);
    const answer = await post(server.ballot('m2'), { ...plain, ...fields });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Je volgorde is niet bewaard');
    expect(html).toContain(words);
    expect(html).not.toContain('<script>alert');
    expect((await stored('m2'))?.ballot.lists.top?.tiers).toEqual([['N1'], ['N2'], ['N3'], ['N4']]);
  });
  test('a form without a list, and the same from the browser module', async () => {
    expect((await post(server.ballot('m2'), { 'cards.top': 'N1' })).status).toBe(422);
    expect((await post(server.ballot('m2'), {})).status).toBe(422);
    const save = await fetch(`${server.ballot('m2')}/ballot`, { method: 'PUT', body: new URLSearchParams() });
    expect(save.status).toBe(422);
    expect(((await save.json()) as { message: string }).message).toContain('Er ontbreekt een lijst');
  });
  test('a move nobody can make, quietly: the order stays', async () => {
    for (const button of ['up:N9', 'up:__proto__', 'fly:N1', 'to:N1', 'up', '']) {
      const html = await press('m2', button, { 'place.N1': '9e9' });
      expect(linesOf(html)['cards.top']).toBe('N1,N2,N3,N4');
    }
  });
  test('hand-made words in the address are never markup', async () => {
    const html = await pageOf(
      `${server.ballot('m2')}?moved=%22%3E%3Cscript%3E&by=%3Cb%3E&list=top&before=%22%3E%3Ci%3E`,
    );
    expect(html).not.toMatch(/"><(script|b|i)>/);
  });
  test('a form of another site', async () => {
    const answer = await post(server.ballot('m2'), plain, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
  });
  test('a need that is left out counts as unordered', async () => {
    await post(server.ballot('m2'), { ...plain, 'cards.top': 'N2' });
    expect((await stored('m2'))?.ballot.lists.top).toEqual({ tiers: [['N2']], noOpinion: [] });
    await post(server.ballot('m2'), plain);
  });
});

describe('a closed round', () => {
  beforeAll(async () => {
    for (const member of ['m1', 'm2', 'm3']) {
      const order = member === 'm1' ? 'N4,N3,N2,!N1' : 'N1,N2,N3,N4';
      await post(`${server.ballot(member)}/submit`, { ...plain, 'cards.top': order });
    }
    await closeRound(server.ctx.db.kysely, 'klein', 1, '2024-03-14');
  });
  test('refuses changes by form and by the browser module, and keeps what was', async () => {
    for (const path of ['', '/submit']) {
      const answer = await post(`${server.ballot('m1')}${path}`, plain);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('Deze ronde is afgesloten');
    }
    const save = await fetch(`${server.ballot('m1')}/ballot`, {
      method: 'PUT',
      body: new URLSearchParams(plain),
    });
    expect(save.status).toBe(409);
    expect((await stored('m1'))?.ballot.lists.top?.tiers).toEqual([['N4'], ['N3'], ['N2']]);
  });
  test('shows the own order beside the group’s', async () => {
    const html = await pageOf(server.ballot('m1'));
    expect(html).toContain('jouw volgorde naast die van de groep');
    expect(html).toContain('3 leden dienden een volgorde in, van de 3.');
    expect(html).toContain('jij had geen mening');
    // Two of three have an opinion on it: no place.
    expect(html).toMatch(/group-place[^>]*>–<(?:(?!<tr).)*te weinig meningen/s);
    expect(html).toMatch(/gemiddelde plaats \d,\d/);
    expect(html).toContain('De gemiddelde plaats is die op 3 lijsten.');
    // Of the two needs inside the third only the order is told.
    expect(html).toContain('Bij twee noden en minder dan tien lijsten tonen we enkel de volgorde.');
  });
  test('can be started from in the next one, and looked back at', async () => {
    await createRound(server.ctx.db.kysely, 'klein', {
      round: 2,
      closesOn: '2024-03-28',
      lists: { top: ['N1', 'N2', 'N3', 'N4'], N3: ['N3a', 'N3b'] },
    });
    const start = linesOf(await pageOf(server.ballot('m1')));
    const html = await press('m1', 'previous');
    expect(linesOf(html)['cards.top']).toBe('N4,N3,N2,!N1');
    expect(html).toContain('Je volgorde van ronde 1 staat er nu.');
    // Both lists go back with one undo.
    const before = [...html.matchAll(/name="(before\.[^"]+)" value="([^"]*)"/g)];
    const back = Object.fromEntries(before.map(([, name = '', line = '']) => [name, line]));
    expect(Object.keys(back)).toEqual(['before.top', 'before.N3']);
    expect(linesOf(await press('m1', 'undo', back))).toEqual(start);
    expect((await fetch(`${server.ballot('m1')}/rounds/1`)).status).toBe(200);
  });
});

test('before the first round a member reads that there is none yet, and nothing can be handed in', async () => {
  const early = await startPanelServer(false);
  const page = await fetch(early.ballot('m1'));
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Er is nog geen ronde')]);
  expect((await post(early.ballot('m1'), plain)).status).toBe(409);
  await early.close();
});
