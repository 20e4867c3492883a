// Twelve members and a facilitator in one session, with connections that break and the server killed in the middle: what
// was called saved is on disk, the session goes on where it was, and in the end every screen shows the same.
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { cardsOfTiers, startOrder, writeCards } from '../../analysis/panel/ballot-order.ts';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import { createAccount } from '../../server/db/accounts.ts';
import { type Database, openDatabase } from '../../server/db/open.ts';
import { addMember } from '../../server/db/panel-members.ts';
import { ballotsOf, membersOf, roundsOf, setMemberToken } from '../../server/db/panels.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { type RealServer, startRealServer } from '../bench/real-server.ts';
import { Visitor } from '../set-up/start-app.ts';
import { again, type Break, type Follower, follow, RefusedError, sendForm } from './live-member.ts';

const servers: RealServer[] = [];
const followers: Follower[] = [];
afterEach(async () => {
  await Promise.all(followers.splice(0).map((each) => each.stop()));
  for (const server of servers.splice(0)) {
    await server.stop('SIGKILL');
    server.remove();
  }
});

type Lists = Readonly<Record<string, readonly string[]>>;
/** One order of all lists, as the form sends it. */
type Order = Readonly<Record<string, string>>;

interface Member {
  readonly code: string;
  readonly token: string;
  readonly screen: Follower;
  /** Every order that was sent, oldest first. */
  readonly tried: Order[];
  /** How many of them were called saved. */
  saved: number;
  handedIn: boolean;
}

const account = { id: 'a1', email: 'lead@example.org', password: 'een lang wachtwoord' };
const changes = 10;

async function prepare(
  database: Database,
): Promise<{ readonly codes: readonly string[]; readonly lists: Lists }> {
  const db = database.kysely;
  const there = (await membersOf(db, 'ooo')).map(({ code }) => code);
  const more = Array.from({ length: 12 - there.length }, (_, index) => `extra-${index}`);
  for (const code of more) {
    const member = {
      code,
      library: `bib ${code}`,
      role: 'medewerker',
      name: '',
      namePublic: false,
      interest: '',
    };
    await addMember(db, 'ooo', member);
  }
  const codes = [...there, ...more];
  for (const code of codes) await setMemberToken(db, 'ooo', code, hashToken('panel', `token-${code}`));
  await createAccount(db, account, await hashPassword(account.password), '2024-01-01T00:00:00Z');
  const open = (await roundsOf(db, 'ooo')).find(({ state }) => state === 'open');
  // Nobody has begun.
  await db
    .deleteFrom('ballots')
    .where('round', '=', open?.round ?? 0)
    .execute();
  return { codes, lists: open?.lists ?? {} };
}

function chanceOrder(lists: Lists, random: () => number): Order {
  return Object.fromEntries(
    Object.entries(lists).map(([name, needs]) => [`cards.${name}`, writeCards(startOrder(needs, random))]),
  );
}

/** Moves cards, saves after each move and hands in after some, in the middle of the others. */
async function takePart(base: URL, member: Member, lists: Lists, index: number): Promise<void> {
  const random = seededRandom(index + 1);
  const breaks: readonly Break[] = ['question', 'answer', null];
  for (let change = 0; change < changes; change += 1) {
    const order = chanceOrder(lists, random);
    member.tried.push(order);
    const broken = breaks[(index + change) % 7] ?? null;
    if (broken) {
      const lost = sendForm(base, 'PUT', `/p/${member.token}/ballot`, order, broken);
      await expect(lost).rejects.toThrow();
    }
    await told(base, 'PUT', `/p/${member.token}/ballot`, order, 200);
    member.saved = member.tried.length;
    if (change % 4 === index % 4) member.screen.drop();
    if (change === 1 + (index % 6)) {
      await told(base, 'POST', `/p/${member.token}/submit`, order, 303);
      member.handedIn = true;
    }
  }
}

/** Sends until the server says it is saved. */
async function told(base: URL, method: 'PUT' | 'POST', path: string, order: Order, status: number) {
  await again(async () => {
    const answer = await sendForm(base, method, path, order);
    if (answer !== status) throw new RefusedError(`${method} ${path} was answered with ${answer}`);
  });
}

interface Facilitator {
  readonly visitor: Visitor;
  /** Presses a button on the newest screen, until a screen says it was done. */
  press(kind: string, fields?: Readonly<Record<string, string>>): Promise<void>;
}

