// The guide of a project's group talks, to read and to print, and the talks that were held with it.
import type { Router } from 'express';
import { type Guide, minutesOf, type TalkMode, talkModes } from '../../../surveys/guides/guide.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface GuidePage {
  readonly title: string;
  readonly intro: string;
  readonly back: string;
  /** Null where the guide is for no workshop. */
  readonly workshops: string | null;
  readonly new: string;
  /** How long it takes and for how many, each a short line. */
  readonly facts: readonly string[];
  readonly modes: readonly TalkMode[];
  readonly blocks: readonly {
    readonly title: string;
    readonly about: string;
    readonly minutes: Readonly<Record<TalkMode, number>>;
    readonly prompts: readonly string[];
  }[];
  readonly talksTitle: string;
  readonly talks: readonly {
    readonly participant: string;
    readonly facts: string;
    readonly selection: string;
    /** Null for an interview that was not held with the guide. */
    readonly edit: string | null;
    /** Null while nothing said is kept. */
    readonly cards: string | null;
  }[];
}

/** The guide of the project. @throws ExpectedFailure when it has none. */
export function guideOf({ project }: Workspace): Guide {
  if (!project.guide) throw unknownPage();
  return project.guide;
}

export function guideRoutes(ctx: Context, router: Router): void {
  router.get('/:project/guide', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const guide = guideOf(workspace);
    const { interview } = await recordsOf(ctx.db.kysely, workspace.project.code);
    const { say, language } = workspace;
    const root = `/team/${workspace.project.code}`;
    const title = inLanguage(guide.title, language);
    const talkLine = ({ code, participant, date, talk, excerpts }: ProjectRecord<'interview'>) => {
      const taking = guide.participants.find((each) => each.code === talk?.participants);
      const facts = [
        inLanguage(date.label, language),
        ...(taking ? [inLanguage(taking.label, language)] : []),
        ...(talk ? [say({ key: `guide.mode.${talk.mode}` })] : []),
        ...(talk && talk.people !== null
          ? [say({ key: 'guide.people', values: { count: talk.people } })]
          : []),
        say({ key: 'guide.excerpts', values: { count: excerpts.length } }),
      ];
      return {
        participant: inLanguage(participant, language),
        facts: facts.join(' · '),
        selection: talk ? inLanguage(talk.selection, language) : '',
        edit: talk ? `${root}/guide/talks/${code}` : null,
        cards: excerpts.length > 0 ? `${root}/guide/talks/${code}/cards` : null,
      };
    };
    const page: GuidePage = {
      title,
      intro: inLanguage(guide.intro, language),
      back: `${root}/records`,
      workshops: guide.workshop ? `${root}/workshops` : null,
      new: `${root}/guide/talks/new`,
      facts: [
        ...talkModes.map((mode) =>
          say({ key: `guide.lasts.${mode}`, values: { minutes: minutesOf(guide, mode) } }),
        ),
        say({ key: 'guide.group', values: guide.people }),
      ],
      modes: talkModes,
      blocks: guide.blocks.map((block) => ({
        title: inLanguage(block.title, language),
        about: block.about.map((subject) => say({ key: `guide.subject.${subject}` })).join(', '),
        minutes: block.minutes,
        prompts: block.prompts.map((prompt) => inLanguage(prompt, language)),
      })),
      talksTitle: say({ key: 'guide.held', values: { count: interview.length, ...guide.talks } }),
      talks: interview.map(talkLine),
    };
    await showStation(ctx, response, workspace, 'team/guide', page, {
      station: 'needs',
      title,
      styles: ['project.css', 'guide.css'],
      scripts: ['print-button.js'],
    });
  });
}
