// The workspace's pages over the demonstration: nobody comes in without signing in, the published figures are on
// the pages, and what a group is too small for is nowhere in them.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleOf } from '../../server/db/people.ts';
import { formatNumber } from '../../server/format-values.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { joinProjectsOfNobody } from '../../server/operations/people.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readTemplateFolder } from '../../server/template-folder.ts';
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

const pages = [
  '/team',
  '/team/ooo/questionnaire',
  '/team/ooo/fieldwork',
  '/team/ooo/results',
  '/team/ooo/results?page=hulp',
  '/team/ooo/results/services',
  '/team/ooo/results/remarks',
  '/team/ooo/needs',
  '/team/ooo/needs?order=panel',
  '/team/ooo/needs/N5',
  '/team/ooo/evidence',
  '/team/ooo/records',
];

/** The words of a page's own part as they are read, without the figures a browser draws from. */
async function read(path: string): Promise<string> {
  const { text } = await team.get(path);
  return text
    .slice(text.indexOf('<main'), text.indexOf('</main>'))
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');
}

describe('a page of the workspace', () => {
  it.each(pages)('%s is shown to the team alone', async (path) => {
    const stranger = await app.visitor().get(path);
    expect([stranger.status, stranger.location]).toEqual([
      303,
      `/team/sign-in?to=${encodeURIComponent(path)}`,
    ]);
    expect(stranger.text).not.toContain('Wise');
    const shown = await team.get(path);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Demonstratiegegevens');
  });

  it.each(pages)('%s is there in English too', async (path) => {
    const english = app.visitor();
    for (const [name, value] of team.cookies) english.cookies.set(name, value);
    const page = await english.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('Sign out');
  });

  it.each([
    ['/team/nergens/needs', 'Dit project is er niet'],
    ['/team/ooo/needs/N99', 'Deze nood is er niet'],
    ['/team/ooo/results?survey=geen', 'Deze vragenlijst is er niet'],
    ['/team/ooo/results?page=geen', 'Deze pagina is er niet'],
  ])('%s that does not exist says so', async (path, words) => {
    const page = await team.get(path);
    expect(page.status).toBe(404);
    expect(page.text).toContain(words);
  });
});

