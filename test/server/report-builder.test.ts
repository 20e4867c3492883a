// Building a report over HTTP: blocks move, hide and come back, words are kept through newer figures and against a
// colleague, and nothing that must be mended is published.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../../analysis/report/blocks.ts';
import { createAccount } from '../../server/db/accounts.ts';
import { recordsOf } from '../../server/db/records.ts';
import { reportDraftOf } from '../../server/db/report-drafts.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { insertResponses } from '../../server/db/responses.ts';
import { hashPassword } from '../../server/identity/passwords.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import { templatesFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { type App, startApp, type Visitor } from '../set-up/start-app.ts';
import { copiesOfFirstAnswer } from '../set-up/start-demonstration.ts';

const blocks = '/team/ooo/report/blocks';
let app: App;
let lead: Visitor;
let colleague: Visitor;
beforeAll(async () => {
  app = await startApp({ now: () => new Date('2024-03-28T10:00:00Z') });
  const folder = join(templatesFolder, 'ooo');
  await createDemonstration(
    app.ctx,
    'ooo',
    await readTemplateFolder(folder),
    await readDemonstration(folder),
  );
  for (const email of ['lead@example.org', 'colleague@example.org'])
    await createAccount(
      app.ctx.db.kysely,
      { id: email, email },
      await hashPassword('een lang wachtwoord'),
      '2024-01-01',
    );
  lead = await signedIn('lead@example.org');
  colleague = await signedIn('colleague@example.org');
});
afterAll(() => app?.stop());

const tokenIn = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
async function signedIn(email: string): Promise<Visitor> {
  const visitor = app.visitor();
  const csrf = tokenIn((await visitor.get('/team/sign-in')).text);
  await visitor.post('/team/sign-in', { email, password: 'een lang wachtwoord', csrf });
  return visitor;
}

async function press(action: string, fields: Record<string, string> = {}) {
  const csrf = tokenIn((await lead.get(blocks)).text);
  return lead.post(blocks, { csrf, do: action, ...fields });
}
const rowsIn = (html: string) => [...html.matchAll(/id="row-([^"]+)"/g)].map(([, id]) => id ?? '');
const rows = async () => rowsIn((await lead.get(blocks)).text);

/** The form of a text as somebody opened it. */
async function opened(visitor: Visitor, block: string, language = 'nl') {
  const { text } = await visitor.get(`${blocks}?edit=${block}&in=${language}`);
  const seen = /name="seen" value="(\d+)"/.exec(text)?.[1] ?? '';
  return {
    html: text,
    write: (words: string, action = 'save') =>
      visitor.post(`${blocks}/text`, { csrf: tokenIn(text), block, language, seen, words, do: action }),
  };
}
async function undo() {
  const { text } = await lead.get(blocks);
  const revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
  return lead.post(blocks, { csrf: tokenIn(text), do: 'undo', revision });
}
const preview = async (language = 'nl') => (await lead.get(`/team/ooo/report/preview?lang=${language}`)).text;

describe('the outline', () => {
  test('moves a block and a whole part, hides and shows, and takes every step back', async () => {
    const first = await rows();
    expect(first.slice(0, 3)).toEqual(['summary', 'facts', 'opening']);
    await press('down:summary');
    expect((await rows()).slice(0, 2)).toEqual(['facts', 'summary']);
    await press('up:need-N3');
    const moved = await rows();
    expect(moved.indexOf('need-N3')).toBeLessThan(moved.indexOf('need-N1'));
    expect(moved.indexOf('score-N3')).toBe(moved.indexOf('score-N3', moved.indexOf('need-N3')));
    await press('hide:quote-citaat-1');
    expect(await preview()).not.toContain('id="quote-citaat-1"');
    await undo();
    expect(await preview()).toContain('id="quote-citaat-1"');
    await undo();
    await undo();
    expect(await rows()).toEqual(first);
  });

  test('puts a block where it was let go, and ends stay where they are', async () => {
    const first = await rows();
    await press('up:summary');
    expect(await rows()).toEqual(first);
    await press('place:question:shares:summary:0');
    expect((await rows())[0]).toBe('shares');
    await undo();
    await undo();
    expect(await rows()).toEqual(first);
  });

  test('an undo that came too late takes nothing back', async () => {
    const { text } = await lead.get(blocks);
    const revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '0';
    await press('hide:facts');
    const late = await lead.post(blocks, { csrf: tokenIn(text), do: 'undo', revision });
    expect(late.location).toContain('did=late');
    expect((await reportDraftOf(app.ctx.db.kysely, 'ooo')).draft.hidden).toContain('facts');
    await press('show:facts');
  });

  test('refuses what no button asks, and says so where something is no longer there', async () => {
    const first = await rows();
    for (const asked of [
      'drop:everything',
      'place:question:shares:summary:NaN',
      'place:question:shares:summary:-1',
      'place:question:shares:summary:',
      'place:page:need-N3:1e9',
    ])
      expect([asked, (await press(asked)).status]).toEqual([asked, 400]);
    for (const asked of ['hide:nergens', 'place:question:shares:nergens:0', 'remove:summary'])
      expect([asked, (await press(asked)).location]).toEqual([asked, `${blocks}?did=gone`]);
    expect((await lead.get(`${blocks}?did=gone`)).text).toContain('Dit is er niet meer');
    expect(await rows()).toEqual(first);
  });
});

