// `analyse --json` prints exactly the fields docs/analyse-json.md names, for the operator and for every reader.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseProject } from '../../analysis/analyse-project.ts';
import { disclose } from '../../analysis/disclosure.ts';
import type { NeedOrder } from '../../analysis/results/needs.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import { project } from '../analysis/number-survey.ts';
import { analyseJson, printed } from './analyse-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-shape-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Printed = ProjectAnalysis & { readonly orders: readonly NeedOrder[]; readonly waves: readonly object[] };

let operator: Printed;
beforeAll(async () => {
  operator = (await analyseJson(folder, ['ooo'])) as Printed;
}, 60_000);

/** The names in the first column of the table under a heading. */
function documented(heading: string): readonly string[] {
  const text = readFileSync(new URL('../../docs/analyse-json.md', import.meta.url), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows
    .flatMap((row) => (row.split('|')[1] ?? '').match(/`[^`]+`/g) ?? [])
    .map((name) => name.slice(1, -1));
}

const keys = (value: object | undefined | null) => Object.keys(value ?? {}).sort();
const inOrder = (names: readonly string[]) => [...names].sort();

describe('the printed shape', () => {
  it('of a project, a survey and a need is the documented one', () => {
    expect(keys(operator)).toEqual(inOrder(documented('A project')));
    for (const survey of operator.surveys) {
      expect(keys(survey)).toEqual(inOrder([...documented('A survey'), 'survey', 'title', 'version']));
    }
    for (const need of operator.needs) {
      expect(keys(need)).toEqual(inOrder([...documented('A need'), 'explanation']));
    }
    expect(operator.orders.map(({ parent }) => parent)).toEqual([null, 'N3']);
    for (const order of operator.orders) expect(keys(order)).toEqual(inOrder(documented('An order')));
  });

  it('of a figure is the documented one, everywhere', () => {
    const figures: object[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('estimate' in value && 'unit' in value) figures.push(value);
      for (const part of Object.values(value)) visit(part);
    };
    visit(operator);
    expect(figures.length).toBeGreaterThan(1000);
    const shapes = new Set(figures.map((figure) => keys(figure).join()));
    expect([...shapes]).toEqual([inOrder([...documented('A figure'), 'method', 'unit']).join()]);
  });

  it('of numbers is the documented one, for the operator and for the team', () => {
    const analysis = analyseProject(project([{ hours: '3', start: '2024-03' }]));
    for (const reader of ['operator', 'team'] as const) {
      const questions = disclose(analysis, reader).surveys[0]?.questions ?? [];
      const numbers = questions.flatMap((question) => (question.kind === 'numbers' ? question.numbers : []));
      expect(numbers.length).toBeGreaterThan(5);
      for (const one of numbers) expect(keys(one)).toEqual(inOrder(documented('Numbers')));
    }
  });

  it('is the same for a reader, who sees less', async () => {
    const team = (await printed(folder, ['ooo', '--as', 'team'])) as ProjectAnalysis;
    expect(keys(team)).toEqual(keys(operator));
    expect(team.surveys.map(keys)).toEqual(operator.surveys.map(keys));
    const cinebib = (analysis: ProjectAnalysis) =>
      analysis.surveys[0]?.services.find(({ code }) => code === 'cinebib');
    expect(cinebib(operator)?.mastery.categories[0]?.share.interval).not.toBeNull();
    expect(cinebib(team)?.mastery).toMatchObject({
      openness: 'smallGroup',
      categories: [{ share: { interval: null } }, {}, {}, {}, {}],
    });
  });

  it('of a survey is its project with that survey alone', async () => {
    const survey = (await printed(folder, ['ooo-collega'])) as ProjectAnalysis;
    expect(survey.surveys.map((one) => one.survey)).toEqual(['ooo-collega']);
    expect(survey.needs).toEqual(operator.needs);
  });
});
