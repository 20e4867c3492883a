// Who commissioned a project stands on its report, on every output of it, and stays as it was when it was published.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportModel } from '../../analysis/report/model.ts';
import { putRecord, recordsOf } from '../../server/db/records.ts';
import { reportByCode } from '../../server/db/reports.ts';
import { currentReport } from '../../server/operations/build-report.ts';
import { readSnapshot } from '../../server/operations/publish-report.ts';
import { reportPaper } from '../../server/operations/report-papers.ts';
import { reportDocument } from '../../server/report/report-document.ts';
import { reportWords } from '../../server/report/report-words.ts';
import { slidesOf } from '../../server/report/slides/slides.ts';
import { summaryDocument } from '../../server/report/summary-document.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { guided as name, startGuidedProject } from './guided-project.ts';

const said = 'In opdracht van Vereniging van gemeentelijke werkgevers en Vakbond van gemeentelijk personeel';
let app: App;
let team: Visitor;
let report: ReportModel;
beforeAll(async () => {
  ({ app, team } = await startGuidedProject());
  const published = await reportByCode(app.ctx.db.kysely, name, 1);
  if (!published) throw new Error('nothing was published');
  report = readSnapshot(published);
}, 60_000);
afterAll(() => app?.stop());

const words = (language: string) => reportWords(app.ctx.texts, language);
const read = async (path: string) => (await app.visitor().get(path)).text;

describe('NYR-01 both parties stand', () => {
  it('on the page of the report, in each of its languages', async () => {
    expect(await read(`/r/${name}/1`)).toContain(`>${said}</p>`);
    expect(await read(`/r/${name}/1?lang=en`)).toContain(
      'Commissioned by Association of municipal employers and Union of municipal staff',
    );
    expect(await read(`/r/${name}/1?lang=fr`)).toContain('À la demande de ');
  });

  it('in the file, on the first slide, and at the top of report and summary on paper', async () => {
    expect(await read(`/r/${name}/1/file`)).toContain(said);
    expect(JSON.stringify(slidesOf(report, null, words('nl'), null)[0]?.body)).toContain(said);
    for (const document of [
      reportDocument(report, null, words('nl')),
      summaryDocument(report, null, words('nl')),
    ]) {
      expect(document.blocks[0]).toMatchObject({ kind: 'paragraph', stretches: [{ text: said }] });
    }
    const word = unzipSync(await reportPaper(app.ctx, 'report.docx', report, null, 'nl'))[
      'word/document.xml'
    ];
    expect(new TextDecoder().decode(word)).toContain(said);
  });

  it('as they were when it was published, also after the plan has changed', async () => {
    const [first] = (await recordsOf(app.ctx.db.kysely, name)).party;
    if (!first) throw new Error('no party');
    await app.ctx.writes.run((db) => putRecord(db, name, 'party', { ...first, name: { nl: 'Nieuwe naam' } }));
    expect(await read(`/r/${name}/1`)).toContain(said);
    const draft = await currentReport(app.ctx, name);
    expect(draft.commissionedBy?.[0]).toEqual({ nl: 'Nieuwe naam' });
    expect((await team.get(`/team/${name}/plan`)).text).toContain('In opdracht van Nieuwe naam');
  });

  it('nowhere where nobody is named: such a report is what it was', async () => {
    expect(await read('/r/ooo/1')).not.toContain('In opdracht van');
    const ooo = await currentReport(app.ctx, 'ooo');
    expect(ooo).not.toHaveProperty('commissionedBy');
  });
});
