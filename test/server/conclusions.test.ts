// Findings, recommendations and milestones are written by the team, on to the report (OOO-11, OOO-50, OOO-66).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { carriedBy } from './carried.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

/** Fills in the form of a new record. */
async function write(path: string, fields: Readonly<Record<string, string>>) {
  const address = `/team/ooo/records/${path}/new`;
  const carried = await carriedBy(team, address);
  return { code: carried.code, page: await team.post(address, { ...carried, ...fields }) };
}

test('a finding asks for a sentence, its certainty and its needs, and keeps what was typed', async () => {
  const { page } = await write('findings', { 'text.nl': 'Starters zoeken houvast.' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('Kies een van de mogelijkheden.');
  expect(page.text).toContain('Vink minstens één vakje aan.');
  expect(page.text).toContain('Starters zoeken houvast.');
});

test('a finding, what follows from it and a period stand in the records and in the report', async () => {
  const finding = await write('findings', {
    'text.nl': 'Starters zoeken houvast op papier.',
    'text.en': 'Newcomers look for something on paper.',
    certainty: 'probable',
    'needs.N3b': '1',
  });
  expect(finding.page.location).toBe(`/team/ooo/records#${finding.code}`);
  const advice = await write('recommendations', {
    'text.nl': 'Geef wie begint een startblad.',
    'text.en': 'Give newcomers a starter sheet.',
    [`findings.${finding.code}`]: '1',
    'needs.N3b': '1',
  });
  expect(advice.page.status).toBe(303);
  const turned = {
    'title.nl': 'Proef',
    'title.en': 'Trial',
    'date.day': '2024-06-01',
    'until.day': '2024-05-01',
  };
  const wrong = await write('milestones', turned);
  expect(wrong.page.status).toBe(422);
  expect(wrong.page.text).toContain('Het einde ligt vóór het begin.');
  expect((await write('milestones', { ...turned, 'until.day': '2024-07-01' })).page.status).toBe(303);
  const records = await recordsOf(app.ctx.db.kysely, 'ooo');
  expect(records.finding.at(-1)).toMatchObject({ certainty: 'probable', needs: ['N3b'] });
  expect(records.recommendation.at(-1)).toMatchObject({ findings: [finding.code] });
  const { text } = await team.get('/team/ooo/records');
  expect(text).toContain('Starters zoeken houvast op papier.');
  expect(text).toContain(`/team/ooo/records/findings/${finding.code}`);
  const report = await team.get('/team/ooo/report/preview');
  expect(report.text).toContain('Geef wie begint een startblad.');
});

test('of two who change the same finding, the second sees both texts and nothing is lost', async () => {
  const [{ code } = { code: '' }] = (await recordsOf(app.ctx.db.kysely, 'ooo')).finding;
  const address = `/team/ooo/records/findings/${code}`;
  const form = { ...(await carriedBy(team, address)), certainty: 'certain', 'needs.N3b': '1' };
  expect((await team.post(address, { ...form, 'text.nl': 'Eerst.', 'text.en': 'First.' })).status).toBe(303);
  const second = await team.post(address, { ...form, 'text.nl': 'Daarna.', 'text.en': 'Then.' });
  expect(second.status).toBe(409);
  expect(second.text).toContain('Eerst.');
  expect(second.text).toContain('Daarna.');
});
