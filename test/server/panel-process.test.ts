// The process around the sounding board of the demonstration as the team sees it: when it met beside the survey, and how
// needs were worded together with it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App, Visitor } from '../set-up/start-app.ts';
import { addLead, lead, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  await addLead(app.ctx);
  team = app.visitor();
  const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get('/team/sign-in')).text)?.[1] ?? '';
  await team.post('/team/sign-in', { ...lead, csrf });
});
afterAll(() => app?.stop());

test('the timeline has three sessions in order, also the one whose day is not known, and says what ran beside them', async () => {
  const { text } = await team.get('/team/ooo/records');
  const timeline = text.slice(text.indexOf('id="timeline"'), text.indexOf('id="desk"'));
  const places = ['23 november 2023 · online', 'begin 2024', 'maart 2024 · online'].map((words) =>
    timeline.lastIndexOf(words),
  );
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(timeline).toContain(
    'Bevraging naar de bibs (4 december 2023 tot 22 januari 2024) liep terwijl de klankbordgroep samenkwam: 3 bijeenkomsten, van 23 november 2023 tot maart 2024.',
  );
  expect(timeline.match(/<rect /g)).toHaveLength(2);
  expect(timeline.match(/<circle /g)).toHaveLength(3);
  expect((await team.get('/team/ooo/panel/meetings')).text).toContain('3 bijeenkomsten');
});

test('a need shows its words through time and whose they were; others say nothing of it', async () => {
  const { text } = await team.get('/team/ooo/needs/N5b');
  const wordings = text.slice(
    text.indexOf('id="wordings"'),
    text.indexOf('</ol>', text.indexOf('id="wordings"')),
  );
  expect(wordings).toContain('Sinds 31 januari 2024, samen met de klankbordgroep · zo heet ze nu');
  expect(wordings.indexOf('Elkaar zien')).toBeLessThan(wordings.indexOf('Meer uitwisseling'));
  expect(wordings).toContain('Eerste woorden, van het projectteam');
  expect((await team.get('/team/ooo/needs/N1')).text).not.toContain('id="wordings"');
});