async function signIn(base: URL): Promise<Facilitator> {
  const visitor = new Visitor(base.origin);
  const field = (text: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
  await visitor.post('/team/sign-in', { to: '', email: account.email, password: account.password });
  const csrf = field((await visitor.get('/team')).text, 'csrf');
  expect((await visitor.post('/team/ooo/panel/live', { csrf })).status).toBe(303);
  return {
    visitor,
    press: async (kind, fields = {}) => {
      const { text } = await visitor.get('/team/ooo/panel/live/screen');
      const given = { csrf, do: kind, revision: field(text, 'revision'), from: 'screen', ...fields };
      expect((await visitor.post('/team/ooo/panel/live/act', given)).status).toBe(303);
    },
  };
}

/** The order of a stored ballot as the form would send it. */
function orderOf(
  lists: Lists,
  stored: { readonly lists: Readonly<Record<string, Parameters<typeof cardsOfTiers>[0]>> },
) {
  return Object.fromEntries(
    Object.entries(lists).map(([name, needs]) => {
      const list = stored.lists[name] ?? { tiers: [], noOpinion: [] };
      return [`cards.${name}`, writeCards(cardsOfTiers(list, needs))];
    }),
  );
}

/** What is on disk beside what each member was told: empty when nothing is missing. */
async function missing(file: string, members: readonly Member[], lists: Lists): Promise<readonly string[]> {
  const database = await openDatabase({ file });
  const ballots = await ballotsOf(database.kysely, 'ooo', 2);
  await database.close();
  return members.flatMap(({ code, tried, saved, handedIn }) => {
    if (saved === 0) return [];
    const own = ballots.find(({ member }) => member === code);
    if (!own) return [`${code} has no ballot, and ${saved} were called saved`];
    const there = JSON.stringify(orderOf(lists, own.ballot));
    const at = tried.findLastIndex((order) => JSON.stringify(order) === there) + 1;
    return [
      ...(at < saved ? [`${code} has order ${at}, and ${saved} was called saved`] : []),
      ...(handedIn && !own.submitted ? [`${code} handed in, and it is not there`] : []),
    ];
  });
}

/** The group's order on a page, place and need. */
function groupOrder(page: string): readonly string[] {
  const lines = page.matchAll(/class="live-place">([^<]*)<\/span> <span class="live-title">([^<]*)</g);
  return [...lines].map(([, place, title]) => `${place} ${title}`);
}

it('loses no ballot of twelve members, and every screen agrees', { timeout: 240_000 }, async () => {
  const first = await startRealServer();
  servers.push(first);
  const { base, dataDir } = first;
  const file = join(dataDir, 'nodenkaart.sqlite');
  const database = await openDatabase({ file });
  const { codes, lists } = await prepare(database);
  await database.close();
  expect(codes).toHaveLength(12);

  const { visitor, press } = await signIn(base);
  await press('next');
  await press('start', { minutes: '30' });
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const room = follow(base, '/team/ooo/panel/live/events', { cookie });
  followers.push(room);
  const members = codes.map((code): Member => {
    const token = `token-${code}`;
    const screen = follow(base, `/p/${token}/live/events?tab=tablet`);
    followers.push(screen);
    return { code, token, screen, tried: [], saved: 0, handedIn: false };
  });
  await Promise.all(members.map(({ screen }) => screen.until(({ timer }) => timer?.running === true)));

  const taking = Promise.all(members.map((member, index) => takePart(base, member, lists, index)));
  const savedSoFar = () => members.reduce((sum, { saved }) => sum + saved, 0);
  const middle = () => savedSoFar() >= 40 && members.filter(({ handedIn }) => handedIn).length >= 4;
  while (!middle()) await new Promise((resolve) => setTimeout(resolve, 2));
  await first.stop('SIGKILL');
  const told = members.map((member) => ({ ...member, tried: [...member.tried] }));
  expect(told.some(({ saved }) => saved < changes)).toBe(true);
  expect(await missing(file, told, lists)).toEqual([]);

  // The same place: everybody goes on knocking there by themselves.
  const second = await startRealServer({ dataDir, port: Number(base.port) });
  servers.push(second);
  const clock = (await room.until(({ timer }) => timer !== null && room.returns() > 0)).timer;
  expect(clock?.running).toBe(true);
  await taking;
  await room.until(({ count }) => count.startsWith('12 van de 12'));
  await Promise.all(members.map(({ screen }) => screen.until(() => screen.returns() > 0)));
  expect(await missing(file, members, lists)).toEqual([]);
  expect(members.every(({ saved, handedIn }) => saved === changes && handedIn)).toBe(true);

  await press('close');
  await room.until(({ closed }) => closed);
  while (!room.latest()?.said.startsWith('Wat ongeveer gelijk')) {
    const shown = room.latest()?.page;
    await press('next');
    await room.until(({ page }) => page !== shown);
  }
  const news = await Promise.all(
    members.map(({ screen }) => screen.until(({ page }) => page.includes('.brackets.'))),
  );
  expect(new Set(news.map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(news[0])]));
  expect(news[0]).toMatchObject({ closed: true, count: room.latest()?.count });
  const pages = await Promise.all(
    ['/team/ooo/panel/live/screen', ...members.map(({ token }) => `/p/${token}/live`)].map(async (path) =>
      groupOrder((await visitor.get(path)).text),
    ),
  );
  expect(pages[0]).toHaveLength(Object.values(lists).flat().length);
  for (const page of pages) expect(page).toEqual(pages[0]);
});
