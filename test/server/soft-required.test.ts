// A question that may stay open asks once more, also without JavaScript, and then lets pass.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countResponses } from '../../server/db/responses.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { sampleDefinition } from '../surveys/sample-questionnaire.ts';
import { draftUnder, hidden, page, receiptOf, tools, you } from './respondent-steps.ts';
import { startWithSample } from './sample-survey.ts';

const soft = questionnaireSchema.parse({
  ...sampleDefinition,
  pages: sampleDefinition.pages.map((one) => ({
    ...one,
    questions: one.questions.map((question) =>
      ['pace', 'words', 'library'].includes(question.code) ? { ...question, required: 'soft' } : question,
    ),
  })),
});

let app: App;
let visitor: Visitor;
beforeEach(async () => {
  app = await startWithSample(soft);
  visitor = app.visitor();
  await visitor.post('/s/proef/start');
});
afterEach(() => app.stop());

async function toWays(): Promise<void> {
  await visitor.post(page('you'), you);
  await visitor.post(page('tools'), tools);
}

describe('a question that may stay open', () => {
  it('asks once, with everything kept, and lets pass the second time', async () => {
    await toWays();
    const first = await visitor.post(page('ways'), { 'ways.paper': '1' });
    expect(first.status).toBe(422);
    expect(first.text).toContain('Je liet 2 vragen open');
    expect(first.text).toContain('Klik dan nog eens op de knop onderaan');
    expect(first.text).not.toContain('nog niet in orde</h2>');
    expect(hidden(first)['asked:once']).toBe('pace words');
    const second = await visitor.post(page('ways'), { ...hidden(first), 'ways.paper': '1' });
    expect(second).toMatchObject({ status: 303, location: '/s/proef/thanks' });
    expect(await countResponses(app.ctx.db.kysely, 'proef')).toBe(1);
  });

  it('is asked for by itself: another that becomes open later asks too', async () => {
    await toWays();
    const first = await visitor.post(page('ways'), { pace: 'N' });
    expect(hidden(first)['asked:once']).toBe('words');
    const second = await visitor.post(page('ways'), { ...hidden(first), words: '' });
    expect(second.status).toBe(422);
    expect(hidden(second)['asked:once']).toBe('words pace');
    expect((await visitor.post(page('ways'), hidden(second))).location).toBe('/s/proef/thanks');
  });

  it('passes only itself: what is wrong beside it still stops', async () => {
    const first = await visitor.post(page('you'), { consent: 'yes' });
    expect(first.status).toBe(422);
    expect(first.text).toContain('2 antwoorden zijn nog niet in orde');
    const second = await visitor.post(page('you'), { ...hidden(first), consent: 'yes' });
    expect(second.status).toBe(422);
    expect(second.text).toContain('Eén antwoord is nog niet in orde');
    const third = await visitor.post(page('you'), { ...hidden(second), consent: 'yes', role: 'desk' });
    expect(third.location).toBe(page('tools'));
  });

  it('is not asked for on the way back, in another language, or while a script saves', async () => {
    await toWays();
    expect((await visitor.post(`${page('ways')}?go=previous`, {})).location).toBe(page('tools'));
    expect((await visitor.post(`${page('ways')}?go=stay`, {})).location).toBe(page('ways'));
    expect((await visitor.post(`${page('ways')}?go=autosave`, {})).status).toBe(200);
  });

  it('stays passed when the page is changed later in another way', async () => {
    const first = await visitor.post(page('you'), { consent: 'yes', role: 'desk' });
    await visitor.post(page('you'), { ...hidden(first), consent: 'yes', role: 'desk' });
    await visitor.post(`${page('you')}?go=stay`, { consent: 'yes', role: 'lead' });
    expect((await draftUnder(app, receiptOf(visitor)))?.pages).toEqual(['you']);
    expect((await visitor.get(page('tools'))).status).toBe(200);
  });

  it('does not mind what a form says was asked', async () => {
    await toWays();
    for (const asked of ['', 'x'.repeat(5000), '<x-evil> __proto__', ' '.repeat(900)]) {
      const reply = await visitor.post(page('ways'), { 'asked:once': asked });
      expect(reply.status).toBe(422);
      expect(reply.text).not.toContain('<x-evil>');
    }
  });
});
