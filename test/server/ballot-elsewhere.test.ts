// The same ballot in two windows, on two devices and on paper: what was made on an older state takes no newer one's place
// unless its member says so, and what was typed is never gone.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoundWay } from '../../analysis/panel/ways/vote.ts';
import { commentsBy } from '../../server/db/panel-comments.ts';
import { ballotsOf, closeRound, createRound } from '../../server/db/panels.ts';
import { enterPaperBallot } from '../../server/operations/enter-paper-ballot.ts';
import { openRound } from '../../server/operations/open-round.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';

let server: PanelServer;
beforeEach(async () => {
  server = await startPanelServer();
});
afterEach(() => server.close());

const db = () => server.ctx.db.kysely;
type Form = Readonly<Record<string, string>>;
const lists = { top: ['N1', 'N2', 'N3', 'N4'], N3: ['N3a', 'N3b'] };
const order = (top: string): Form => ({ 'cards.top': top, 'cards.N3': 'N3a,N3b' });
const own = async (round = 1) =>
  (await ballotsOf(db(), 'klein', round)).find(({ member }) => member === 'm1');
const tiers = async (round = 1) => (await own(round))?.ballot.lists.top?.tiers.flat().join();

/** What the member said about needs in a round, by need. */
const saidIn = async (round = 1) =>
  Object.fromEntries(await commentsBy(db(), { project: 'klein', round, member: 'm1' }));

async function send(path: string, form: Form, method: 'POST' | 'PUT' = 'POST') {
  const answer = await fetch(`${server.ballot('m1')}${path}`, {
    method,
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}
/** What the server says of words about needs: which are refused, and what was kept elsewhere in their place. */
interface Told {
  readonly after: Form;
  readonly wrong?: Form;
  readonly other?: Readonly<Record<string, { readonly words: string; readonly state: string }>>;
}
const told = async (form: Form) => JSON.parse((await send('/ballot', form, 'PUT')).text) as Told;
const put = async (form: Form) => {
  const { status, text } = await send('/ballot', form, 'PUT');
  return { status, said: JSON.parse(text) as Record<string, string> };
};
/** The hidden fields of the page's first form that has any. */
const hiddenIn = (html: string): Form =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&#x3D;', '=')],
    ),
  );
const pageOf = async (path = '') => (await fetch(`${server.ballot('m1')}${path}`)).text();
/** Of which round a page is, and on which state it was made. */
async function madeOn(path = ''): Promise<Form> {
  const { round = '', after } = hiddenIn(await pageOf(path));
  if (after === undefined) throw new Error(`no state on ${path}`);
  return { round, after };
}

describe('an order of cards', () => {
  test('saved by an older window is refused until its member puts it in the place of the other', async () => {
    const [one, other] = [await madeOn(), await madeOn()];
    const first = await put({ ...one, ...order('N1,N2,N3,N4') });
    expect(first.status).toBe(200);
    // The window that saved goes on from what it was told.
    const second = { ...one, after: first.said.state ?? '', ...order('N2,N1,N3,N4') };
    expect((await put(second)).status).toBe(200);
    const late = { ...other, ...order('N4,N3,N2,N1'), 'comment.N1': 'ouder' };
    const refused = await put(late);
    expect(refused).toEqual({
      status: 409,
      said: { message: 'Je volgorde is elders gewijzigd', elsewhere: expect.any(String) },
    });
    expect(await tiers()).toBe('N2,N1,N3,N4');
    expect(await saidIn()).toEqual({});
    expect((await put({ ...late, after: refused.said.elsewhere ?? '' })).status).toBe(200);
    expect(await tiers()).toBe('N4,N3,N2,N1');
    expect(await saidIn()).toEqual({ N1: 'ouder' });
  });

  test('of which the answer was lost goes once more, the same, and is no other', async () => {
    const form = { ...(await madeOn()), ...order('N3,N1,N2,N4') };
    const once = await put(form);
    expect(await put(form)).toEqual(once);
  });

  test('handed in on another device stays, and stays handed in', async () => {
    const tablet = await madeOn();
    expect((await send('/submit', { ...(await madeOn()), ...order('N2,N1,N3,N4') })).status).toBe(303);
    expect((await put({ ...tablet, ...order('N4,N3,N2,N1') })).status).toBe(409);
    expect([await tiers(), (await own())?.submitted]).toEqual(['N2,N1,N3,N4', true]);
    const again = await put({ ...(await madeOn()), ...order('N4,N3,N2,N1') });
    expect(again.status).toBe(200);
    expect([await tiers(), (await own())?.submitted]).toEqual(['N4,N3,N2,N1', true]);
  });

  test('typed in from paper is not replaced by what a device still had', async () => {
    const tablet = await madeOn();
    const paper = { lists: { top: { tiers: [['N4'], ['N1']], noOpinion: [] } } };
    await enterPaperBallot(server.ctx, 'klein', 'a1', { round: 1, member: 'm1', ballot: paper, over: '' });
    expect((await put({ ...tablet, ...order('N1,N2,N3,N4') })).status).toBe(409);
    expect((await own())?.ballot).toEqual(paper);
  });

  test('saved while it is handed in never takes that back', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const forms = Array.from({ length: 4 }, (_, index) => order(index % 2 ? 'N1,N2,N3,N4' : 'N4,N3,N2,N1'));
      const saves = forms.map((form) => send('/ballot', form, 'PUT'));
      const [handedIn] = await Promise.all([send('/submit', order('N2,N1,N3,N4')), ...saves]);
      expect([handedIn?.status, (await own())?.submitted]).toEqual([303, true]);
    }
  });
});

