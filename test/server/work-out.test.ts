// On the page of a real round the mean places can be worked out again: sums and lists, never who gave which place.
import { afterEach, expect, test } from 'vitest';
import { closeRound, saveBallot, saveMembers } from '../../server/db/panels.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { numberIn, tableOf, wordsOf } from './read-page.ts';
import { signedIn } from './team-member.ts';

let server: PanelServer;
afterEach(() => server?.close());

type Tiers = string[][];
interface Lists {
  readonly top: Tiers;
  readonly noOpinion?: string[];
  /** The list within the third need; left out by who did not order it. */
  readonly within?: Tiers;
}
/** The team's page of a round that closed with these lists. */
async function closedWith(all: readonly Lists[]): Promise<string> {
  server = await startPanelServer();
  const db = server.ctx.db.kysely;
  const codes = all.map((_, index) => `m${index + 1}`);
  await saveMembers(
    db,
    'klein',
    codes.map((code) => ({ code, library: `bib ${code}`, role: 'medewerker' })),
  );
  for (const [index, { top, noOpinion = [], within }] of all.entries()) {
    const lists = {
      top: { tiers: top, noOpinion },
      ...(within ? { N3: { tiers: within, noOpinion: [] } } : {}),
    };
    const key = { project: 'klein', round: 1, member: codes[index] ?? '' };
    await saveBallot(db, { ...key, ballot: { lists }, submitted: true, savedAt: '2024-03-02' });
  }
  await closeRound(db, 'klein', 1, '2024-03-03');
  const team = await signedIn(server);
  return (await team.get('/team/klein/panel?round=1')).text;
}

// Places 1, 2.5, 2.5, 4; then 1, 3, 3, 3; 2, 1, 3, 4; 1, 2, 3.5, 3.5; and 4, 3, 2, 1.
const five: readonly Lists[] = [
  { top: [['N1'], ['N2', 'N3'], ['N4']], within: [['N3a'], ['N3b']] },
  { top: [['N1']], within: [['N3a'], ['N3b']] },
  { top: [['N2'], ['N1'], ['N3'], ['N4']], within: [['N3a'], ['N3b']] },
  { top: [['N1'], ['N2']] },
  { top: [['N4'], ['N3'], ['N2'], ['N1']], within: [['N3b', 'N3a']] },
];

test('from five lists on every mean is its sum divided by the lists, with ties and lists that are not finished', async () => {
  const html = await closedWith(five);
  const rows = tableOf(html, 'work-out-0').rows.map(([need, ...cells]) => [need, ...cells.map(numberIn)]);
  expect(rows).toEqual([
    ['Duidelijk aanbod', 9, 5, 1.8],
    ['Telefoon', 11.5, 5, 2.3],
    ['Vlotte start', 14, 5, 2.8],
    ['Herhalen', 15.5, 5, 3.1],
  ]);
  expect(wordsOf(html)).toContain('alle sommen samen zijn 50');
  expect(wordsOf(html)).toContain('5 × 10 = 50');
  // Only four ordered the needs within the third.
  expect(html).not.toContain('work-out-1');
});

test('under five lists nothing can be worked out', async () => {
  const html = await closedWith(five.slice(0, 4));
  expect(html).toContain('href="/worked-example"');
  expect(html).not.toContain('work-out');
});

test('a list without an opinion is counted by comparisons: no sum is told, and the example says how', async () => {
  const html = await closedWith([...five.slice(1), { top: [['N1'], ['N2']], noOpinion: ['N4'] }]);
  expect(html).not.toContain('work-out-0');
  expect(html).toContain('href="/worked-example#joining"');
});
