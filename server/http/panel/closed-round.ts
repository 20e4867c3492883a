// A closed round with what its pages need: the group's order, the round before it, and who ordered what if that is open.
import { places } from '../../../analysis/panel/ballot.ts';
import { type RoundMovement, roundMovement } from '../../../analysis/panel/movement.ts';
import { listName } from '../../../analysis/panel/panel-result.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { PanelResult } from '../../../analysis/results/panel.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { ballotsOf, membersOf, type Round, roundsOf } from '../../db/panels.ts';
import { unknownPage } from '../../errors.ts';
import type { Message } from '../../texts.ts';
import { writePlace } from './card-views.ts';
import { saidOfNeed } from './vote-said.ts';

export interface ClosedRoundData {
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly result: PanelResult;
  readonly movement: RoundMovement;
  /** The closed round it is compared with: the last one voted in the same way; null when there is none. */
  readonly comparedWith: number | null;
  /** The round just before was voted in another way: that movement is not told. */
  readonly otherWayBefore: boolean;
}

/** @throws ExpectedFailure when the project has no closed round of that number. */
export async function closedRoundOf(ctx: Context, project: string, asked: string): Promise<ClosedRoundData> {
  const rounds = await roundsOf(ctx.db.kysely, project);
  const round = rounds.find((each) => each.state === 'closed' && String(each.round) === asked);
  if (!round) throw unknownPage();
  return { rounds, ...(await withMovement(ctx, project, round, rounds)) };
}

/** The result of a closed round, and how it moved since the closed one before it that was voted in the same way. */
export async function withMovement(
  ctx: Pick<Context, 'analysis'>,
  project: string,
  round: Round,
  rounds: readonly Round[],
): Promise<Omit<ClosedRoundData, 'rounds'>> {
  const before = rounds.filter((each) => each.state === 'closed' && each.round < round.round);
  const earlier = before.filter(({ way }) => way === round.way).at(-1);
  const [result, old] = await Promise.all([
    ctx.analysis.ask('roundResult', { project, round }),
    earlier ? ctx.analysis.ask('roundResult', { project, round: earlier }) : null,
  ]);
  return {
    round,
    result,
    movement: roundMovement(
      old,
      result,
      1 + sinceDecision(before).filter(({ way }) => way === round.way).length,
    ),
    comparedWith: earlier?.round ?? null,
    otherWayBefore: before.length > 0 && before.at(-1)?.way !== round.way,
  };
}

/** The rounds since the last decision: it ended the ones before it. */
function sinceDecision(rounds: readonly Round[]): readonly Round[] {
  return rounds.slice(rounds.findLastIndex(({ frozenOn }) => frozenOn !== null) + 1);
}

/** Who ordered what: a row per need in the group's order, a column per member who handed in. */
export interface NamedOrders {
  readonly members: readonly string[];
  readonly rows: readonly { readonly need: string; readonly places: readonly string[] }[];
}

/** Null in a confidential round, and before there is an order to show. */
export async function namedOrders(
  ctx: Context,
  project: string,
  { round, result }: Pick<ClosedRoundData, 'round' | 'result'>,
  say: (message: Message) => string,
): Promise<NamedOrders | null> {
  if (round.mode !== 'named' || result.lists.length === 0) return null;
  const [members, all] = await Promise.all([
    membersOf(ctx.db.kysely, project),
    ballotsOf(ctx.db.kysely, project, round.round),
  ]);
  const ballots = all.filter(({ submitted }) => submitted);
  const who = (code: string) => members.find((member) => member.code === code);
  return {
    members: ballots.map(({ member }) => {
      const found = who(member);
      return found ? `${found.role}, ${found.library}` : '–';
    }),
    rows: result.lists.flatMap((list) =>
      list.order.map(({ need }) => ({
        need,
        places: ballots.map(({ ballot }) => {
          const needs = round.lists[listName(list)] ?? [];
          const vote = ballot.votes?.[listName(list)];
          const said = vote && saidOfNeed(vote, need);
          if (round.way !== 'order') return said ? say(said) : '–';
          const own = ballot.lists[listName(list)];
          const place = own ? (places(own, needs)[needs.indexOf(need)] ?? null) : null;
          if (place === null) return '–';
          return Number.isInteger(place) ? writePlace(place, list.parent !== null) : String(place);
        }),
      })),
    ),
  };
}

/** What a need is called, or its code when it left the catalogue. */
export function labelIn(needs: readonly NeedResult[], code: string, language: string): string {
  const need = needs.find((each) => each.code === code);
  return need ? inLanguage(need.label, language) : code;
}