describe('a text', () => {
  test('begins with sentences made from the figures, with each figure as a reference', async () => {
    const { html } = await opened(lead, 'text-N1');
    expect(html).toMatch(/Uit de bevraging: \{figure:N1\.survey\.0\}/);
    expect(html).toContain('Dat staat vast');
  });

  test('of the team says its figures as they are, escaped, and links each to its question', async () => {
    const form = await opened(lead, 'text-N1');
    const kept = await form.write('Kijk: {figure:N1.survey.0} <script>alert(1)</script>\n\nTweede alinea.');
    expect(kept.status).toBe(303);
    const page = await preview();
    expect(page).toMatch(/Kijk: <a class="text-figure" href="#origin-text-N1-N1\.survey\.0">\d+ van de \d+/);
    expect(page).not.toContain('<script>alert(1)');
    expect(page).toContain('id="origin-text-N1-N1.survey.0"');
    expect(page).toContain('<p>Tweede alinea.</p>');
    // Nobody reads what the team withdrew: in another language its words stand, marked and said to be in Dutch.
    for (const [language, said] of [
      ['en', 'This text is not translated yet. It stands here in Dutch.'],
      ['fr', 'Ce texte n’est pas encore traduit. Le voici en néerlandais.'],
    ] as const) {
      const elsewhere = await preview(language);
      expect(elsewhere).toMatch(
        /<p class="note">[^<]+<\/p>\s*<div class="report-text" lang="nl">\s*<p>Kijk: .*\d+ van de \d+/,
      );
      expect(elsewhere).toContain(said);
    }
    expect(await preview()).toContain('<html lang="nl"');
  });

  test('is offered in every language of reports, beginning with the proposal where another was rewritten', async () => {
    await (await opened(lead, 'text-N5')).write('Enkel in het Nederlands.');
    const page = (await lead.get(blocks)).text;
    for (const language of ['en', 'fr'])
      expect(page).toContain(`?edit&#x3D;text-N5&amp;in&#x3D;${language}#text`);
    expect(page).toContain('Nog niet in het Engels. Wie het rapport in die taal leest');
    const english = await opened(lead, 'text-N5', 'en');
    expect(english.html).toContain('<strong>Nog niet in het Engels</strong>');
    expect(english.html).toMatch(/<blockquote class="text-other" lang="nl">Enkel in het Nederlands\.</);
    const start = /<textarea id="words"[^>]*>([^<]*)</.exec(english.html)?.[1] ?? '';
    expect(start).toContain('From the survey: ');
    // Saved as it is offered it stands there: the Dutch words are no longer read in English.
    const { draft } = await reportDraftOf(app.ctx.db.kysely, 'ooo');
    expect(Object.keys(draft.texts['text-N5'] ?? {})).toEqual(['nl']);
    await english.write('', 'proposal');
    const now = await reportDraftOf(app.ctx.db.kysely, 'ooo');
    expect(Object.keys(now.draft.texts['text-N5'] ?? {})).toEqual(['nl', 'en']);
    expect((await lead.get(blocks)).text).not.toContain('?edit&#x3D;text-N5&amp;in&#x3D;en#text');
    expect((await (await opened(lead, 'text-N5', 'fr')).write('Seulement en français.')).status).toBe(303);
    expect(await preview('fr')).toContain('Seulement en français.');
    for (const language of ['nl', 'en', 'fr'])
      await (await opened(lead, 'text-N5', language)).write('', 'proposal');
    expect((await reportDraftOf(app.ctx.db.kysely, 'ooo')).draft.texts['text-N5']).toBeUndefined();
  });

  test('that two wrote at once is kept once: the second gets both', async () => {
    const mine = await opened(lead, 'opening');
    const theirs = await opened(colleague, 'opening');
    expect((await theirs.write('Wat de collega schreef.')).status).toBe(303);
    const refused = await mine.write('Wat ik schreef.');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Wat de collega schreef.');
    expect(refused.text).toContain('Wat ik schreef.');
    expect(await preview()).toContain('Wat de collega schreef.');
    expect((await (await opened(lead, 'opening')).write('', 'proposal')).status).toBe(303);
    expect(await preview()).not.toContain('Wat de collega schreef.');
  });

  test('that a colleague removed meanwhile comes back with every word, and can be added anew', async () => {
    const added = await press('add', { after: 'shares' });
    const id = /moved=([^&]+)/.exec(added.location ?? '')?.[1] ?? '';
    const form = await opened(lead, id);
    await press(`remove:${id}`);
    const lost = await form.write('Wat ik <i>lang</i> overdacht.');
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('Een collega verwijderde deze tekst');
    expect(lost.text).toContain('Wat ik &lt;i&gt;lang&lt;/i&gt; overdacht.</textarea>');
    expect((await reportDraftOf(app.ctx.db.kysely, 'ooo')).draft.texts[id]).toBeUndefined();
    const kept = await form.write('Wat ik <i>lang</i> overdacht.', 'anew');
    expect(kept.status).toBe(303);
    expect(await preview()).toContain('Wat ik &lt;i&gt;lang&lt;/i&gt; overdacht.');
    await undo();
    expect(await preview()).not.toContain('overdacht.');
  });

  test('that is too long is not cut: the field says so and has everything that was typed', async () => {
    const form = await opened(lead, 'text-N3');
    const long = `${'woord '.repeat(3400)}slot`;
    const refused = await form.write(long);
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(
      /<textarea[^>]*aria-describedby="words-mistake words-help" aria-invalid="true"/,
    );
    expect(refused.text).toContain('Dit is te lang: 20.404 tekens, en er mogen er 20.000 in.');
    expect(refused.text).toContain(`${long}</textarea>`);
    expect((await reportDraftOf(app.ctx.db.kysely, 'ooo')).draft.texts['text-N3']).toBeUndefined();
    // Line ends count once, as the page counts them.
    const lines = 'a\r\n'.repeat(9_999);
    expect((await form.write(lines)).status).toBe(303);
    await undo();
  });

  test('with a title is a part of its own, in the table of contents', async () => {
    const added = await press('add', { heading: 'Woord vooraf', after: 'shares' });
    const id = /moved=([^&]+)/.exec(added.location ?? '')?.[1] ?? '';
    expect((await lead.get(blocks)).text).toContain('Deze tekst is leeg.');
    await (await opened(lead, id)).write('Beste lezer.');
    expect(await preview()).toContain(`<a href="#${id}">Woord vooraf</a>`);
    await press(`remove:${id}`);
    expect(await preview()).not.toContain('Beste lezer.');
    await undo();
    expect(await preview()).toContain('Beste lezer.');
    await press(`remove:${id}`);
  });

  test('stays when figures move, and says so with the new proposal beside it', async () => {
    await (await opened(lead, 'text-N2')).write('De helft belt: {figure:N2.survey.0}.');
    expect((await opened(lead, 'text-N2')).html).not.toContain('sinds je dit schreef');
    const responses = await copiesOfFirstAnswer(app, 12);
    await app.ctx.writes.run((db) => insertResponses(db, 'ooo', responses));
    const { html, write } = await opened(lead, 'text-N2');
    expect(html).toContain('De cijfers zijn veranderd sinds je dit schreef');
    expect(html).toContain('De helft belt: {figure:N2.survey.0}.');
    await write('De helft belt: {figure:N2.survey.0}.');
    expect((await opened(lead, 'text-N2')).html).not.toContain('sinds je dit schreef');
  });
});

