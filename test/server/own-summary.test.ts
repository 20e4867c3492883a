// "You beside the sector" over HTTP: after sending only, own answers marked, figures as readers outside the team may
// see them and moving in steps, and nothing that tells libraries apart.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveRecords } from '../../server/db/records.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { responseOf } from '../../server/operations/submit-response.ts';
import { projectRecordsSchema } from '../../surveys/project-records.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { sample, sampleRegister } from '../surveys/sample-questionnaire.ts';
import { startWithSample } from './sample-survey.ts';

const receipt = '7KQ42MHR';
let now = new Date('2024-03-01T13:03:00Z');
let app: App;
let visitor: Visitor;
beforeEach(async () => {
  now = new Date('2024-03-01T13:03:00Z');
  app = await startWithSample(sample, { now: () => now });
  visitor = app.visitor();
  visitor.cookies.set('receipt_proef', receipt);
});
afterEach(() => app.stop());

/** Stores what this many persons answered; the first under the visitor's receipt, when asked. */
async function store(count: number, answers: Readonly<Record<string, string>>, own = false): Promise<void> {
  const responses = Array.from({ length: count }, (_, index) => {
    const receiptHash = own && index === 0 ? hashToken('receipt', receipt) : '';
    const draft = { answers, version: 1, receiptHash, seed: 1 };
    const response = responseOf(draft, sample, sampleRegister, app.ctx.newId(), '2024-03-01');
    return receiptHash === '' ? { ...response, receiptHash: null } : response;
  });
  await insertResponses(app.ctx.db.kysely, 'proef', responses);
}

const mine = {
  consent: 'yes',
  role: 'lead',
  library: 'bib-1',
  'use.till': '2',
  'ways.paper': '1',
  team: 'Wij',
};
const others = { consent: 'yes', role: 'desk', library: 'bib-2', 'use.till': '1', 'well.till': '1' };
const summary = () => visitor.get('/s/proef/summary');
/** The words a reader sees, without the markup. */
const wordsIn = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the own summary', () => {
  it('UKB-13 suggests the course that is for who answered so, with its address, and to nobody else', async () => {
    const offer = async (role: string) => {
      const course = {
        code: 'c',
        title: { nl: 'Basis <b>' },
        state: 'ready',
        public: true,
        link: 'https://bib.example/cursus',
        offeredTo: [`proef:role:${role}`],
      };
      await saveRecords(app.ctx.db.kysely, 'proef', projectRecordsSchema.parse({ course: [course] }));
    };
    await offer('lead');
    await store(1, mine, true);
    const { text } = await summary();
    expect(wordsIn(text)).toContain('Misschien iets voor jou');
    expect(text).toContain('<a href="https://bib.example/cursus" rel="noreferrer">Basis &lt;b&gt;</a>');
    await offer('desk');
    expect((await summary()).text).not.toContain('Misschien iets voor jou');
  });

  it('marks the own answer on the share of everybody', async () => {
    await store(5, mine, true);
    await store(15, others);
    const { status, text, headers } = await summary();
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    const words = wordsIn(text);
    expect(words).toContain('Dit komt uit 20 antwoorden.');
    expect(words).toContain('Balie 75%');
    expect(words).toContain('Leiding jij 25%');
    expect(words).toContain('Hoe vaak? Jij: Vaak · 25% koos hetzelfde');
    expect(words).toContain('Hoe vlot? Jij liet dit open');
    expect(words).toContain('Jij: 1. Papier');
    expect(text).not.toContain('vendor/chart.js');
  });

  it('tells nothing of words, of consent, of libraries, or of questions that were not asked', async () => {
    await store(20, others, true);
    const { text } = await summary();
    for (const hidden of ['Nog iets?', 'Hoe leert je ploeg?', 'Ik doe mee', 'Bib ', 'Waarom niets?'])
      expect(wordsIn(text)).not.toContain(hidden);
  });

  it('says why where too few answered, and shows no figure there', async () => {
    await store(1, { ...mine, 'learn.a': '1' }, true);
    await store(11, others);
    const words = wordsIn((await summary()).text);
    expect(words).toContain('Wat wil je leren? Nog te weinig antwoorden . We tonen pas');
    expect(words).not.toMatch(/Zoeken (jij )?100%/);
    expect(words).toContain('12 antwoorden, kleine groep');
  });

  it('shows no figures at all under eight answers', async () => {
    await store(7, mine, true);
    const words = wordsIn((await summary()).text);
    expect(words).toContain('Er zijn nog te weinig antwoorden om iets te tonen.');
    expect(words).not.toContain('%');
  });

  it('moves in steps of five answers, not with each', async () => {
    await store(20, mine, true);
    expect(wordsIn((await summary()).text)).toContain('Papier jij: plaats 1 100%');
    await store(4, others);
    now = new Date('2024-03-01T13:10:00Z');
    expect(wordsIn((await summary()).text)).toContain('Dit komt uit 20 antwoorden');
    await store(1, others);
    now = new Date('2024-03-01T13:20:00Z');
    expect(wordsIn((await summary()).text)).toContain('Dit komt uit 25 antwoorden');
  });

  it('is only for who has sent', async () => {
    await store(20, others);
    expect(await summary()).toMatchObject({ status: 303, location: '/s/proef' });
    await visitor.post('/s/proef/start');
    expect(await summary()).toMatchObject({ status: 303, location: '/s/proef/page/you' });
  });
});
