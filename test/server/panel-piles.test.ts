// Many needs are sorted into three piles before they are ordered; and the cards and the ballot on paper.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ballotsOf, createRound } from '../../server/db/panels.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';

const more = ['N5', 'N6', 'N7', 'N8', 'N9', 'N10', 'N11', 'N12', 'N13'];
let server: PanelServer;
let small: PanelServer;
beforeAll(async () => {
  [server, small] = await Promise.all([startPanelServer(false, more), startPanelServer()]);
  await createRound(server.ctx.db.kysely, 'klein', {
    round: 1,
    closesOn: '2024-03-14',
    lists: { top: ['N1', 'N2', 'N3', 'N4', ...more], N3: ['N3a', 'N3b'] },
  });
});
afterAll(() => Promise.all([server?.close(), small?.close()]));

const post = (path: string, fields: Record<string, string>) =>
  fetch(`${server.ballot('m1')}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const top = async () => (await ballotsOf(server.ctx.db.kysely, 'klein', 1))[0]?.ballot.lists.top;

describe('thirteen needs', () => {
  test('are sorted first by who has no order yet, who may also order at once', async () => {
    const page = await fetch(server.ballot('m1'));
    expect(page.url).toBe(`${server.ballot('m1')}/piles`);
    const html = await page.text();
    expect(html.match(/<fieldset/g)?.length).toBe(13);
    expect(html).toContain('Sorteer eerst in drie stapels');
    expect((await fetch(`${server.ballot('m1')}?order=now`)).url).not.toContain('/piles');
  });

  test('a pile that is not there is told at its need, with everything chosen kept', async () => {
    const answer = await post('/piles', { 'pile.N1': 'first', 'pile.N2': 'nergens' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(/<input id="pile\.N1\.first"[^>]* checked>/);
    expect(html).toContain('<a href="#pile.N2.first">');
    expect(await top()).toBeUndefined();
  });

  test('become three ties and no opinion, what was not sorted unordered, and are then ordered within the piles', async () => {
    const answer = await post('/piles', {
      'pile.N1': 'less',
      'pile.N2': 'first',
      'pile.N3': 'first',
      'pile.N4': 'later',
      'pile.N5': 'noOpinion',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${new URL(`${server.ballot('m1')}?done=piles`).pathname}?done=piles`,
    ]);
    const stored = await top();
    expect(stored?.tiers.map((tier) => [...tier].sort())).toEqual([['N2', 'N3'], ['N4'], ['N1']]);
    expect(stored?.noOpinion).toEqual(['N5']);
    const html = await (await fetch(`${server.ballot('m1')}?done=piles`)).text();
    expect(html).toContain('Orden nu binnen de stapels');
    expect(html).toContain('/piles">Opnieuw in drie stapels sorteren');
    // Out of the tie a card goes before the other of its pile, and stays above the next pile.
    const line = /name="cards.top" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const lower = line.split(',')[1]?.slice(1) ?? '';
    await post('', { 'cards.top': line, 'cards.N3': 'N3a,N3b', do: `up:${lower}` });
    expect((await top())?.tiers.slice(0, 3)).toEqual([[lower], [lower === 'N2' ? 'N3' : 'N2'], ['N4']]);
  });

  test('a short list is ordered at once', async () => {
    const page = await fetch(small.ballot('m1'));
    expect(page.url).toBe(small.ballot('m1'));
    expect(await page.text()).not.toContain('/piles');
  });
});

test('on paper every need has a box to write in and a card, and nobody’s order', async () => {
  const html = await (await fetch(`${small.ballot('m1')}/print`)).text();
  expect(html.match(/class="write-box"/g)?.length).toBe(6);
  expect(html.match(/class="paper-card"/g)?.length).toBe(6);
  expect(html).not.toContain('cards.top');
});
