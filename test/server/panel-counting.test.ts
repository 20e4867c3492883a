// Circles, ties and several equally good orders are told as they are: nothing is drawn by lot.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeRound, saveBallot, saveMembers } from '../../server/db/panels.ts';
import { type PanelServer, startPanelServer } from './panel-project.ts';
import { signedIn, type TeamMember } from './team-member.ts';

let server: PanelServer;
let team: TeamMember;
beforeAll(async () => {
  server = await startPanelServer();
  team = await signedIn(server);
  const db = server.ctx.db.kysely;
  // N1 beats N2, N2 beats N3 and N3 beats N1, each by four to two; N4 is last for all.
  const orders = [
    ['N1', 'N2', 'N3', 'N4'],
    ['N2', 'N3', 'N1', 'N4'],
    ['N3', 'N1', 'N2', 'N4'],
  ];
  const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
  const kept = members.map((code) => ({ code, library: `bib ${code}`, role: 'medewerker' }));
  await saveMembers(db, 'klein', kept);
  for (const [index, member] of members.entries()) {
    const lists = { top: { tiers: (orders[index % 3] ?? []).map((need) => [need]), noOpinion: [] } };
    const ballot = { project: 'klein', round: 1, member, ballot: { lists }, submitted: true };
    await saveBallot(db, { ...ballot, savedAt: '2024-03-02' });
  }
  await closeRound(db, 'klein', 1, '2024-03-03');
});
afterAll(() => server?.close());

/** Cells of a row of the table of ways of counting, as they are read. */
function cellsOf(html: string, need: string): readonly string[] {
  const table = html.slice(html.indexOf('class="counts-table"'));
  const row = table.slice(table.indexOf(`<th scope="row">${need}</th>`));
  return [...row.slice(0, row.indexOf('</tr>')).matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) =>
    (cell ?? '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

test('a circle of majorities is told step by step, with every order that fits equally well', async () => {
  const { text } = await team.get('/team/klein/panel?round=1');
  expect(text).toContain('De meerderheden gaan in een kring');
  for (const step of ['‘Duidelijk aanbod’ wint van ‘Telefoon’', '‘Telefoon’ wint van ‘Vlotte start’']) {
    expect(text).toContain(step);
  }
  expect(text).toContain('3 volgordes spreken de leden even weinig tegen');
});

test('what comes out level shares its place, by every way of counting and each time the page is opened', async () => {
  const { text } = await team.get('/team/klein/panel?round=1');
  for (const need of ['Duidelijk aanbod', 'Telefoon', 'Vlotte start']) {
    const cells = cellsOf(text, need);
    expect(cells.length).toBeGreaterThan(2);
    // Without evidence nothing tells the three apart: Borda, Copeland and Schulze have them first together.
    for (const cell of cells.slice(0, -1)) expect(cell).toBe('1 gedeeld');
  }
  expect(cellsOf(text, 'Herhalen').every((cell) => cell.startsWith('4'))).toBe(true);
  const final = await team.get('/team/klein/panel/rounds/1/final');
  const places = [...final.text.matchAll(/class="final-place">.*?<\/span>([^<]+)<\/span>/g)];
  expect(places.map(([, place]) => place).filter((place) => /^\d$/.test(place ?? ''))).toEqual([
    '1',
    '1',
    '1',
    '4',
  ]);
  const again = await team.get('/team/klein/panel?round=1');
  expect(cellsOf(again.text, 'Telefoon')).toEqual(cellsOf(text, 'Telefoon'));
});
