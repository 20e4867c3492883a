// The form that opens a round: reads what was typed and says what is wrong with it. Everything typed comes back.
import { needLists } from '../../../analysis/panel/panel-result.ts';
import { MOST_IN_PAIRS } from '../../../analysis/panel/ways/pairs.ts';
import { SET_SIZE } from '../../../analysis/panel/ways/sets.ts';
import { type RoundWay, roundWays, wayOfList } from '../../../analysis/panel/ways/vote.ts';
import { dayOf, isDay } from '../../../surveys/day.ts';
import type { Need } from '../../../surveys/needs-catalogue.ts';
import { fewestBallots, type RoundLists } from '../../db/panels.ts';
import type { RoundSettings } from '../../operations/open-round.ts';
import { roundLists } from '../../operations/round-lists.ts';
import type { Message } from '../../texts.ts';

/** A message and the id of the field it is about. */
export interface FormMistake extends Message {
  readonly field: string;
}

export interface RoundTyped {
  readonly closesOn: string;
  readonly mode: string;
  readonly way: string;
  readonly quorum: string;
  readonly needs: ReadonlySet<string>;
}

/** What a new round starts from. */
export function suggestedRound(needs: readonly Need[], members: number, day: Date): RoundTyped {
  const closes = new Date(day.getTime() + 14 * 24 * 60 * 60 * 1000);
  return {
    closesOn: dayOf(closes),
    mode: 'confidential',
    way: 'order',
    quorum: String(Math.max(fewestBallots, Math.ceil(members / 2))),
    needs: new Set(needs.map(({ code }) => code)),
  };
}

/** Reads the form by the names of its fields. */
export function readRoundForm(field: (name: string) => string, needs: readonly Need[]): RoundTyped {
  return {
    closesOn: field('closesOn').trim().slice(0, 40),
    mode: field('mode').slice(0, 40),
    // Ordering is what a form without this choice asks for.
    way: field('way').slice(0, 40) || 'order',
    quorum: field('quorum').trim().slice(0, 20),
    needs: new Set(needs.filter(({ code }) => field(`need.${code}`) === '1').map(({ code }) => code)),
  };
}

/** The settings of a sound form, or what is wrong. `today` is the first day a round may close on. */
export function judgeRoundForm(
  typed: RoundTyped,
  needs: readonly Need[],
  members: number,
  today: string,
): { readonly settings: RoundSettings | null; readonly mistakes: readonly FormMistake[] } {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values: Message['values'] = {}) =>
    mistakes.push({ field, key: `rounds.open.${key}`, values });
  if (!isDay(typed.closesOn)) wrong('closesOn', 'dateWrong');
  else if (typed.closesOn < today) wrong('closesOn', 'datePast');
  const mode = typed.mode === 'confidential' || typed.mode === 'named' ? typed.mode : null;
  if (mode === null) wrong('mode-confidential', 'modeMissing');
  const quorum = /^\d{1,4}$/.test(typed.quorum) ? Number(typed.quorum) : 0;
  const most = Math.max(fewestBallots, members);
  if (quorum < fewestBallots || quorum > most) {
    wrong('quorum', 'quorumWrong', { fewest: fewestBallots, most });
  }
  const chosen = needs.filter(({ code }) => typed.needs.has(code));
  const [top] = needLists(chosen);
  if (!top || top.needs.length < 2) wrong(`need-${needs[0]?.code ?? ''}`, 'needsFew');
  const lists = roundLists({ needs: chosen });
  const way = roundWays.find((each) => each === typed.way) ?? null;
  const misfit = way && misfitOf(way, lists);
  if (way === null) wrong('way-order', 'wayMissing');
  else if (misfit) wrong(`way-${way}`, misfit.key, misfit.values);
  if (mistakes.length > 0 || mode === null || way === null) return { settings: null, mistakes };
  return { settings: { closesOn: typed.closesOn, mode, way, quorum, lists }, mistakes: [] };
}

/** Why a way does not fit these lists; null when it does. A short list within a need is asked in pairs (`wayOfList`). */
function misfitOf(way: RoundWay, lists: RoundLists): Message | null {
  if (way === 'order') return null;
  if (Object.values(lists).some((needs) => wayOfList(way, needs.length) === null)) {
    return { key: 'wayTooLong', values: { most: MOST_IN_PAIRS } };
  }
  const fewest = SET_SIZE + 1;
  return way === 'sets' && (lists.top?.length ?? 0) < fewest
    ? { key: 'wayTooShort', values: { fewest } }
    : null;
}
