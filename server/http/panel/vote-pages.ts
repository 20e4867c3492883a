// The pages of a round in which members vote in another way than by ordering cards: the form, looking it over, thanks.
import type { Response } from 'express';
import type { CastBallot, Way } from '../../../analysis/panel/ways/vote.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { ComputedPanel } from '../../computed.ts';
import type { Context } from '../../context.ts';
import type { RoundOffers } from '../../db/panel-comments.ts';
import type { Ballot, Round, TypedFields } from '../../db/panels.ts';
import { recordsOf } from '../../db/records.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import type { Message } from '../../texts.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import { titlesOf } from './ballot-page.ts';
import { commentProblems, commentView, nothingSaid, type Said } from './comments.ts';
import { openFieldsFromBefore } from './earlier-vote.ts';
import { headOf, type Invitation, ownBallot, ownComments } from './invitation.ts';
import { howEvidence, needEvidence } from './need-evidence.ts';
import { stateOf } from './open-round.ts';
import type { PanelHead } from './pages.ts';
import { panelOptions, saveWords } from './panel-options.ts';
import type { VoteProblem } from './vote-form.ts';
import { type SaidLine, saidLines, type VoteWords } from './vote-said.ts';
import {
  needsApart,
  type VoteForm,
  type VoteListView,
  type VoteNeed,
  voteLists,
  voteNeed,
} from './vote-view.ts';

export interface VotePage extends PanelHead {
  /** The state of the stored ballot this page was made on. */
  readonly after: string;
  /** Identifies this vote on the member's own device, without the secret of the address. */
  readonly ballot: string;
  readonly way: Way;
  readonly closesOn: string;
  readonly submitted: boolean;
  readonly named: boolean;
  /** A closed round this member can look at, and whether what was said then can fill what is open, or just did. */
  readonly previous: {
    readonly round: number;
    readonly canStartFrom: boolean;
    readonly started: boolean;
  } | null;
  readonly lists: readonly VoteListView[];
  /** Needs whose evidence stands apart from what is asked. */
  readonly needs: readonly VoteNeed[];
  readonly howEvidence: ComputedPanel;
  readonly problems: readonly { readonly field: string; readonly words: string }[];
  /** What the browser module says. */
  readonly words: Readonly<Record<string, string>>;
}

