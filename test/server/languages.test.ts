// The languages of the screens: five for who answers and for the public, two for the workspace, the panel and reports.
// A page is wholly in one language, and says truly which.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersOf, setMemberToken } from '../../server/db/panels.ts';
import { reportVersions } from '../../server/db/reports.ts';
import { createSurvey } from '../../server/db/surveys.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { closeSurvey } from '../../server/operations/close-survey.ts';
import { textsFolder } from '../../server/paths.ts';
import type { App, Page, Visitor } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';
import { fiveLanguages, sampleInFive, spokenIn } from '../surveys/five-languages.ts';
import { galleryInFive } from '../surveys/gallery-in-five.ts';
import { hidden } from './respondent-steps.ts';
import { startWithSample } from './sample-survey.ts';

/** Sentences of the screens that need no filling, long enough to belong to one language. */
const sentences = new Map(
  fiveLanguages.map((language) => {
    const areas = readdirSync(`${textsFolder}/de`).map((area) =>
      readFileSync(`${textsFolder}/${language}/${area}`, 'utf8'),
    );
    const words = areas.flatMap((area) => [...area.matchAll(/: "([^"{]+)"/g)].map(([, said = '']) => said));
    return [language, words.filter((said) => said.split(' ').length > 2)];
  }),
);

/** Sentences of another language that stand in the page. */
function foreign({ text }: Page, language: string): readonly string[] {
  const own = new Set(sentences.get(language as 'nl'));
  return [...sentences.values()].flat().filter((said) => text.includes(said) && !own.has(said));
}

const saysItIsIn = ({ text, headers }: Page) => [
  /<html lang="(\w+)"/.exec(text)?.[1],
  headers.get('content-language'),
];

function reader(app: App, language: string): Visitor {
  const visitor = app.visitor();
  visitor.cookies.set('language', language);
  return visitor;
}

let app: App;
let demonstration: App;
let gallery: App;
beforeAll(async () => {
  app = await startWithSample(sampleInFive);
  demonstration = await startDemonstration();
  gallery = await startWithSample(galleryInFive);
});
afterAll(async () => {
  await app?.stop();
  await demonstration?.stop();
  await gallery?.stop();
});

/** What must be answered in the gallery to come to every page of it. */
const needed = {
  meedoen: 'yes',
  rol: 'leiding',
  'leren.filmpje': '1',
  'leren.collega': '1',
  tevreden: '4',
  collegas: '2',
  uren: '38',
  aanraden: '1',
  jaar: '2009',
  'punten.balie': '100',
  'vaak.catalogus': '0',
  'vaak.uitlenen': '0',
  ploeg: 'samen',
};

const page = (code: string) => `/s/proef/page/${code}`;

/** Every page a respondent can meet, and how it is come by. */
async function everyPage(visitor: Visitor): Promise<readonly Page[]> {
  const seen: Page[] = [];
  const look = async (path: string) => seen.push(await visitor.get(path));
  const send = async (path: string, fields = {}) =>
    seen.push(await visitor.follow(await visitor.post(path, fields)));
  for (const path of [
    '',
    '/notice',
    '/resume',
    '/contact',
    '/contact/thanks',
    '/withdrawn',
    '/locked',
    '/paper',
    '/nergens',
  ])
    await look(`/s/proef${path}`);
  for (const code of ['', 'kort', '7KQ4-2MHR']) await send('/s/proef/resume', { code });
  await send('/s/proef/contact', { email: 'geen' });
  await send('/s/proef/start');
  await send(page('you'), { admin: '1' });
  await send(page('you'), { consent: 'yes', library: 'nergens', role: 'nergens' });
  await send(page('you'), { consent: 'yes', library: 'bib-1', role: 'lead' });
  await send(page('tools'), { 'learn.a': '1', 'learn.b': '1', 'learn.c': '1', 'learn.none': '1' });
  const old = hidden(await visitor.get(page('tools')));
  await send(page('tools'), { 'use.till': '2', 'learn.a': '1' });
  await send(page('tools'), { ...old, 'use.till': '1' });
  await look('/s/proef/answers');
  await send(page('lead'), { team: 'veel te lang '.repeat(4) });
  await send(page('lead'), { team: 'samen' });
  await send(page('ways'), { 'ways.film': '1', 'ways.paper': '1' });
  await send(page('ways'), { 'ways.film': '1', pace: '1' });
  for (const path of ['/sent', '/answers', '/summary', '/withdraw']) await look(`/s/proef${path}`);
  await send('/s/proef/withdraw');
  for (const path of ['/', '/privacy', '/accessibility', '/nergens', '/s/nergens']) await look(path);
  return seen;
}

describe('a questionnaire in five languages', () => {
  it.each(fiveLanguages)('is in "%s" alone from the first page to the last', async (language) => {
    const pages = await everyPage(reader(app, language));
    expect(pages.filter(({ status }) => status >= 500)).toEqual([]);
    expect(new Set(pages.map(({ text }) => /<h1[^>]*>([^<]*)/.exec(text)?.[1])).size).toBeGreaterThan(21);
    // What is looked for is there to be found: each page has sentences that are foreign in any other language.
    const other = language === 'da' ? 'nl' : 'da';
    expect(pages.filter((one) => foreign(one, other).length === 0)).toEqual([]);
    for (const one of pages) {
      expect(saysItIsIn(one)).toEqual([language, language]);
      expect(foreign(one, language)).toEqual([]);
    }
  });

  it.each(fiveLanguages)(
    'is in "%s" alone in every kind of field, empty, wrong and open',
    async (language) => {
      const visitor = reader(gallery, language);
      await visitor.post('/s/galerij/start');
      const pages: Page[] = [];
      for (const { code } of galleryInFive.pages) {
        // As if everything before was answered: each page can then be looked at.
        const done = JSON.stringify(galleryInFive.pages.map((each) => each.code));
        const answers = JSON.stringify(needed);
        await gallery.ctx.db.kysely.updateTable('drafts').set({ answers, pages: done }).execute();
        const address = `/s/galerij/page/${code}`;
        const form = await visitor.get(address);
        const names = [...form.text.matchAll(/name="([^":]+)"/g)].map(([, name = '']) => name);
        const wrong = { ...Object.fromEntries(names.map((name) => [name, '9999999,5'])), meedoen: 'yes' };
        const told = await visitor.post(address, wrong);
        expect([code, told.status]).toEqual([code, 422]);
        const empty = await visitor.post(address, { meedoen: 'yes' });
        pages.push(form, told, await visitor.follow(empty));
      }
      pages.push(await visitor.get('/s/galerij/paper'), await visitor.get('/s/galerij/answers'));
      expect(pages.filter(({ status }) => status >= 500)).toEqual([]);
      for (const one of pages) {
        expect(saysItIsIn(one)).toEqual([language, language]);
        expect(foreign(one, language)).toEqual([]);
      }
    },
  );

  it('is offered in each of them, by name', async () => {
    const { text } = await reader(app, 'fr').get('/s/proef');
    expect(text).toContain('aria-label="Langue"');
    for (const name of ['Nederlands', 'English', 'Français', 'Deutsch', 'Dansk'])
      expect(text).toContain(name);
  });

  it('changes language over and over without losing the place or what was typed', async () => {
    const visitor = app.visitor();
    await visitor.post('/s/proef/start');
    await visitor.post(page('you'), { consent: 'yes', library: 'bib-2', role: 'desk' });
    let typed: Record<string, string> = { 'use.till': '2', 'well.till': '1' };
    for (const language of ['fr', 'de', 'da', 'en', 'nl']) {
      const form = await visitor.get(page('tools'));
      expect(form.text).toContain(`formaction="${page('tools')}?go&#x3D;stay&amp;lang&#x3D;${language}"`);
      const changed = await visitor.post(`${page('tools')}?go=stay&lang=${language}`, typed);
      expect(changed).toMatchObject({ status: 303, location: page('tools') });
      const { text } = await visitor.get(page('tools'));
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).toContain(spokenIn(language, 'Toestellen: hoe vaak?'));
      for (const [name, value] of Object.entries(typed))
        expect(text).toMatch(new RegExp(`name="${name}" value="${value}"[^>]* checked`));
      typed = { ...typed, [`learn.${language === 'fr' ? 'a' : 'b'}`]: '1' };
    }
  });

  it('writes days and times as people in each language do', async () => {
    const visitor = app.visitor();
    await visitor.post('/s/proef/start');
    const time = async (language: string) =>
      /<time>([^<]+)/.exec((await visitor.get(`${page('you')}?lang=${language}`)).text)?.[1];
    expect([await time('fr'), await time('de'), await time('da')]).toEqual(['14:03', '14:03', '14.03']);
    await visitor.post(page('you'), { consent: 'yes', role: 'desk' });
    await visitor.post(page('tools'), { 'use.till': '2' });
    await visitor.post(page('ways'));
    const day = async (language: string) => (await visitor.get(`/s/proef/sent?lang=${language}`)).text;
    expect(await day('fr')).toContain('le 1 mars 2024.');
    expect(await day('de')).toContain('am 1. März 2024 ');
    expect(await day('da')).toContain('den 1. marts 2024.');
  });

  it('says in the same language that it is closed', async () => {
    const french = { ...sampleInFive, code: 'franstalig', languages: ['fr'] };
    await createSurvey(app.ctx.db.kysely, 'proef', 1, french, '2024-01-01T00:00:00Z');
    await closeSurvey(app.ctx.db.kysely, 'franstalig', '2024-03-02T00:00:00Z');
    const closed = await app.visitor().get('/s/franstalig');
    expect(saysItIsIn(closed)).toEqual(['fr', 'fr']);
    expect(closed.text).toContain('Ce questionnaire est clôturé');
    expect(closed.text).not.toContain('hreflang="nl"');
  });
});

describe('who reads French', () => {
  it('answers a questionnaire without French in its first language', async () => {
    const welcome = await reader(demonstration, 'fr').get('/s/ooo');
    expect(saysItIsIn(welcome)).toEqual(['nl', 'nl']);
    expect(welcome.text).not.toContain('Français');
    expect(foreign(welcome, 'nl')).toEqual([]);
  });

  it('reads privacy in French, with the notices of questionnaires marked as Dutch', async () => {
    const { text } = await reader(demonstration, 'fr').get('/privacy');
    expect(text).toContain('Les réponses sont confidentielles.');
    expect(text).toMatch(/<h3 lang="nl">/);
    expect(text).toMatch(/<p lang="nl">/);
    const home = await reader(demonstration, 'fr').get('/');
    expect(home.text).toMatch(/Remplir le questionnaire\u00a0: <span lang="nl">/);
  });

  it('sees reports in French, the workspace and the panel in Dutch, and is offered the languages they have', async () => {
    const db = demonstration.ctx.db.kysely;
    const [member] = await membersOf(db, 'ooo');
    await setMemberToken(db, 'ooo', member?.code ?? '', hashToken('panel', 'uitnodiging'));
    const [report] = await reportVersions(db, 'ooo');
    const visitor = reader(demonstration, 'fr');
    for (const path of [`/r/${report?.code}`, '/r/nergens']) {
      const here = await visitor.follow(await visitor.get(path));
      expect([path, ...saysItIsIn(here)]).toEqual([path, 'fr', 'fr']);
      expect(here.text).toContain('hreflang="en"');
      expect(here.text).not.toContain('hreflang="de"');
    }
    for (const path of ['/team/sign-in', '/TEAM/sign-in', '/p/uitnodiging']) {
      const here = await visitor.follow(await visitor.get(path));
      expect([path, ...saysItIsIn(here)]).toEqual([path, 'nl', 'nl']);
      expect(here.text).toContain('hreflang="en"');
      expect(here.text).not.toContain('hreflang="fr"');
      const asked = await visitor.get(`${path}?lang=fr`);
      expect([path, asked.headers.get('set-cookie')]).toEqual([path, null]);
    }
    expect(visitor.cookies.get('language')).toBe('fr');
    expect((await visitor.get('/')).text).toContain('<html lang="fr"');
  });
});
