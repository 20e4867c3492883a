// Whom a questionnaire is for is said with it, so that groups asked apart are told apart (OOO-73, LIB-16).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveysOf } from '../../server/db/surveys.ts';
import { frontFields, frontOf, readFrontForm } from '../../surveys/editing/part-forms.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import type { App, Visitor } from '../set-up/start-app.ts';
import { signInThroughSetUp, startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
let team: Visitor;
beforeAll(async () => {
  app = await startDemonstration();
  team = app.visitor();
  await signInThroughSetUp(team);
});
afterAll(() => app?.stop());

test('OOO-73 the fieldwork says for whom each questionnaire is', async () => {
  const { text } = await team.get('/team/ooo/fieldwork');
  expect(text).toContain('Voor bibs');
  expect(text).toContain('Voor collega’s van de ondersteuning');
});

test('LIB-16 a group of potential users can be named, changed and left out again', async () => {
  const [main] = await surveysOf(app.ctx.db.kysely, 'ooo');
  if (!main) throw new Error('the demonstration has a survey');
  const front = frontOf(main.questionnaire);
  const fields = {
    ...frontFields(front),
    'audience.nl': 'mogelijke gebruikers',
    'audience.en': 'potential users',
  };
  const read = readFrontForm(fields, front);
  if (!('front' in read)) throw new Error('the form is whole');
  expect(read.front.audience).toEqual({ nl: 'mogelijke gebruikers', en: 'potential users' });
  expect(questionnaireSchema.parse({ ...main.questionnaire, ...read.front }).audience).toEqual(
    read.front.audience,
  );
  const emptied = readFrontForm({ ...fields, 'audience.nl': '', 'audience.en': '' }, front);
  expect('front' in emptied && emptied.front.audience).toBeUndefined();
});
