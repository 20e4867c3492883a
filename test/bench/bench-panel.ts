// Seconds for group orders: a large panel by the exact method (20 needs, 30 members), and an open vote of a whole sector (500
// needs, 10 000 ballots). Ballots are a common order that each member shuffles a little, by a seed; in the open vote also as
// people hand them in, with needs level and needs left without a place. Beside the time on the clock stands that of the
// processor, which says more on a busy machine. Each line says what came out, so that a method that gave up cannot look fast.
import type { Ballot } from '../../analysis/panel/ballot.ts';
import { bootstrapOrder } from '../../analysis/panel/bootstrap.ts';
import { borda } from '../../analysis/panel/borda.ts';
import { copeland } from '../../analysis/panel/copeland.ts';
import { kemeny } from '../../analysis/panel/kemeny.ts';
import { type Pairwise, pairwise } from '../../analysis/panel/pairwise.ts';
import { plackettLuce } from '../../analysis/panel/plackett-luce.ts';
import { schulze } from '../../analysis/panel/schulze.ts';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';

interface Vote {
  readonly items: readonly string[];
  readonly ballots: readonly Ballot[];
}

export function benchPanel(): void {
  console.log('    needs   ballots   seconds processor  method, and what came out');
  for (const needs of [10, 15, 20]) {
    const panel = vote(needs, 30);
    time(panel, 'Kemeny, exact, the pairs included', () => exactOrders(panel));
  }
  const panel = vote(20, 30);
  time(panel, 'Bootstrap of Borda', () => {
    const found = bootstrapOrder(panel.ballots, panel.items, { random: seededRandom(1) });
    return `${found?.lines.length ?? 0} intervals of ${found?.draws ?? 0} redraws`;
  });
  for (const members of [1_000, 10_000]) {
    console.log(`  whole orders of ${members} people`);
    openVote(vote(500, members));
  }
  console.log('  with needs level and needs without a place');
  openVote(asHandedIn(vote(500, 10_000)));
}

function exactOrders({ ballots, items }: Vote): string {
  const found = kemeny(pairwise(ballots, items));
  if (found?.kind !== 'orders') throw new Error('Kemeny was not computed');
  return `${found.optimalCount} best, ${found.distance} contradictions`;
}

function openVote(all: Vote): void {
  const { items, ballots } = all;
  let table: Pairwise = pairwise([], items);
  const first = (lines: readonly { readonly item: string; readonly place: number | null }[] | null) =>
    `first ${lines?.find(({ place }) => place === 1)?.item ?? '–'}`;
  time(all, 'Borda', () => first(borda(ballots, items)));
  time(all, 'Counts of all pairs', () => {
    table = pairwise(ballots, items);
    return `${(items.length * (items.length - 1)) / 2} pairs`;
  });
  time(all, 'Copeland, from the pairs', () => first(copeland(table)));
  time(all, 'Schulze, from the pairs', () => first(schulze(table)?.lines ?? null));
  if (ballots.every(({ tiers }) => tiers.length === items.length))
    time(all, 'Plackett-Luce', () => first(plackettLuce(ballots, items).lines));
}

/** @param run says what came out */
function time({ items, ballots }: Vote, method: string, run: () => string): void {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const outcome = run();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const cells = [items.length, ballots.length, seconds.toFixed(3), ((user + system) / 1e6).toFixed(3)];
  console.log(cells.map((cell) => String(cell).padStart(9)).join(' '), ` ${method}: ${outcome}`);
}

function vote(needs: number, members: number): Vote {
  const random = seededRandom(needs + members);
  const items = Array.from({ length: needs }, (_, index) => `N${index + 1}`);
  const ballots = Array.from({ length: members }, (): Ballot => {
    const liking = items.map((item, index) => ({ item, at: index + needs * random() }));
    liking.sort((one, other) => one.at - other.at);
    return { tiers: liking.map(({ item }) => [item]), noOpinion: [] };
  });
  return { items, ballots };
}

/** The same orders with every two neighbours level now and then, and cut off somewhere behind the tenth need. */
function asHandedIn({ items, ballots }: Vote): Vote {
  const random = seededRandom(items.length);
  return {
    items,
    ballots: ballots.map(({ tiers, noOpinion }) => {
      const ranked = tiers.slice(0, 10 + Math.floor(random() * items.length)).flat();
      const joined: string[][] = [];
      for (const item of ranked) {
        const last = joined.at(-1);
        if (last && random() < 0.2) last.push(item);
        else joined.push([item]);
      }
      return { tiers: joined, noOpinion };
    }),
  };
}
