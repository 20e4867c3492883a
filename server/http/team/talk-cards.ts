// What was said in a talk as cards on paper: for a workshop that looks at what holds, what needs nuance and what is missing.
import type { Response } from 'express';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { guideOf } from './guide.ts';
import { showStation, type Workspace } from './workspace.ts';

export interface TalkCardsPage {
  readonly title: string;
  readonly back: string;
  readonly cards: readonly {
    readonly number: number;
    readonly text: string;
    /** Who and where: a role, the block, the talk. */
    readonly facts: string;
    readonly need: string;
    readonly certainty: string;
  }[];
}

/** Shows the cards of one talk. */
export async function showTalkCards(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  { participant, date, excerpts }: ProjectRecord<'interview'>,
): Promise<void> {
  const { say, language, analysis } = workspace;
  const guide = guideOf(workspace);
  const where = `${inLanguage(participant, language)}, ${inLanguage(date.label, language)}`;
  const title = say({ key: 'guide.cards.title', values: { count: excerpts.length, where } });
  const page: TalkCardsPage = {
    title,
    back: `/team/${workspace.project.code}/guide`,
    cards: excerpts.map(({ text, role, block, need, certainty }, place) => {
      const spokenIn = guide.blocks.find(({ code }) => code === block);
      const about = analysis.needs.find(({ code }) => code === need);
      return {
        number: place + 1,
        text: inLanguage(text, language),
        facts: [
          ...(role ? [inLanguage(role, language)] : []),
          ...(spokenIn ? [inLanguage(spokenIn.title, language)] : []),
          where,
        ].join(' · '),
        need: about ? inLanguage(about.label, language) : '',
        certainty: certainty ? say({ key: `team.records.certainty.${certainty}` }) : '',
      };
    }),
  };
  await showStation(ctx, response, workspace, 'team/talk-cards', page, {
    station: 'needs',
    title,
    styles: ['guide.css'],
    scripts: ['print-button.js'],
  });
}