describe('what is said about needs', () => {
  const comment = (need: string, words: string, form: Form): Form => ({
    ...order('N1,N2,N3,N4'),
    round: '1',
    [`comment.${need}`]: words,
    [`after.${need}`]: form[`after.${need}`] ?? '',
  });

  test('in two windows about two needs is kept from both, also where a form has the empty field of the other', async () => {
    const [one, other] = [hiddenIn(await pageOf()), hiddenIn(await pageOf())];
    expect((await put(comment('N1', 'van hier', one))).status).toBe(200);
    const both = {
      ...comment('N2', 'van daar', other),
      'comment.N1': '',
      'after.N1': other['after.N1'] ?? '',
    };
    const kept = await put(both);
    expect([kept.status, kept.said.wrong]).toEqual([200, undefined]);
    expect(await saidIn()).toEqual({ N1: 'van hier', N2: 'van daar' });
  });

  test('about one need in two windows is kept twice: the words that came later wait until their member chooses', async () => {
    const [one, other] = [hiddenIn(await pageOf()), hiddenIn(await pageOf())];
    const first = await told(comment('N1', 'eerst', one));
    // Who goes on in the window that saved writes over its own words; the same once more changes nothing.
    const second = comment('N1', 'eerst, en meer', first.after);
    for (const form of [second, second]) expect((await told(form)).wrong).toBeUndefined();
    const late = { ...comment('N1', 'later', other), ...order('N4,N1,N2,N3'), 'comment.N2': 'erbij' };
    const refused = await told(late);
    expect(refused.wrong).toEqual({ 'comment.N1': expect.stringContaining('elders iets anders') });
    expect(refused.other).toMatchObject({ 'comment.N1': { words: 'eerst, en meer' } });
    // All the rest of the form was kept.
    expect([await tiers(), await saidIn()]).toEqual(['N4,N1,N2,N3', { N1: 'eerst, en meer', N2: 'erbij' }]);
    const { state = '' } = refused.other?.['comment.N1'] ?? {};
    expect((await told({ ...late, 'over.N1': 'stored' })).wrong).toBeUndefined();
    expect((await saidIn()).N1).toBe('eerst, en meer');
    // A third window in between: the choice was not about its words.
    await told(comment('N1', 'tussenin', { 'after.N1': state }));
    const again = await told({ ...late, 'over.N1': state });
    expect(again.other).toMatchObject({ 'comment.N1': { words: 'tussenin' } });
    await told({ ...late, 'over.N1': again.other?.['comment.N1']?.state ?? '' });
    expect((await saidIn()).N1).toBe('later');
  });

  test('comes back without scripts with both, and whatever is pressed takes nothing away before that is chosen', async () => {
    const old = hiddenIn(await pageOf());
    await put(comment('N1', 'van hier', old));
    const late = { ...comment('N1', 'van <daar>', old), do: 'review' };
    const page = await send('', late);
    expect(page.status).toBe(422);
    expect(page.text).toContain('van &lt;daar&gt;');
    expect(page.text).toContain('<q data-other>van hier</q>');
    const again = { ...late, ...hiddenIn(page.text), do: 'down:N1' };
    expect((await send('', again)).text).toContain('van hier');
    expect([await saidIn(), await tiers()]).toEqual([{ N1: 'van hier' }, 'N2,N1,N3,N4']);
    const [, mine = ''] = /name="over\.N1" value="([^"]*)" data-mine/.exec(page.text) ?? [];
    expect((await send('', { ...again, do: 'review', 'over.N1': mine, ...(await madeOn()) })).status).toBe(
      303,
    );
    expect(await saidIn()).toEqual({ N1: 'van <daar>' });
  });

  test('that was taken away elsewhere is told as that, and may come back', async () => {
    const empty = hiddenIn(await pageOf());
    await put(comment('N1', 'even', empty));
    const late = hiddenIn(await pageOf());
    await put(comment('N1', '', late));
    const page = await send('', { ...comment('N1', 'even, en meer', late), do: 'review' });
    expect(page.text).toContain('<em data-other-none>niets meer</em>');
    await send('', { ...comment('N1', 'even, en meer', late), 'over.N1': '', do: 'review' });
    expect(await saidIn()).toEqual({ N1: 'even, en meer' });
  });
});

