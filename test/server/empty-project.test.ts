// A project that has only begun: no survey, a draft, an open survey without answers, several surveys, no needs, no
// panel, no report. Every page of the workspace opens and says what will be there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject as addProject } from '../../server/db/projects.ts';
import { replaceSetupToken } from '../../server/db/setup-tokens.ts';
import { createSurvey } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { questionnaire as numbers } from '../analysis/number-survey.ts';
import { questionnaire as small } from '../analysis/small-survey.ts';
import { type App, startApp, type Visitor } from '../set-up/start-app.ts';
import { workspacePages } from '../set-up/start-real-surveys.ts';

const at = '2026-01-01T00:00:00Z';
const asks = (questionnaire: Questionnaire, code: string): Questionnaire => ({ ...questionnaire, code });

/** Surveys per project: what is asked, and whether it is fielded. */
const projects: Readonly<Record<string, readonly (readonly [Questionnaire, 'draft' | 'open'])[]>> = {
  leeg: [],
  ontwerp: [[asks(small, 'ontwerp'), 'draft']],
  open: [[asks(numbers, 'open'), 'open']],
  meer: [
    [asks(small, 'meer-1'), 'draft'],
    [asks(numbers, 'meer-2'), 'open'],
    [asks(small, 'meer-3'), 'open'],
  ],
};
/** Needs that ask for what no survey has (any more). */
const lost = {
  code: 'N1',
  label: { nl: 'Tijd' },
  indicators: [
    { source: 'survey', label: { nl: 'x' }, share: { any: [{ variables: ['weg'], codes: ['1'] }] } },
    {
      source: 'colleague_survey',
      label: { nl: 'x' },
      share: { survey: 'weg', any: [{ variables: ['x'], codes: ['1'] }] },
    },
    { source: 'open_answers', label: { nl: 'x' }, remarks: { questions: ['weg'] } },
    { source: 'interview', label: { nl: 'x' } },
    { source: 'desk_figures', label: { nl: 'x' }, categories: ['x'] },
  ],
  discrepancy: { importance: 'weg', ability: 'ook', values: 'asIs' },
};
const dangling = {
  needs: [lost],
  services: {
    frequency: 'weg',
    mastery: 'ook',
    frequentCodes: ['1'],
    dependence: {},
    none: { nl: '-' },
    verdicts: [
      {
        code: 'v',
        label: { nl: 'v' },
        reason: { nl: 'v' },
        conditions: [{ on: 'frequency', codes: ['1'], label: { nl: 'v' } }],
      },
    ],
  },
  highlights: [{ code: 'h', label: { nl: 'h' }, share: { any: [{ variables: ['weg.*'], codes: ['1'] }] } }],
  comparisons: [{ code: 'c', label: { nl: 'c' }, before: 'weg', after: 'ook' }],
  recommend: { variable: 'weg' },
  coding: {
    questions: ['weg'],
    services: [{ code: 's', label: { nl: 's' } }],
    themes: [{ code: 't', label: { nl: 't' } }],
  },
  background: ['weg'],
};

let app: App;
let team: Visitor;
async function add(code: string, catalogue: object, surveys: (typeof projects)[string]) {
  const db = app.ctx.db.kysely;
  const title = { nl: code };
  const project = {
    code,
    title,
    catalogue: needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [], ...catalogue }),
    reportTemplate: reportTemplateSchema.parse({
      format: 'nodenkaart/report/1',
      code,
      project: title,
      title,
    }),
    demonstration: false,
  };
  await addProject(db, project, at);
  for (const [position, [questionnaire, state]] of surveys.entries())
    await createSurvey(db, code, position, questionnaire, at, state);
}
beforeAll(async () => {
  app = await startApp();
  for (const [code, surveys] of Object.entries(projects)) await add(code, {}, surveys);
  await add('los', dangling, [[asks(numbers, 'los'), 'open']]);
  await replaceSetupToken(app.ctx.db.kysely, hashToken('setup', 'eenmalig'), at);
  team = app.visitor();
  const csrf = /name="csrf" value="([^"]+)"/.exec((await team.get('/team/set-up/eenmalig')).text)?.[1] ?? '';
  await team.post('/team/set-up/eenmalig', {
    csrf,
    email: 'team@bib.example',
    password: 'vier woorden zijn genoeg',
  });
});
afterAll(() => app?.stop());

describe.each([...Object.keys(projects), 'los'])('the project "%s"', (project) => {
  it('opens every page of the workspace, in Dutch and in English', async () => {
    for (const path of await workspacePages(app, project)) {
      for (const language of ['nl', 'en']) {
        const page = await team.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        const shown = await team.follow(page);
        expect(shown.status, `${path} in ${language}`).toBeLessThan(500);
        expect([path, shown.status]).toEqual([path, 200]);
      }
    }
  });

  it('is analysed for every reader', async () => {
    for (const reader of ['operator', 'team', 'panel', 'public', 'library'] as const) {
      const { surveys } = await analyseProject(app.ctx, project, { reader });
      expect(surveys.every(({ responses }) => responses === 0)).toBe(true);
    }
  });
});

it('keeps the place of a survey that is not fielded, without its questions', async () => {
  const { surveys } = await analyseProject(app.ctx, 'meer', { reader: 'operator' });
  expect(surveys.map(({ survey, questions }) => [survey, questions.length > 0])).toEqual([
    ['meer-1', false],
    ['meer-2', true],
    ['meer-3', true],
  ]);
});

it('has a list of projects and its first page', async () => {
  expect((await team.get('/team')).status).toBe(200);
  expect((await app.visitor().get('/')).status).toBe(200);
  expect((await team.follow(await team.get('/team/leeg'))).status).toBe(200);
});
