// Makes a demonstration project: a template filled from its fixture, in one transaction, and its report published.
// The responses pass through the questionnaire page by page, as a respondent's would.
import { seededRandom } from '../../analysis/statistics/seeded-random.ts';
import type { Demonstration } from '../../surveys/demonstration.ts';
import { generatedResponses } from '../../surveys/generated-answers.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { readResponse } from '../../surveys/read-page.ts';
import { demonstrationRecords } from '../../surveys/records/start-plan.ts';
import { type Register, registerOf } from '../../surveys/register.ts';
import type { Context } from '../context.ts';
import { keepAnswer } from '../db/coded-answers.ts';
import { replaceRegister } from '../db/libraries.ts';
import type { Queries } from '../db/open.ts';
import { closeRound, createRound, saveBallot, saveMembers, setMemberToken } from '../db/panels.ts';
import { saveRecords } from '../db/records.ts';
import { insertRemarks } from '../db/remarks.ts';
import { insertResponses } from '../db/responses.ts';
import { createSurvey, setWaveOf } from '../db/surveys.ts';
import { hashToken, newToken } from '../identity/tokens.ts';
import type { Template } from '../template-folder.ts';
import { freezeEvidence } from './close-round.ts';
import { createProject } from './create-project.ts';
import { publishReport } from './publish-report.ts';
import { roundLists } from './round-lists.ts';
import { responseOf } from './submit-response.ts';

/**
 * Makes the demonstration project under this code.
 * @returns the invitation of one panel member; only its hash is kept.
 * @throws ExpectedFailure when the project or one of its surveys is there already.
 * @throws RangeError when the fixture does not fit the template.
 */
export async function createDemonstration(
  ctx: Context,
  code: string,
  template: Template,
  demonstration: Demonstration,
): Promise<{ readonly invitation: string }> {
  const invitation = newToken();
  const createdAt = ctx.now().toISOString();
  await ctx.db.kysely.transaction().execute(async (db) => {
    await createProject(db, code, template, true, createdAt);
    await replaceRegister(db, code, demonstration.register.libraries, demonstration.register.date);
    const libraries = registerOf(demonstration.register.libraries);
    const earlier = await addEarlierWaves(db, code, template, demonstration, createdAt);
    for (const questionnaire of [...template.questionnaires, ...earlier]) {
      await addAnswers(db, ctx.newId, questionnaire, demonstration, libraries);
    }
    await addPanel(db, code, template, demonstration, invitation);
    await saveRecords(db, code, demonstrationRecords(template.plan, demonstration.records));
  });
  await freezeEvidence(ctx, code, 1);
  await publishReport(ctx, code);
  return { invitation };
}

/** The surveys that asked before what the template asks now, behind its own. */
async function addEarlierWaves(
  db: Queries,
  project: string,
  { questionnaires }: Template,
  { surveys }: Demonstration,
  createdAt: string,
): Promise<readonly Questionnaire[]> {
  const waves: Questionnaire[] = [];
  for (const [code, { earlierWaveOf }] of Object.entries(surveys)) {
    if (!earlierWaveOf) continue;
    const later = questionnaires.find((questionnaire) => questionnaire.code === earlierWaveOf.survey);
    if (!later)
      throw new RangeError(`no questionnaire "${earlierWaveOf.survey}" has the earlier wave "${code}"`);
    const wave = { ...later, code, title: earlierWaveOf.title };
    await createSurvey(db, project, questionnaires.length + waves.length, wave, createdAt);
    await setWaveOf(db, project, later.code, code);
    waves.push(wave);
  }
  return waves;
}

/** The responses of one survey, and the remarks coded in them. */
async function addAnswers(
  db: Queries,
  newId: () => string,
  questionnaire: Questionnaire,
  demonstration: Demonstration,
  libraries: Register,
): Promise<void> {
  const filled = demonstration.surveys[questionnaire.code];
  if (!filled) return;
  const { generated } = filled;
  const made = generated
    ? generatedResponses(questionnaire, generated, libraries, seededRandom(generated.seed))
    : [];
  const responses = [...filled.responses, ...made].map(({ answers, date }, index) => {
    const reading = readResponse(questionnaire, answers, libraries);
    const [problem] = reading.problems;
    if (problem) {
      const place = `${questionnaire.code}, response ${index}, ${problem.field}`;
      throw new RangeError(`the demonstration does not pass the questionnaire: ${place}: ${problem.key}`);
    }
    const draft = { answers: reading.answers, version: 1, receiptHash: '', seed: null };
    return { ...responseOf(draft, questionnaire, libraries, newId(), date), receiptHash: null };
  });
  await insertResponses(db, questionnaire.code, responses);
  const places = new Map<string, number>();
  const remarks = filled.remarks.map((remark) => {
    const response = responses[remark.response];
    if (!response) throw new RangeError(`a remark is of response ${remark.response}, which is not there`);
    const answer = `${remark.question} ${response.id}`;
    const place = places.get(answer) ?? 0;
    places.set(answer, place + 1);
    return { ...remark, id: newId(), response: response.id, account: null, place };
  });
  for (const { question, response, place } of remarks) {
    if (place > 0) continue;
    const made = { state: 'coded', words: null, account: null, at: null } as const;
    await keepAnswer(db, { survey: questionnaire.code, question, response }, 0, made);
  }
  await insertRemarks(db, questionnaire.code, remarks);
}

/** Round 1 closed with everybody's ballot, round 2 open; the first member gets the invitation. */
async function addPanel(
  db: Queries,
  project: string,
  { catalogue }: Template,
  { panel }: Demonstration,
  invitation: string,
): Promise<void> {
  const lists = roundLists(catalogue);
  await saveMembers(db, project, panel.members);
  await createRound(db, project, { round: 1, closesOn: panel.closedOn, lists });
  for (const { code: member, ballot } of panel.members) {
    const savedAt = `${panel.closedOn}T12:00:00.000Z`;
    await saveBallot(db, { project, round: 1, member, ballot, submitted: true, savedAt });
  }
  await closeRound(db, project, 1, panel.closedOn);
  await createRound(db, project, { round: 2, closesOn: panel.openUntil, lists });
  const [first] = panel.members;
  if (first) await setMemberToken(db, project, first.code, hashToken('panel', invitation));
}
