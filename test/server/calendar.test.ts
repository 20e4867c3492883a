// What is on and when: kinds of meeting, what comes back every year with who knows it and went, and the year's priority beside the waves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf } from '../../server/db/records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { carriedBy } from './carried.ts';
import { wordsOf } from './figures-told.ts';
import { sharing as name, startSharingProject } from './shared-project.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  ({ app, team } = await startSharingProject());
}, 120_000);
afterAll(() => app?.stop());

const calendar = () => `/team/${name}/calendar`;
const waves = () => `/team/${name}/waves`;
const stored = async () => recordsOf(app.ctx.db.kysely, name);

describe('the calendar', () => {
  it('UKB-09 has three kinds of meeting that working groups hold', async () => {
    const types = (await stored()).event.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['workshop', 'themeMeeting', 'webinar']));
    const page = wordsOf(await team.get(calendar()));
    for (const kind of ['Workshop · ', 'Themabijeenkomst · ', 'Webinar · ']) expect(page).toContain(kind);
  });

  it('UKB-10 tells of what comes back every year how many know it and how many went', async () => {
    const page = wordsOf(await team.get(calendar()));
    expect(page).toMatch(/Elk jaar Netwerkdag Netwerkdag · november 2024 · [^·]+ · elk jaar/);
    expect(page).toMatch(
      /Jaarlijkse netwerkdag: Kennen \d+% \(\d+ van de \d+\) · Deden mee \d+% \(\d+ van de \d+\)/,
    );
  });

  it('UKB-09 takes a new entry of a working group, and says at the field what is wrong', async () => {
    const csrf = (await carriedBy(team, `/team/${name}/working-groups`)).csrf;
    await team.post(`/team/${name}/working-groups/import`, { csrf, list: 'Data' });
    const path = `${calendar()}/new`;
    const wrong = await team.post(path, { ...(await carriedBy(team, path)), 'title.nl': '' });
    expect(wrong.status).toBe(422);
    for (const field of ['title.nl', 'type-workshop', 'date.day'])
      expect(wrong.text).toContain(`href="#${field}"`);
    const form = await team.get(path);
    expect(form.text).toContain('name="groups.data"');
    const asked = /name="(asked\.[^"]+)"/.exec(form.text)?.[1] ?? '';
    const sent = await team.post(path, {
      ...(await carriedBy(team, path)),
      'title.nl': 'Webinar over data',
      type: 'webinar',
      'date.day': '2031-02-03',
      'groups.data': 'on',
      [asked]: 'on',
    });
    expect(sent.status).toBe(303);
    expect((await stored()).event.at(-1)).toMatchObject({
      type: 'webinar',
      groups: ['data'],
      asked: [asked.slice('asked.'.length)],
    });
    expect(wordsOf(await team.get(calendar()))).toMatch(/Wat komt Webinar over data Webinar · [^·]+ · Data/);
  });
});

describe('the priority of the year', () => {
  it('UKB-03 is a tag on the wave of its year, on the page and in the trend, and not on the one before', async () => {
    const page = wordsOf(await team.get(waves()));
    expect(page).toMatch(/2023, ‘[^’]+ Najaar 2023’: zonder prioriteit\./);
    expect(page).toMatch(/2024, ‘[^’]+’: het jaar met als prioriteit kennis delen\./);
    const { text } = await team.get(waves());
    const charts = text.slice(text.indexOf('<figure'));
    expect(charts).toContain('(2024: kennis delen)');
    expect(charts).not.toContain('(2023:');
  });

  it('UKB-03 is written by the team, a year at a time, and taken away again', async () => {
    const path = `${waves()}/priorities/new`;
    const wrong = await team.post(path, {
      ...(await carriedBy(team, path)),
      year: 'volgend',
      'title.nl': 'x',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="volgend"');
    const sound = { year: '2023', 'title.nl': 'digitale basis' };
    const carried = await carriedBy(team, path);
    const sent = await team.post(path, { ...carried, ...sound });
    expect([sent.status, sent.location]).toEqual([303, `${waves()}#${carried.code}`]);
    expect(wordsOf(await team.get(waves()))).toMatch(
      /2023, ‘[^’]+’: het jaar met als prioriteit digitale basis\./,
    );
    const { csrf } = await carriedBy(team, `${waves()}/priorities/${carried.code}`);
    await team.post(`${waves()}/priorities/${carried.code}/remove`, { csrf });
    expect(wordsOf(await team.get(waves()))).toMatch(/2023, ‘[^’]+’: zonder prioriteit\./);
  });
});
