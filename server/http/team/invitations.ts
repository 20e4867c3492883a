// Asking libraries to answer: for each the address that names it already, and words for an invitation and a reminder.
import type { Router } from 'express';
import { estimateOf } from '../../../surveys/check.ts';
import { inLanguage, type Questionnaire, questionsOf } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { librariesOf } from '../../db/libraries.ts';
import type { Survey } from '../../db/surveys.ts';
import { unknownPage } from '../../errors.ts';
import { linkQuery } from '../respond/link.ts';
import { sendCsv } from './send-csv.ts';
import { openWorkspace, serverAddress, type Workspace } from './workspace.ts';

/** What the team sends to have a questionnaire answered. */
export interface Invitations {
  readonly title: string;
  readonly survey: string;
  /** The file with an address per library; null where the questionnaire asks for no library of a register. */
  readonly links: string | null;
  /** An invitation and a reminder in every language of the questionnaire. */
  readonly letters: readonly {
    readonly kind: 'invitation' | 'reminder';
    readonly language: string;
    readonly words: string;
  }[];
}

/** The file with addresses under /team/<project>/fieldwork. */
export function invitationRoutes(ctx: Context, router: Router): void {
  // Who answered already stands in no column: the project team sees that of no single library (PRV-08).
  router.get('/:project/fieldwork/:survey/addresses.csv', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = workspace.surveys.find(({ code }) => code === request.params.survey);
    if (!survey || !takesLibraries(survey)) throw unknownPage();
    const libraries = await librariesOf(ctx.db.kysely, workspace.project.code);
    const address = respondAddress(serverAddress(ctx, response), survey);
    const fields = [
      workspace.say({ key: 'register.heading.name' }),
      workspace.say({ key: 'register.invite.address' }),
    ];
    const data = libraries.map(({ code, name }) => [name, `${address}${linkQuery(code)}`]);
    sendCsv(response, `adressen-${survey.code}.csv`, fields, data);
  });
}

/** What can be sent for every open questionnaire of a project. @param server the address of this server */
export function invitationsOf(
  { texts }: Pick<Context, 'texts'>,
  { project, surveys, language }: Workspace,
  server: string,
): readonly Invitations[] {
  return surveys
    .filter(({ state }) => state === 'open')
    .map((survey) => ({
      title: inLanguage(survey.questionnaire.title, language),
      survey: survey.code,
      links: takesLibraries(survey)
        ? `/team/${encodeURIComponent(project.code)}/fieldwork/${survey.code}/addresses.csv`
        : null,
      letters: survey.questionnaire.languages
        .filter((spoken) => texts.languages.includes(spoken))
        .flatMap((spoken) =>
          (['invitation', 'reminder'] as const).map((kind) => ({
            kind,
            language: spoken,
            words: texts.say(spoken, `public.${kind}`, {
              title: inLanguage(survey.questionnaire.title, spoken),
              minutes: minutesOf(survey.questionnaire),
              address: respondAddress(server, survey),
            }),
          })),
        ),
    }));
}

function takesLibraries({ questionnaire, state }: Survey): boolean {
  return state === 'open' && questionsOf(questionnaire).some(({ type }) => type === 'register');
}

function respondAddress(server: string, { code }: Survey): string {
  return `${server}/s/${code}`;
}

/** Of what everybody is asked: what somebody is asked besides depends on the answers. */
function minutesOf(questionnaire: Questionnaire): number {
  return estimateOf(questionnaire).minutesOfEverybody;
}
