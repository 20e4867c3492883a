// Two waves in the workspace: declared, compared, and begun from an existing questionnaire.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveyByCode, surveysOf } from '../../server/db/surveys.ts';
import { projectWaves } from '../../server/operations/project-waves.ts';
import { addSecondWave } from '../set-up/second-wave.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

const waves = '/team/ooo/waves';
const tokenOf = (text: string) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
const read = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const waveOf = async (code: string) => (await surveyByCode(app.ctx.db.kysely, code))?.waveOf;

describe('the page of the waves', () => {
  it('says what to do while there is one', async () => {
    const page = await team.get(waves);
    expect(page.status).toBe(200);
    expect(read(page.text)).toContain('Nog geen twee metingen om te vergelijken');
    expect((await team.get('/team/ooo/results')).text).toContain(`href="${waves}"`);
  });

  it('keeps which survey is a wave of which, never in a circle', async () => {
    const csrf = tokenOf((await team.get(waves)).text);
    const declare = (survey: string, of: string) => team.post(waves, { csrf, survey, waveOf: of });
    expect((await declare('ooo-collega', 'ooo')).location).toBe(`${waves}?saved=yes`);
    expect(await waveOf('ooo-collega')).toBe('ooo');
    expect((await team.get(`${waves}?saved=yes`)).text).toContain('Bewaard.');
    expect((await declare('ooo', 'ooo-collega')).status).toBe(404);
    expect((await declare('ooo', 'ooo')).status).toBe(404);
    expect((await declare('ooo', 'nergens')).status).toBe(404);
    expect(await waveOf('ooo')).toBeNull();
    await declare('ooo-collega', '');
    expect(await waveOf('ooo-collega')).toBeNull();
  });

  it('LIB-18 compares two waves: tells what changed, by how much, and where the series breaks', async () => {
    await addSecondWave(app);
    const [comparison] = await projectWaves(app.ctx, 'ooo', 'team');
    expect(comparison).toMatchObject({
      first: { survey: 'ooo', responses: 108 },
      second: { responses: 100 },
    });
    const broken = comparison?.questions.filter(({ breaks }) => breaks.length > 0);
    expect(broken?.map(({ code }) => code)).toEqual(['C3']);
    expect(comparison?.moved).toBeGreaterThan(0);
    const page = read((await team.get(waves)).text);
    expect(page).toMatch(/gestegen van \d+% naar \d+%: \+\d+ punten \(tussen \+\d+ en \+\d+\)/);
    expect(page).toContain('Breuk in de reeks');
    expect(page).toContain('Dat is niet meer dezelfde vraag.');
  });

  it('shows the same to every reader outside the team in steps', async () => {
    const [shown] = await projectWaves(app.ctx, 'ooo', 'public');
    expect(shown?.questions.length).toBeGreaterThan(5);
  });
});

describe('a next wave', () => {
  it('begins as a copy that knows what it follows', async () => {
    const address = '/team/ooo/surveys/new';
    const form = await team.get(address);
    expect(form.text).toContain('Dit is een volgende meting van die vragenlijst');
    const made = await team.post(address, {
      csrf: tokenOf(form.text),
      start: 'copy:ooo',
      'title-nl': 'Nog eens',
      'language-nl': '1',
      code: 'ooo-nog-eens',
      wave: '1',
    });
    expect(made.status).toBe(303);
    expect(await waveOf('ooo-nog-eens')).toBe('ooo');
    // Nobody answered it yet: it is compared with nothing.
    const surveys = await surveysOf(app.ctx.db.kysely, 'ooo');
    expect(surveys.at(-1)?.state).toBe('draft');
    expect(await projectWaves(app.ctx, 'ooo', 'team')).toHaveLength(1);
  });
});
