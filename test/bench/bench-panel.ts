// Seconds for group orders: a large panel by the exact method (20 needs), and an open vote of a whole sector (500 needs,
// 10 000 ballots). Ballots are a common order that each member shuffles a little, by a seed. Beside
// the time on the clock stands that of the processor, which says more on a busy machine.
import type { Ballot } from '../../analysis/panel/ballot.ts';
import { bootstrapOrder } from '../../analysis/panel/bootstrap.ts';
import { borda } from '../../analysis/panel/borda.ts';
import { copeland } from '../../analysis/panel/copeland.ts';
import { kemeny } from '../../analysis/panel/kemeny.ts';
import { type Pairwise, pairwise } from '../../analysis/panel/pairwise.ts';
import { plackettLuce } from '../../analysis/panel/plackett-luce.ts';
import { schulze } from '../../analysis/panel/schulze.ts';
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';

export function benchPanel(): void {
  console.log('    needs   ballots   seconds processor  method');
  for (const needs of [10, 15, 20]) {
    const { items, ballots } = vote(needs, 30);
    const table = pairwise(ballots, items);
    time(needs, 30, 'Kemeny, all optimal orders', () => kemeny(table));
  }
  const panel = vote(20, 30);
  time(20, 30, 'Bootstrap of Borda, 4 000 redraws', () =>
    bootstrapOrder(panel.ballots, panel.items, { random: seededRandom(1) }),
  );
  for (const members of [1_000, 10_000]) {
    const { items, ballots } = vote(500, members);
    let table: Pairwise | null = null;
    time(500, members, 'Borda', () => borda(ballots, items));
    time(500, members, 'Pairs', () => {
      table = pairwise(ballots, items);
    });
    time(500, members, 'Copeland on the pairs', () => table && copeland(table));
    time(500, members, 'Schulze on the pairs', () => table && schulze(table));
    time(500, members, 'Plackett-Luce', () => plackettLuce(ballots, items));
  }
}

function time(needs: number, ballots: number, method: string, run: () => unknown): void {
  const [start, used] = [performance.now(), process.cpuUsage()];
  run();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const cells = [needs, ballots, seconds.toFixed(3), ((user + system) / 1e6).toFixed(3)];
  console.log(cells.map((cell) => String(cell).padStart(9)).join(' '), ` ${method}`);
}

function vote(needs: number, members: number): { items: readonly string[]; ballots: readonly Ballot[] } {
  const random = seededRandom(needs + members);
  const items = Array.from({ length: needs }, (_, index) => `N${index + 1}`);
  const ballots = Array.from({ length: members }, (): Ballot => {
    const liking = items.map((item, index) => ({ item, at: index + needs * random() }));
    liking.sort((one, other) => one.at - other.at);
    return { tiers: liking.map(({ item }) => [item]), noOpinion: [] };
  });
  return { items, ballots };
}