describe('before publishing', () => {
  test('a figure nobody may see, one that does not exist and unreleased words keep the report back', async () => {
    const records = await recordsOf(app.ctx.db.kysely, 'ooo');
    const secret = records.quote.find(({ released }) => !released)?.text.nl ?? '';
    expect(secret).not.toBe('');
    for (const [words, said] of [
      ['Zie {figure:bestaat.niet}.', 'dat er niet is'],
      [`Iemand zei: ${secret}`, 'is niet vrijgegeven'],
    ] as const) {
      await (await opened(lead, 'text-N4')).write(words);
      const page = (await lead.get(blocks)).text;
      expect(page).toContain(said);
      expect(page).toMatch(/href="[^"]*\?edit&#x3D;text-N4&amp;in&#x3D;nl#text"/);
      const refused = await lead.post('/team/ooo/report', { csrf: tokenIn(page) });
      expect(refused.status).toBe(409);
      // The station offers no button that would be refused.
      const station = (await lead.get('/team/ooo/report')).text;
      expect(station).not.toContain('class="publish"');
      expect(station).toMatch(/1 fout houdt publiceren tegen|niet vrijgegeven/);
    }
    await (await opened(lead, 'text-N4')).write('', 'proposal');
  });

  test('what is left out is in no snapshot; what was edited is published in its language', async () => {
    await press('hide:quote-citaat-1');
    const page = (await lead.get(blocks)).text;
    expect((await lead.post('/team/ooo/report', { csrf: tokenIn(page) })).status).toBe(303);
    const published = await reportByCode(app.ctx.db.kysely, 'ooo');
    if (!published) throw new Error('nothing was published');
    const report = readSnapshot(published);
    expect(blocksOf(report).map(({ id }) => id)).not.toContain('quote-citaat-1');
    expect((await app.visitor().get('/r/ooo')).text).toContain('De helft belt: ');
  });
});
