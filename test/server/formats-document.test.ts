// docs/formats.md keeps its word: its examples, taken out of the page, make a project, a register and answers.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { importRegister } from '../../server/operations/import-register.ts';
import { importResponses } from '../../server/operations/import-responses.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { type App, startApp } from '../set-up/start-app.ts';

const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');
const examples = new Map(
  [...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);

let folder: string;
let app: App;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodenkaart-formats-'));
  for (const [name, text] of examples) writeFileSync(file(name), text);
  app = await startApp();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app?.stop();
});

describe('the examples of docs/formats.md', () => {
  it('are there for every file', () => {
    expect([...examples.keys()]).toEqual([
      'questionnaire.json',
      'needs.json',
      'report.json',
      'demonstration.json',
      'plan.json',
      'register.csv',
      'map.json',
      'answers.csv',
    ]);
  });

  it('make a project, its register and its answers, with the figures they must give', async () => {
    const template = await readTemplateFolder(folder);
    await createProject(app.ctx.db.kysely, 'mijn-project', template, false, '2026-01-01T00:00:00Z');
    const register = await importRegister(app.ctx, { project: 'mijn-project', file: file('register.csv') });
    expect(register).toEqual({ imported: 2, problems: null });
    const answers = { survey: 'korte-vraag', file: file('answers.csv'), map: file('map.json') };
    expect(await importResponses(app.ctx, answers)).toEqual({ imported: 3, problems: null });
    const { needs, surveys } = await analyseProject(app.ctx, 'mijn-project', { reader: 'operator' });
    const uren = surveys[0]?.questions.find(({ code }) => code === 'uren');
    expect(uren).toMatchObject({ numbers: [{ base: 2, mean: 3.25, missing: { dontKnow: 1 } }] });
    expect(needs[0]?.sources[0]?.indicators[0]?.share).toMatchObject({ count: 1, base: 2 });
  });

  it('make a demonstration of a template', async () => {
    const other = await startApp();
    try {
      const [template, demonstration] = [await readTemplateFolder(folder), await readDemonstration(folder)];
      await createDemonstration(other.ctx, 'voorbeeld', template, demonstration);
      expect((await other.visitor().get('/s/korte-vraag')).status).toBe(200);
    } finally {
      await other.stop();
    }
  });
});

it('docs/formats.md names every type of question', () => {
  const { questions } = questionnaireSchema.shape.pages.element.shape;
  for (const { shape } of questions.element.options) expect(page).toContain(`| \`${shape.type.value}\` |`);
});
