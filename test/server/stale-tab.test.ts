// Two tabs of one respondent: what one saved the other never overwrites unasked, however the requests cross.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countResponses } from '../../server/db/responses.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { actionOf, draftUnder, hidden, page, receiptOf, tools, ways, you } from './respondent-steps.ts';
import { startWithSample } from './sample-survey.ts';

let app: App;
let visitor: Visitor;
beforeEach(async () => {
  app = await startWithSample();
  visitor = app.visitor();
  await visitor.post('/s/proef/start');
  await visitor.post(page('you'), you);
});
afterEach(() => app.stop());

const draft = () => draftUnder(app, receiptOf(visitor));
const onTools = { 'use.till': '1', 'learn.b': '1' };

describe('an older tab', () => {
  it('overwrites nothing: it shows what is stored, what it says itself, and asks', async () => {
    const old = hidden(await visitor.get(page('tools')));
    await visitor.post(page('tools'), tools);
    const kept = await draft();
    const refused = await visitor.post(page('tools'), { ...old, ...onTools });
    expect(refused.status).toBe(409);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(refused.text).toContain('Er zijn nieuwere antwoorden');
    expect(refused.text).toContain('Wat wil je leren?');
    expect(refused.text).toMatch(/Nieuwer, al bewaard[\s\S]*Zoeken[\s\S]*In dit venster[\s\S]*Balie/);
    expect(refused.text).toContain(`href="${page('tools')}"`);
    expect(await draft()).toEqual(kept);
  });

  it('has its answers stored when that is chosen, and goes on where it was going', async () => {
    const old = hidden(await visitor.get(page('tools')));
    await visitor.post(page('tools'), tools);
    const refused = await visitor.post(page('tools'), { ...old, ...onTools });
    const used = await visitor.post(actionOf(refused, 'take=1'), hidden(refused));
    expect(used).toMatchObject({ status: 303, location: page('ways') });
    expect(await draft()).toMatchObject({ answers: { 'use.till': '1', 'learn.a': '0', 'learn.b': '1' } });
  });

  it('is asked once more when there are newer answers again before somebody chose', async () => {
    const old = hidden(await visitor.get(page('tools')));
    await visitor.post(page('tools'), tools);
    const refused = await visitor.post(page('tools'), { ...old, ...onTools });
    await visitor.post(page('tools'), { ...tools, 'use.till': '0' });
    const again = await visitor.post(actionOf(refused, 'take=1'), hidden(refused));
    expect(again.status).toBe(409);
    expect(await draft()).toMatchObject({ answers: { 'use.till': '0' } });
  });

  it('goes on without a word when it says the same, or when only another page was changed', async () => {
    const old = hidden(await visitor.get(page('tools')));
    await visitor.post(page('tools'), tools);
    expect((await visitor.post(page('tools'), { ...old, ...tools })).location).toBe(page('ways'));
    const first = hidden(await visitor.get(page('ways')));
    await visitor.post(`${page('you')}?go=stay`, { ...you, role: 'desk' });
    expect(await visitor.post(page('ways'), { ...first, ...ways })).toMatchObject({
      status: 303,
      location: '/s/proef/thanks',
    });
  });

  it('cannot bring back what went when consent was taken back', async () => {
    await visitor.post(page('tools'), tools);
    const old = hidden(await visitor.get(page('tools')));
    await visitor.post(page('you'), { role: 'desk' });
    await visitor.post(page('you'), you);
    expect((await visitor.post(page('tools'), { ...old, ...onTools })).status).toBe(409);
    expect((await draft())?.answers).not.toHaveProperty(['use.till']);
  });

  it('is told by its script as well, and stores nothing', async () => {
    const old = hidden(await visitor.get(page('tools')));
    await visitor.post(page('tools'), tools);
    const reply = await visitor.post(`${page('tools')}?go=autosave`, { ...old, ...onTools });
    expect(reply.status).toBe(409);
    expect(JSON.parse(reply.text)).toEqual({ conflict: true, address: `${page('tools')}?go=stay` });
    expect(await draft()).toMatchObject({ answers: { 'use.till': '2' } });
  });

  it('shows what it says without letting it become part of the page', async () => {
    await visitor.post(page('tools'), tools);
    const old = hidden(await visitor.get(page('ways')));
    await visitor.post(`${page('ways')}?go=stay`, ways);
    const refused = await visitor.post(page('ways'), { ...old, words: '<b>"&amp;' });
    expect(refused.text).toContain('&lt;b&gt;&quot;&amp;amp;');
    expect(refused.text).not.toContain('<b>"');
    expect(hidden(refused).words).toBe('<b>"&amp;');
  });
});

describe('two tabs at the same instant', () => {
  it('never overwrite each other: of two answers to one page one is stored and the other is told', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const form = hidden(await visitor.get(page('tools')));
      const codes = turn % 2 === 0 ? ['0', '1'] : ['2', 'N'];
      const replies = await Promise.all(
        codes.map((code) => visitor.post(page('tools'), { ...form, 'use.till': code })),
      );
      expect(replies.map(({ status }) => status).sort((one, other) => one - other)).toEqual([303, 409]);
      const stored = codes[replies.findIndex(({ status }) => status === 303)];
      expect((await draft())?.answers['use.till']).toBe(stored);
    }
  });

  it('both count when they are on different pages, eight at once', async () => {
    const someone = app.visitor();
    await someone.post('/s/proef/start');
    await someone.post(page('you'), you);
    await someone.post(page('tools'), tools);
    const form = hidden(await someone.get(page('ways')));
    const replies = await Promise.all(
      ['you', 'tools', 'ways', 'you', 'tools', 'ways', 'you', 'tools'].map((code) => {
        const answers = { you: { ...you, role: 'desk' }, tools: { ...tools, 'use.till': '1' }, ways }[code];
        return someone.post(`${page(code)}?go=stay`, { ...form, ...answers });
      }),
    );
    for (const reply of replies) expect(reply.status).toBe(303);
    expect(await draftUnder(app, receiptOf(someone))).toMatchObject({
      answers: { role: 'desk', 'use.till': '1', words: 'hallo', pace: 'N' },
    });
  });

  it('send one response with what was stored last, also when a save crosses the sending', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const someone = app.visitor();
      await someone.post('/s/proef/start');
      await someone.post(page('you'), you);
      await someone.post(page('tools'), tools);
      const [sent, saved] = await Promise.all([
        someone.post(page('ways'), ways),
        someone.post(`${page('you')}?go=autosave`, { ...you, library: 'bib-2' }),
      ]);
      expect(sent).toMatchObject({ status: 303, location: '/s/proef/thanks' });
      expect([200, 409]).toContain(saved.status);
    }
    expect(await countResponses(app.ctx.db.kysely, 'proef')).toBe(5);
  });
});