describe('a form without scripts', () => {
  const chosen = (html: string) => [
    html.includes('Zet die van mij in de plaats'),
    html.includes('Houd wat bewaard is'),
  ];

  test('on an older state shows what was typed and both ways to go on', async () => {
    const old = await madeOn();
    await put({ ...old, ...order('N1,N2,N3,N4') });
    const form = { ...old, ...order('N4,N3,N2,N1'), 'comment.N1': 'mijn <woorden>', do: 'up:N3' };
    const page = await send('', form);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Je volgorde is elders gewijzigd');
    expect(page.text).toContain('mijn &lt;woorden&gt;');
    expect(page.text.indexOf('Herhalen')).toBeLessThan(page.text.indexOf('Telefoon'));
    expect(chosen(page.text)).toEqual([true, true]);
    expect([await tiers(), await saidIn()]).toEqual(['N1,N2,N3,N4', {}]);
    const again = hiddenIn(page.text);
    expect(again).toMatchObject({ ...order('N4,N3,N2,N1'), do: 'up:N3', round: '1' });
    expect((await send('', again)).status).toBe(303);
    expect(await tiers()).toBe('N3,N4,N2,N1');
  });

  test('of an older review does not hand in over what came after', async () => {
    await put(order('N1,N2,N3,N4'));
    const review = hiddenIn(await pageOf('/review'));
    await put(order('N4,N3,N2,N1'));
    const page = await send('/submit', review);
    expect([page.status, chosen(page.text)]).toEqual([409, [true, true]]);
    expect([await tiers(), (await own())?.submitted]).toEqual(['N4,N3,N2,N1', false]);
    expect((await send('/submit', hiddenIn(page.text))).location).toBe('/p/token-m1/submitted');
    expect([await tiers(), (await own())?.submitted]).toEqual(['N1,N2,N3,N4', true]);
  });

  test('of piles does not either', async () => {
    const old = await madeOn('/piles');
    await put(order('N1,N2,N3,N4'));
    const page = await send('/piles', { ...old, 'pile.N4': 'first' });
    expect([page.status, hiddenIn(page.text)['pile.N4']]).toEqual([409, 'first']);
    expect((await send('/piles', hiddenIn(page.text))).status).toBe(303);
    expect(await tiers()).toBe('N4');
  });
});

describe('a form of an earlier round', () => {
  test('is not kept in the next one, and shows what was typed', async () => {
    const old = await madeOn();
    await closeRound(db(), 'klein', 1, '2024-03-14');
    await createRound(db(), 'klein', { round: 2, closesOn: '2024-03-28', lists });
    const form = { ...old, ...order('N4,N3,N2,N1'), 'comment.N2': 'nog gauw' };
    for (const path of ['', '/submit']) {
      const page = await send(path, form);
      expect(page.status).toBe(409);
      expect(page.text).toContain('Deze ronde is afgesloten');
      expect(page.text).toContain('nog gauw');
      expect(page.text.indexOf('Herhalen')).toBeGreaterThan(0);
      expect(page.text.indexOf('Herhalen')).toBeLessThan(page.text.indexOf('Telefoon'));
      expect(page.text).not.toContain('Zet die van mij in de plaats');
    }
    expect(await put(form)).toEqual({ status: 409, said: { message: 'Deze ronde is afgesloten' } });
    expect([await own(1), await own(2), await saidIn(2)]).toEqual([undefined, undefined, {}]);
  });
});

test('a vote on an older state is refused the same, with everything chosen kept', async () => {
  await closeRound(db(), 'klein', 1, '2024-03-14');
  const way: RoundWay = 'points';
  const round = { closesOn: '2024-03-28', mode: 'confidential' as const, quorum: 3, way, lists };
  await openRound(server.ctx, 'klein', 'a1', round);
  const old = await madeOn();
  const saved = await put({ ...old, 'top.points.N1': '2' });
  expect(saved.status).toBe(200);
  const late = { ...old, 'top.points.N2': '1', 'comment.N1': 'ouder' };
  expect((await put(late)).status).toBe(409);
  const page = await send('', { ...late, do: 'review' });
  expect(page.status).toBe(409);
  expect(page.text).toContain('ouder');
  expect((await own(2))?.typed).toEqual({ 'top.points.N1': '2' });
  expect((await send('', hiddenIn(page.text))).location).toBe('/p/token-m1/review');
  expect((await own(2))?.typed).toEqual({ 'top.points.N2': '1' });
});