export interface VoteReviewPage extends PanelHead {
  readonly after: string;
  readonly closesOn: string;
  readonly submitted: boolean;
  readonly lists: readonly SaidList[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export interface VoteSubmittedPage extends PanelHead {
  readonly outcome: Outcome | null;
  readonly closesOn: string;
  readonly lists: readonly SaidList[];
}

export interface SaidList {
  readonly within: string;
  readonly lines: readonly SaidLine[];
  /** How many lines say nothing. */
  readonly open: number;
}

/** A round that is not voted in by ordering cards. */
export type VotedRound = Round & { readonly way: Way };

/** What was sent and is not right, instead of what is kept. */
export interface WrongVote {
  readonly typed: TypedFields;
  /** What was said about needs; null shows what is kept. */
  readonly said: Said | null;
  readonly problems: readonly (VoteProblem | Message)[];
}

/** Shows the form; with problems as 422. */
export async function showVote(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
  offers: RoundOffers,
  wrong: WrongVote | null = null,
  fromBefore = false,
): Promise<void> {
  const { project, member, closed } = invitation;
  const [saved, analysis, records, kept] = await Promise.all([
    ownBallot(ctx, invitation, round.round),
    analyseProject(ctx, project.code, { reader: 'panel' }),
    recordsOf(ctx.db.kysely, project.code),
    ownComments(ctx, invitation, round.round),
  ]);
  const words = voteWords(ctx, response, invitation);
  const evidence = needEvidence(analysis, records, project.catalogue);
  const said = wrong?.said ?? nothingSaid;
  const problems = [
    ...(wrong?.problems ?? []).map((problem) => ({ field: fieldOf(problem), ...problem })),
    ...[...commentProblems(said)].map(([need, problem]) => ({ field: `comment-${need}`, ...problem })),
  ];
  const form: VoteForm = {
    ...words,
    typed: wrong?.typed ?? saved?.typed ?? {},
    problems,
    need: (code) => voteNeed(code, words.title(code), evidence.get(code), commentView(code, kept, said)),
  };
  const earlier = await openFieldsFromBefore(ctx, invitation, offers, form.typed);
  ctx.render(
    response,
    'panel/vote',
    {
      ...headOf(invitation, round.round, saved?.savedAt ?? null),
      after: stateOf(saved),
      ballot: `${project.code}/${round.round}/${member.code}/${round.way}`,
      way: round.way,
      closesOn: round.closesOn,
      submitted: saved?.submitted ?? false,
      named: round.mode === 'named',
      previous: closed && {
        round: closed.round,
        // Groups of four are others each time: the few pairs beside them are no start.
        canStartFrom: round.way !== 'sets' && Object.keys(earlier).length > 0,
        started: fromBefore,
      },
      lists: voteLists(offers, form),
      needs: needsApart(offers, form),
      howEvidence: howEvidence(ctx, response.locals.language),
      problems: problems.map((problem) => ({ field: problem.field, words: words.say(problem) })),
      words: { ...saveWords(words.say), offline: words.say({ key: 'votes.save.offline' }) },
    },
    {
      ...voteOptions(ctx, response, invitation, `votes.title.${round.way}`),
      status: problems.length > 0 ? 422 : 200,
      scripts: ['vote.js'],
    },
  );
}

/** Everything that was said, to read before handing it in. */
export function showVoteReview(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
  offers: RoundOffers,
  own: Ballot,
): void {
  ctx.render(
    response,
    'panel/vote-review',
    {
      ...headOf(invitation, round.round, own.savedAt),
      after: stateOf(own),
      closesOn: round.closesOn,
      submitted: own.submitted,
      lists: saidLists(own.ballot, offers, voteWords(ctx, response, invitation)),
      fields: Object.entries(own.typed ?? {}).map(([name, value]) => ({ name, value })),
    },
    voteOptions(ctx, response, invitation, 'votes.review.title'),
  );
}

/** Handed in: what was, until when it may change, and the way back. */
export async function showVoteSubmitted(
  ctx: Context,
  response: Response,
  invitation: Invitation,
  round: VotedRound,
  offers: RoundOffers,
  own: Ballot,
): Promise<void> {
  ctx.render(
    response,
    'panel/vote-submitted',
    {
      ...headOf(invitation, round.round, own.savedAt),
      closesOn: round.closesOn,
      lists: saidLists(own.ballot, offers, voteWords(ctx, response, invitation)),
      outcome: await outcomeOf(ctx.db.kysely, invitation.project.code),
    },
    voteOptions(ctx, response, invitation, 'votes.submitted.title'),
  );
}

/** Words and titles of needs in the language of this response. */
export function voteWords(ctx: Context, response: Response, invitation: Invitation): VoteWords {
  const { language } = response.locals;
  const titles = titlesOf(invitation);
  return {
    say: ({ key, values }) => ctx.texts.say(language, key, values),
    title: (need) => {
      const title = titles.get(need);
      return title ? inLanguage(title, language) : need;
    },
  };
}

/** A form on which nothing was said yet. */
export function emptyForm(words: VoteWords): VoteForm {
  const need = (code: string) =>
    voteNeed(code, words.title(code), undefined, commentView(code, new Map(), nothingSaid));
  return { ...words, typed: {}, problems: [], need };
}

/** A vote told in words, list by list. */
export function saidLists(ballot: CastBallot, offers: RoundOffers, words: VoteWords): readonly SaidList[] {
  return Object.entries(offers).map(([name, offer]) => {
    const lines = saidLines(ballot.votes?.[name] ?? null, offer, words);
    return {
      within: name === 'top' ? '' : words.title(name),
      lines,
      open: lines.filter(({ open }) => open).length,
    };
  });
}

/** A problem of no field is about the whole form. */
function fieldOf(problem: VoteProblem | Message): string {
  return 'field' in problem ? problem.field : 'vote';
}

/** The frame of a page with a vote. */
function voteOptions(ctx: Context, response: Response, invitation: Invitation, title: string) {
  const styles: readonly string[] = ['computed.css', 'vote.css'];
  return { ...panelOptions(ctx, response, invitation, { key: title }), styles };
}
