// The page of a project's workshops: who was invited, what each block gave, the boards with what holds, needs nuance or is
// missing, and ideas for products by use and effort.
import type { Response } from 'express';
import { quarterOf } from '../../../analysis/panel/ways/grid.ts';
import type { WorkshopGuide } from '../../../surveys/guides/guide.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { quarters } from '../panel/counted-votes.ts';
import { guideOf } from './guide.ts';
import { tallies } from './workshop-form.ts';
import { showStation, type Workspace } from './workspace.ts';

interface IdeaGroup {
  readonly name: string;
  readonly ideas: readonly { readonly text: string; readonly marks: string }[];
}
export interface WorkshopsPage {
  readonly title: string;
  readonly new: string;
  readonly back: string;
  readonly workshops: readonly {
    readonly code: string;
    readonly title: string;
    readonly facts: string;
    readonly edit: string;
    readonly invited: readonly { readonly party: string; readonly from: string; readonly people: string }[];
    /** What each block of the agenda gave; '' while nothing is written down. */
    readonly agenda: readonly { readonly title: string; readonly prompt: string; readonly output: string }[];
    /** The boards, each with its statements; counts as they are read: a dash where nobody counted. */
    readonly boards: readonly {
      readonly title: string;
      readonly statements: readonly {
        readonly text: string;
        readonly counts: readonly string[];
        readonly needed: string;
      }[];
    }[];
    /** The board of ideas for products. */
    readonly products: string;
    readonly groups: readonly IdeaGroup[];
  }[];
}

/** Shows every workshop of the project. */
export async function showWorkshops(ctx: Context, response: Response, workspace: Workspace): Promise<void> {
  const guide = guideOf(workspace).workshop;
  const { say, language, project } = workspace;
  const { workshop } = await recordsOf(ctx.db.kysely, project.code);
  const root = `/team/${project.code}`;
  const page: WorkshopsPage = {
    title: say({ key: 'guide.workshop.title' }),
    new: `${root}/workshops/new`,
    back: `${root}/guide`,
    workshops: workshop.map((each) => ({
      code: each.code,
      title: inLanguage(each.title, language),
      facts: [
        inLanguage(each.date.label, language),
        say({ key: 'guide.workshop.halfDays', values: { count: each.parts } }),
        each.people === null
          ? say({ key: 'guide.workshop.peopleUnknown' })
          : say({ key: 'guide.people', values: { count: each.people } }),
      ].join(' · '),
      edit: `${root}/workshops/${each.code}`,
      invited: each.invited.map(({ party, from, people }) => ({
        party: inLanguage(party, language),
        from: say({ key: `guide.workshop.invitedFrom.${from}` }),
        people: people === null ? '' : String(people),
      })),
      agenda: agendaOf(each, guide, language),
      boards: boardsOf(each, guide, workspace),
      products: guide ? inLanguage(guide.products, language) : say({ key: 'guide.workshop.ideas' }),
      groups: ideaGroups(each, workspace),
    })),
  };
  await showStation(ctx, response, workspace, 'team/workshops', page, {
    station: 'needs',
    title: page.title,
    styles: ['project.css', 'rounds.css', 'guide.css'],
  });
}

/** The blocks of the agenda with what each gave. */
function agendaOf(
  { outputs }: ProjectRecord<'workshop'>,
  guide: WorkshopGuide | undefined,
  language: string,
): WorkshopsPage['workshops'][number]['agenda'] {
  return (guide?.agenda ?? []).map(({ code, title, prompt }) => {
    const output = outputs.find(({ block }) => block === code);
    return {
      title: inLanguage(title, language),
      prompt: inLanguage(prompt, language),
      output: output ? inLanguage(output.text, language) : '',
    };
  });
}

/** The boards of the guide with what stands on each; what stands on none comes last. */
function boardsOf(
  { statements }: ProjectRecord<'workshop'>,
  guide: WorkshopGuide | undefined,
  { say, language }: Workspace,
): WorkshopsPage['workshops'][number]['boards'] {
  const boards = guide?.boards ?? [];
  const on = (own: (board: string | undefined) => boolean) =>
    statements
      .filter(({ board }) => own(board))
      .map((statement) => ({
        text: inLanguage(statement.text, language),
        counts: tallies.map((tally) => String(statement[tally] ?? '–')),
        needed: statement.needed ? inLanguage(statement.needed, language) : '',
      }));
  const left = on((board) => !boards.some(({ code }) => code === board));
  return [
    ...boards.map(({ code, title }) => ({
      title: inLanguage(title, language),
      statements: on((board) => board === code),
    })),
    ...(left.length > 0
      ? [
          {
            title: say({ key: `guide.workshop.${boards.length > 0 ? 'noBoard' : 'statements'}` }),
            statements: left,
          },
        ]
      : []),
  ];
}

/** Ideas by what they bring against what they take, the most for the least first; those without marks last. */
function ideaGroups(
  { ideas }: ProjectRecord<'workshop'>,
  { say, language }: Workspace,
): readonly IdeaGroup[] {
  return [...quarters, null]
    .map((quarter) => ({
      name: say({ key: `guide.workshop.quarter.${quarter ?? 'none'}` }),
      ideas: ideas
        .filter(({ use, effort }) => quarterOf(effort, use) === quarter)
        .map(({ text, use, effort }) => ({
          text: inLanguage(text, language),
          marks: say({ key: 'guide.workshop.marks', values: { use: use ?? '–', effort: effort ?? '–' } }),
        })),
    }))
    .filter((group) => group.ideas.length > 0);
}
