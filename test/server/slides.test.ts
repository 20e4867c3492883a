// A report on slides over HTTP: from the snapshot alone, what is left out stays out, what is hidden says so, in three languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../../analysis/report/blocks.ts';
import type { ReportModel } from '../../analysis/report/model.ts';
import type { QuestionResult } from '../../analysis/results/questions.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import { reportWords } from '../../server/report/report-words.ts';
import type { Slide } from '../../server/report/slides/slide.ts';
import { slidesOf } from '../../server/report/slides/slides.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

const address = '/r/ooo/1/present';
let app: App;
let team: Visitor;
let report: ReportModel;
let hash = '';
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
  const published = await reportByCode(app.ctx.db.kysely, 'ooo', 1);
  if (!published) throw new Error('nothing was published');
  report = readSnapshot(published);
  hash = published.hash;
});
afterAll(() => app?.stop());

const read = async (path: string) => (await app.visitor().get(path)).text;
const sections = (html: string) => html.match(/<section class="slide /g)?.length ?? 0;
const slides = (model: ReportModel, most: number | null = null): readonly Slide[] =>
  slidesOf(model, hash, reportWords(app.ctx.texts, 'nl'), most);
const kinds = (model: ReportModel) => new Set(slides(model).map(({ body }) => body.kind));
/** The report without some of its blocks. */
const without = (model: ReportModel, ...ids: readonly string[]): ReportModel => ({
  ...model,
  blocks: blocksOf(model).map((block) => (ids.includes(block.id) ? { ...block, hidden: true } : block)),
});

describe('the slides of a published report', () => {
  test('begin with its title and date, and have one for every need in its order', async () => {
    const html = await read(address);
    expect(html).toMatch(/<h1[^>]*>Wat bibliotheken nodig hebben/);
    expect(html).toContain('Versie 1, ');
    const needs = slides(report).filter(({ body }) => body.kind === 'need');
    expect(needs.map(({ mark }) => mark)).toEqual(report.needs.map(({ mark }) => mark));
    expect(sections(html)).toBe(slides(report).length);
  });

  test('have the figures, a quote and the actions of the report, and no figure of their own', async () => {
    const html = await read(address);
    const page = await read('/r/ooo/1');
    for (const words of [
      '34%',
      '36 van de 105',
      '85 van 304',
      'Structuur brengen in de inhoud van het leerplatform',
    ])
      expect(html).toContain(words);
    const percents = new Set(html.slice(html.indexOf('<main')).match(/\d+%/g));
    expect([...percents].filter((percent) => !page.includes(percent))).toEqual([]);
    expect(percents.size).toBeGreaterThan(30);
    const [first] = slides(report).filter(({ body }) => body.kind === 'need');
    expect(first?.body).toMatchObject({
      quote: { text: 'Het is me niet duidelijk welke vragen ik er mag stellen en welke niet.' },
      actions: [{ code: 'ACT-1' }, { code: 'ACT-5' }],
    });
  });

  test('have the hash of the snapshot at the foot of every slide, and lead to the report', async () => {
    const html = await read(address);
    expect(html.split(hash).length - 1).toBe(sections(html));
    expect(html).toContain('href="/r/ooo/1#need-N1"');
    const page = await read('/r/ooo/1');
    const places = [...html.matchAll(/href="\/r\/ooo\/1#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });

  test('ask the meeting to stand behind the order and to decide where no action was announced', () => {
    const asked = slides(report).flatMap(({ body }) => (body.kind === 'asks' ? body.asks : []));
    expect(asked.map(({ text }) => text)).toEqual([
      'Sta achter de volgorde van de 11 noden.',
      'Spreek af wie wat doet en tegen wanneer: 5 publieke acties.',
      'Beslis wat er komt voor 3 noden zonder publieke actie.',
      'Zeg wat er nog ontbreekt bij 2 noden die deels beantwoord zijn.',
      expect.stringContaining('zonder actie'),
    ]);
    const evidence = slides(without(report, 'order', 'actions')).flatMap(({ body }) =>
      body.kind === 'asks' ? body.asks : [],
    );
    expect(evidence.map(({ text }) => text).join(' ')).not.toMatch(/volgorde|publieke actie/);
  });

  test('are fewer where only the first needs are asked for, each with its parts', async () => {
    const marks = slides(report, 3).flatMap(({ body, mark }) => (body.kind === 'need' ? [mark] : []));
    expect(marks).toEqual(['1', '2', '2a', '2b', '3']);
    const html = await read(`${address}?needs=3`);
    expect(sections(html)).toBe(slides(report, 3).length);
    expect(html).toMatch(/href="\/r\/ooo\/1\/present\?needs&#x3D;3" aria-current="true"/);
    expect(sections(await read(`${address}?needs=no`))).toBe(slides(report).length);
  });

  test('leave out what the team left out', () => {
    expect(kinds(report)).toContain('method');
    expect(kinds(without(report, 'method'))).not.toContain('method');
    expect(kinds(without(report, 'facts'))).not.toContain('facts');
    expect(kinds(without(report, 'order'))).not.toContain('order');
    expect(kinds(without(report, 'services'))).not.toContain('services');
    const fewer = without(report, 'need-N1', 'quote-citaat-3', 'finding-V4', 'actions-N5');
    const said = JSON.stringify(
      slides(fewer).filter(({ body }) => body.kind !== 'order' && body.kind !== 'asks'),
    );
    expect(said).not.toContain('Het is me niet duidelijk');
    expect(said).not.toContain('Mijn eerste maand was vooral proberen');
    expect(said).not.toContain('De uitleg sluit niet aan');
    const need = slides(fewer).find(({ mark, body }) => mark === '3' && body.kind === 'need');
    expect(need?.body).toMatchObject({ actions: [], gap: null });
  });

  test('say of a hidden figure that it is hidden, and draw no bar for it', () => {
    const [first, ...rest] = report.needs;
    if (!first?.leading) throw new Error('the first need has no figure');
    const share = {
      ...first.leading.share,
      count: null,
      base: null,
      estimate: null,
      interval: null,
      openness: 'withheld' as const,
    };
    const hidden = { ...report, needs: [{ ...first, leading: { ...first.leading, share } }, ...rest] };
    const slide = slides(hidden).find(({ body }) => body.kind === 'need');
    expect(slide?.body).toMatchObject({ bar: null, leading: { figure: 'te weinig antwoorden', of: '' } });
  });

  test('show a long picture on three slides at most, and say how much of it stands in the report alone', () => {
    const need = report.needs.find(({ charts }) => charts.some(({ kind }) => kind === 'question'));
    const chart = need?.charts.find(({ kind }) => kind === 'question');
    const share = need?.leading?.share;
    if (!need || !share || chart?.kind !== 'question') throw new Error('no need has a chart and a figure');
    const { code, label, page } = chart.result;
    const result: QuestionResult = {
      code,
      label,
      page,
      type: 'multiple',
      kind: 'choices',
      base: 105,
      missing: null,
      openness: 'full',
      mentions: 40,
      choices: Array.from({ length: 40 }, (_, place) => ({
        variable: `V.${place}`,
        code: String(place),
        label: { nl: `Een antwoord met een lange naam, het is nummer ${place}` },
        share,
        ofAsked: share,
        ofMentions: null,
      })),
    };
    const charts = [{ ...chart, result }];
    const changed = report.needs.map((each) => (each === need ? { ...each, charts } : each));
    const shown = slides({ ...report, needs: changed }).flatMap(({ body, part }) =>
      body.kind === 'chart' && JSON.stringify(body).includes('lange naam') ? [{ part, body }] : [],
    );
    expect(shown.map(({ part }) => part)).toEqual(['deel 1 van 3', 'deel 2 van 3', 'deel 3 van 3']);
    const rows = shown.reduce((sum, { body }) => sum + (body.table?.rows.length ?? 0), 0);
    expect(shown[2]?.body.caption.at(-1)).toBe(`En nog ${40 - rows} andere in het hele rapport.`);
  });

  test('speak Dutch, English and French', async () => {
    expect(await read(`${address}?lang=en`)).toContain('What we ask of you');
    const french = await read(`${address}?lang=fr`);
    expect(french).toContain('<html lang="fr"');
    expect(french).toContain('Ce que nous vous demandons');
    expect(french).not.toContain('Wat we jullie vragen');
  });

  test('show words that would be markup as words', () => {
    const hostile = '<script>alert(1)</script>';
    const title = slides({ ...report, title: { nl: hostile } })[0]?.title;
    expect(title).toBe(hostile);
  });

  test('are not there for a report or a version that is not', async () => {
    expect((await app.visitor().get('/r/none/1/present')).status).toBe(404);
    expect((await app.visitor().get('/r/ooo/9/present')).status).toBe(404);
  });
});

describe('the slides of a draft', () => {
  test('are for the team alone, and say they are a draft', async () => {
    const page = await team.get('/team/ooo/report/present');
    expect(page.status).toBe(200);
    expect(page.text).toContain('nog niet gepubliceerd');
    expect(page.text).not.toContain('Vingerafdruk');
    expect(page.text).toContain('href="/team/ooo/report/preview');
    const stranger = await app.visitor().get('/team/ooo/report/present');
    expect(stranger.status).not.toBe(200);
    expect(stranger.text).not.toContain('class="slide');
  });

  test('are linked from the report station and from both pages of the report', async () => {
    expect((await team.get('/team/ooo/report')).text).toContain('href="/team/ooo/report/present"');
    expect((await team.get('/team/ooo/report/preview')).text).toContain('href="/team/ooo/report/present"');
    expect(await read('/r/ooo')).toContain('href="/r/ooo/1/present"');
  });
});
