// An answer typed by one respondent stands in their own pages as text, and in nobody else's.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { ask, consent, nl, options, page, questionnaireOf } from '../surveys/small-questionnaire.ts';
import { startWithSample } from './sample-survey.ts';

const questionnaire = questionnaireOf(
  [
    page('p', [consent, ask('T', { type: 'text', maxLength: 100 })]),
    page('q', [ask('B')]),
    page('r', [ask('C', { label: nl('Over {T|dit}?'), options: options('x', 'y') })], {
      title: nl('Na {T|alles}'),
    }),
  ],
  { code: 'proef' },
);

let app: App;
beforeEach(async () => {
  app = await startWithSample(questionnaire);
});
afterEach(() => app.stop());

/** Somebody who typed these words, on the second page. */
async function typed(words: string) {
  const visitor = app.visitor();
  await visitor.post('/s/proef/start', {});
  await visitor.post('/s/proef/page/p', { consent: 'yes', T: words });
  return visitor;
}

it('typed signs stay text in labels, titles and buttons', async () => {
  const visitor = await typed('<x-evil a="1">');
  const second = (await visitor.get('/s/proef/page/q')).text;
  await visitor.post('/s/proef/page/q', {});
  const third = (await visitor.get('/s/proef/page/r')).text;
  for (const html of [second, third]) {
    expect(html).not.toContain('<x-evil');
    expect(html).toContain('&lt;x-evil a');
  }
  expect(third).toMatch(/<h1[^>]*>Na &lt;x-evil/);
});

it('the words of one respondent never stand on the page of the next', async () => {
  const first = await typed('mijn geheim');
  expect((await first.get('/s/proef/page/q')).text).toContain('mijn geheim');
  const other = await typed('');
  const html = (await other.get('/s/proef/page/q')).text;
  expect(html).not.toContain('mijn geheim');
  expect(html).toContain('Na alles');
});
