// A project with the sample questionnaire and two libraries, on a running server.
import type { Overrides } from '../../server/context.ts';
import { replaceRegister } from '../../server/db/libraries.ts';
import { createProject } from '../../server/db/projects.ts';
import { createSurvey } from '../../server/db/surveys.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import { type App, startApp } from '../set-up/start-app.ts';
import { sample } from '../surveys/sample-questionnaire.ts';

const both = (words: string) => ({ nl: words, en: words });

/** Starts the application with the survey `proef`, this one, open, at three minutes past two in Belgium unless told otherwise. */
export async function startWithSample(questionnaire = sample, overrides: Overrides = {}): Promise<App> {
  const app = await startApp({ now: () => new Date('2024-03-01T13:03:00Z'), ...overrides });
  const db = app.ctx.db.kysely;
  const needs = [{ code: 'N1', label: both('Duidelijk aanbod') }];
  const template = {
    format: 'nodenkaart/report/1',
    code: 'proef',
    project: both('Proef'),
    title: both('Proef'),
  };
  await createProject(
    db,
    {
      code: 'proef',
      title: both('Proef'),
      catalogue: needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs }),
      reportTemplate: reportTemplateSchema.parse(template),
      demonstration: false,
    },
    '2024-01-01T00:00:00Z',
  );
  const libraries = [
    { code: 'bib-1', name: 'Bib Lindedorp', province: 'Limburg', sizeClass: 'klein' },
    { code: 'bib-2', name: 'Bib Eikstad', province: 'Antwerpen', sizeClass: 'groot' },
  ];
  await replaceRegister(db, 'proef', libraries, '2024-01-01');
  await createSurvey(db, 'proef', 0, questionnaire, '2024-01-01T00:00:00Z');
  return app;
}