describe('the published figures', () => {
  it('stand on the fieldwork page: libraries and answers as separate measures', async () => {
    const words = await read('/team/ooo/fieldwork');
    expect(words).toContain('85 van de 304 bibliotheken antwoordden: 28%');
    expect(words).toContain('108 antwoorden');
    expect(words).toContain('1,27 antwoorden per bib. Uit 67 bibs kwam er één, uit 14 bibs twee');
    expect(words).toContain('Limburg 16 42 38%');
    expect(words).toContain('219 bibs ontbreken');
  });

  it('stand on the services page with their advice, reason and thresholds', async () => {
    const words = await read('/team/ooo/results/services');
    expect(words).toContain('101 van de 108 gebruiken Wise elke maand; 79 van de 104 gebruikers');
    expect(words).toContain('Minstens 50% elke maand');
    expect(words).toContain('Verkennen');
    expect(words).toContain('Nog niet zelfstandig');
  });

  it('stand on the remarks page with both bases', async () => {
    const words = await read('/team/ooo/results/remarks');
    expect(words).toContain('Leerplatform komt het vaakst terug: 28% van de opmerkingen');
    expect(words).toContain('41 van de 100 opmerkingen (41%)');
  });

  it('rank the needs as the analysis does, each opened into its indicators', async () => {
    const { needs } = await analyseProject(app.ctx, 'ooo', { reader: 'team' });
    const words = await read('/team/ooo/needs');
    const top = needs.filter(({ parent }) => parent === null);
    const places = top.map(({ label }) => words.lastIndexOf(label.nl ?? ''));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    for (const { code, score, sources } of needs) {
      const page = await read(`/team/ooo/needs/${code}`);
      expect(page, code).toContain(`${Math.round(score ?? 0)} op 100`);
      for (const { indicators } of sources) {
        for (const { label, share } of indicators) {
          expect(page).toContain(label.nl);
          if (share.count !== null && share.base !== null)
            expect(page).toContain(`${share.count} van de ${formatNumber('nl', share.base)}`);
        }
      }
    }
  });

  it('count every source of every need in the matrix', async () => {
    const { needs } = await analyseProject(app.ctx, 'ooo', { reader: 'team' });
    const { text } = await team.get('/team/ooo/evidence');
    const counts = [...text.matchAll(/cell-words"><b>(\d+)<\/b>/g)].map(([, count]) => Number(count));
    const filled = needs.flatMap(({ evidence }) => evidence).filter(({ count }) => count > 0);
    expect(counts).toHaveLength(filled.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
      filled.reduce((sum, { count }) => sum + count, 0),
    );
  });

  it('tell interviews as counts of those asked', async () => {
    expect(await read('/team/ooo/records')).toContain('5 van de 6 herkennen ze');
  });
});

describe('a group that is too small', () => {
  const brussels = '/team/ooo/results?page=over_jou&filter=province%3ABrussel';

  it('has none of its numbers in the page', async () => {
    const full = await analyseProject(app.ctx, 'ooo', {
      reader: 'operator',
      filters: [{ variable: 'province', code: 'Brussel' }],
    });
    const tenure = full.surveys[0]?.questions.find(({ code }) => code === 'A3');
    if (tenure?.kind !== 'distributions') throw new Error('A3 is a distribution');
    expect(tenure.distributions[0]?.base).toBeLessThan(10);
    const { text } = await team.get(brussels);
    const words = await read(brussels);
    expect(words).toContain('Enkel Provincie: Brussel.');
    expect(words).toContain('te weinig antwoorden');
    expect(text).not.toContain('<canvas');
    expect(words).not.toMatch(/\d+ van (de )?\d+/);
    expect(words).not.toMatch(/\d+%(?!-interval)/);
    expect(words).toContain('Te weinig antwoorden in deze groep');
  });

  it('shows a larger group with its small cells held back', async () => {
    const words = await read('/team/ooo/results?page=over_jou&filter=province%3ALimburg');
    const { surveys } = await analyseProject(app.ctx, 'ooo', {
      reader: 'team',
      filters: [{ variable: 'province', code: 'Limburg' }],
    });
    const hidden = surveys[0]?.questions.flatMap((question) =>
      question.kind === 'distributions'
        ? question.distributions.flatMap(({ categories }) =>
            categories.filter(({ share }) => share.openness === 'withheld'),
          )
        : [],
    );
    expect(hidden?.length).toBeGreaterThan(0);
    expect(words).toContain('kleine groep');
    expect(words).toContain('te weinig antwoorden');
    expect(words).not.toContain('0 van 0');
  });

  it('ignores a filter the project does not offer', async () => {
    const words = await read('/team/ooo/results?filter=D4%3Aja&filter=province%3ANergens');
    expect(words).not.toContain('Enkel ');
    expect(words).toContain('36 van de 108');
  });
});

describe('a project without answers', () => {
  it('says on each page what will be there and how to get there', async () => {
    const template = await readTemplateFolder(join(templatesFolder, 'ooo'));
    const [questionnaire] = template.questionnaires;
    if (!questionnaire) throw new Error('the template has a questionnaire');
    const fresh = {
      ...template,
      questionnaires: [{ ...questionnaire, code: 'leeg' }],
      reportTemplate: { ...template.reportTemplate, code: 'leeg' },
    };
    await app.ctx.db.kysely
      .transaction()
      .execute((db) => createProject(db, 'leeg', fresh, false, '2024-01-01T00:00:00Z'));
    const [{ account } = { account: '' }] = await peopleOf(app.ctx.db.kysely, 'ooo');
    await joinProjectsOfNobody(app.ctx.db.kysely, account, '2024-01-01T00:00:00Z');
    expect(await read('/team/leeg/fieldwork')).toContain('zodra het eerste antwoord binnen is');
    expect(await read('/team/leeg/results')).toContain('Hier komen de cijfers per vraag');
    expect(await read('/team/leeg/results/services')).toContain('Hier komt per dienst');
    expect(await read('/team/leeg/results/remarks')).toContain('Hier komt wat mensen in hun eigen woorden');
    expect(await read('/team/leeg/needs')).toContain('Hier komt de volgorde van de noden');
    expect(await read('/team/leeg/evidence')).toContain('Hier komt per nood welke bronnen');
    expect(await read('/team/leeg/records')).toContain('Hier komen de acties');
    expect(await read('/team/leeg/results?page=hulp')).not.toContain('te weinig antwoorden');
  });
});
