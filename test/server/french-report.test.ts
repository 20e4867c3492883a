// A published report in French: the page, its file and its follow-up, with numbers as people write them there.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { setLibraryLink } from '../../server/db/library-links.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { reportFile } from '../../server/report/html-file.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
beforeAll(async () => {
  app = await startDemonstration();
});
afterAll(() => app?.stop());

test('speaks French on its page, remembers it, and offers the other languages', async () => {
  const visitor = app.visitor();
  const page = await visitor.follow(await visitor.get('/r/ooo?lang=fr'));
  expect(page.status).toBe(200);
  expect(page.text).toContain('<html lang="fr"');
  expect(page.text).toContain('Comment nous avons procédé');
  expect(page.text).not.toContain('Hoe we dit deden');
  // A narrow space before the sign, as French has it.
  expect(page.text).toMatch(/\d\u202f%/);
  for (const language of ['nl', 'en', 'fr']) expect(page.text).toMatch(new RegExp(`lang="${language}"`));
  expect((await visitor.get('/r/ooo')).text).toContain('Comment nous avons procédé');
  // The workspace, which has no French, is not touched by it.
  expect((await visitor.get('/team/sign-in')).text).toContain('<html lang="nl"');
});

test('has every word a page, a file, a follow-up, a page of a library and its form say in French', async () => {
  const said = vi.spyOn(app.ctx.texts, 'say');
  const report = await currentReport(app.ctx, 'ooo');
  expect(reportFile(app.ctx, report, null, 'fr')).toContain('lang="fr"');
  const visitor = app.visitor();
  const library = '/r/ooo/1/library/sleutel';
  await app.ctx.writes.run((db) => setLibraryLink(db, 'ooo', 'bib-001', hashToken('library', 'sleutel')));
  for (const path of ['/r/ooo', '/r/ooo/1/present', '/r/ooo/follow-up', library, `${library}/reflection`])
    expect((await visitor.get(`${path}?lang=fr`)).status).toBe(200);
  const keys = said.mock.calls.flatMap(([language, key]) => (language === 'fr' ? [key] : []));
  said.mockRestore();
  expect(keys.length).toBeGreaterThan(500);
  expect([...new Set(keys)].filter((key) => !app.ctx.texts.has('fr', key))).toEqual([]);
});
