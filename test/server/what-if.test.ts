// Weighing a closed round against the evidence: a plain form whose answer is an address, and a decision it leaves alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeRound, roundsOf, saveBallot } from '../../server/db/panels.ts';
import { type App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';
import { startPanelServer } from './panel-project.ts';
import { signedIn } from './team-member.ts';

const page = '/team/ooo/panel/rounds/1/what-if';

describe('what if we weigh otherwise', () => {
  let app: App;
  let visitor: Visitor;
  beforeAll(async () => {
    app = await startDemonstration();
    visitor = new Visitor(app.address);
    await signInThroughSetUp(visitor);
  });
  afterAll(() => app?.stop());

  test('starts with half the weight for the group, in numbers that sum to a hundred', async () => {
    const { status, text } = await visitor.get(page);
    expect(status).toBe(200);
    const given = [...text.matchAll(/name="weight\.[a-z_]+"[^>]*value="(\d+)"/g)].map(([, value]) =>
      Number(value),
    );
    expect(given[0]).toBe(50);
    expect(given.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(text).toMatch(/(In \d van de 10 manieren om te wegen|Hoe je ook weegt)/);
    expect(text).toContain('aan de beslissing verandert niets');
  });

  test('with the group alone has the order of the group; what only evidence told apart shares a place', async () => {
    const order = (html: string) => [...html.matchAll(/needs\/(N\w+)">/g)].map(([, need]) => need);
    const { text } = await visitor.get(`${page}?weight.ballots=100`);
    expect(order(text)).toEqual(order((await visitor.get('/team/ooo/panel?round=1')).text).slice(0, 11));
    expect(text).toContain('1 plaats hoger dan bij de groep');
    const other = await visitor.get(`${page}?weight.ballots=0&weight.survey=10`);
    expect(other.text).toContain('what-if-moved');
  });

  test('says beside the field what is no weight, and keeps everything typed', async () => {
    const wrong = await visitor.get(`${page}?weight.ballots=veel&weight.survey=12,5`);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Een gewicht is een getal van 0 tot 100');
    expect(wrong.text).toContain('value="veel"');
    expect(wrong.text).toContain('value="12,5"');
    expect((await visitor.get(`${page}?weight.ballots=0&weight.survey=`)).status).toBe(422);
    expect((await visitor.get(`${page}?weight.__proto__=5&weight.ballots=5`)).status).toBe(200);
    expect((await visitor.get(`${page}?weight.ballots=101`)).status).toBe(422);
  });

  test('changes nothing: the same rounds and the same list as before', async () => {
    const before = await roundsOf(app.ctx.db.kysely, 'ooo');
    await visitor.get(`${page}?weight.survey=100`);
    expect(await roundsOf(app.ctx.db.kysely, 'ooo')).toEqual(before);
    expect((await visitor.get('/team/ooo/panel/rounds/1/final')).text).toContain('/what-if"');
  });

  test('is not there for an open round', async () => {
    expect((await visitor.get('/team/ooo/panel/rounds/2/what-if')).status).toBe(404);
  });
});

test('of two needs with few lists only the order is told: that is said, and no list is called missing', async () => {
  const server = await startPanelServer();
  try {
    const team = await signedIn(server);
    const db = server.ctx.db.kysely;
    const top = { tiers: [['N4'], ['N3'], ['N2'], ['N1']], noOpinion: [] };
    const lists = { top, N3: { tiers: [['N3b'], ['N3a']], noOpinion: [] } };
    for (const member of ['m1', 'm2', 'm3']) {
      const ballot = { project: 'klein', round: 1, member, ballot: { lists }, submitted: true };
      await saveBallot(db, { ...ballot, savedAt: '2024-03-02' });
    }
    await closeRound(db, 'klein', 1, '2024-03-03');
    const { status, text } = await team.get('/team/klein/panel/rounds/1/what-if');
    const [whole = '', within = ''] = text.split('<h2>Binnen ‘Vlotte start’');
    expect(status).toBe(200);
    expect(within).toContain('tonen we bij de groep enkel de volgorde');
    expect(whole).not.toContain('enkel de volgorde');
    expect(text).not.toContain('Zonder cijfer');
    expect(within).toMatch(/needs\/N3b">.*\n.*needs\/N3a">/);
  } finally {
    await server.close();
  }
});

test('without evidence the group is all there is to weigh, and with too few ballots nothing is', async () => {
  const server = await startPanelServer();
  try {
    const team = await signedIn(server);
    const db = server.ctx.db.kysely;
    const lists = { top: { tiers: [['N4'], ['N3'], ['N2'], ['N1']], noOpinion: [] } };
    for (const member of ['m1', 'm2']) {
      const ballot = { project: 'klein', round: 1, member, ballot: { lists }, submitted: true };
      await saveBallot(db, { ...ballot, savedAt: '2024-03-02' });
    }
    await closeRound(db, 'klein', 1, '2024-03-03');
    const { status, text } = await team.get('/team/klein/panel/rounds/1/what-if');
    expect(status).toBe(200);
    expect(text).toContain('te weinig lijsten');
    expect(text.match(/name="weight\./g)).toHaveLength(1);
  } finally {
    await server.close();
  }
});
