// The form of a vote as the templates draw it: every way is groups of choices, about a need or about a few of them.

import { pairChoices } from '../../../analysis/panel/ways/pairs.ts';
import { piles } from '../../../analysis/panel/ways/piles.ts';
import type { Offer, Way } from '../../../analysis/panel/ways/vote.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { RoundOffers } from '../../db/panel-comments.ts';
import type { TypedFields } from '../../db/panels.ts';
import type { CommentView } from './comments.ts';
import type { NeedEvidence } from './need-evidence.ts';
import type { EvidenceGroup, FigureLine } from './pages.ts';
import type { VoteProblem } from './vote-form.ts';
import type { VoteWords } from './vote-said.ts';

export interface VoteListView {
  readonly name: string;
  /** Pairs where a round of small sets has too few needs for a set. */
  readonly way: Way;
  /** The need this list is within; empty at the top level. */
  readonly within: string;
  readonly lead: string;
  /** Points to give in all; null in the other ways. */
  readonly budget: { readonly all: number; readonly given: number } | null;
  readonly cards: readonly VoteCard[];
}

export interface VoteCard {
  readonly id: string;
  readonly heading: string;
  /** The need the card is about; null when it asks about several. */
  readonly need: VoteNeed | null;
  readonly groups: readonly VoteGroup[];
  /** A way out of the whole card. */
  readonly apart: { readonly field: string; readonly checked: boolean; readonly label: string } | null;
}

export interface VoteNeed extends CommentView {
  readonly need: string;
  readonly title: string;
  readonly explanation: Text | null;
  readonly figure: FigureLine | null;
  readonly quote: Text | null;
  readonly facets: readonly Text[];
  readonly evidence: readonly EvidenceGroup[];
}

export interface VoteGroup {
  readonly field: string;
  readonly legend: string;
  /** The legend repeats the heading of the card: for ears alone. */
  readonly quiet: boolean;
  /** `row` beside each other, `short` also on a phone, `list` under each other, `marks` a scale of numbers. */
  readonly shape: 'row' | 'short' | 'list' | 'marks';
  readonly options: readonly VoteOption[];
  readonly problem: string;
}
interface VoteOption {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
  /** Stands apart from the choices: nothing is chosen, or there is no opinion. */
  readonly apart: boolean;
}

/** What a form is drawn with. */
export interface VoteForm extends VoteWords {
  readonly typed: TypedFields;
  readonly problems: readonly VoteProblem[];
  need(code: string): VoteNeed;
}

/** Every list with its cards, the top level first. */
export function voteLists(offers: RoundOffers, form: VoteForm): readonly VoteListView[] {
  const lists = Object.entries(offers).sort(
    ([one], [other]) => Number(other === 'top') - Number(one === 'top'),
  );
  return lists.map(([name, offer]) => ({
    name,
    way: offer.way,
    within: name === 'top' ? '' : form.title(name),
    lead: form.say({ key: `votes.how.${offer.way}`, values: leadValues(offer) }),
    budget: budgetOf(name, offer, form),
    cards: cardsOf(name, offer, form),
  }));
}

/** The needs of an offer whose cards do not show them one by one: their evidence stands apart. */
export function needsApart(offers: RoundOffers, form: VoteForm): readonly VoteNeed[] {
  return Object.values(offers).flatMap((offer) =>
    offer.way === 'sets' || offer.way === 'pairs' ? offer.needs.map(form.need) : [],
  );
}

/** A need with its evidence and what the member says about it. */
export function voteNeed(
  need: string,
  title: string,
  known: NeedEvidence | undefined,
  comment: CommentView,
): VoteNeed {
  const { explanation = null, facets = [], figure = null, quote = null, evidence = [] } = known ?? {};
  return { need, title, explanation, facets, figure, quote, evidence, ...comment };
}

function leadValues(offer: Offer): Readonly<Record<string, number>> {
  switch (offer.way) {
    case 'points':
      return { budget: offer.budget, most: offer.most };
    case 'sets':
      return { count: offer.sets.length };
    case 'pairs':
      return { count: offer.pairs.length };
    case 'piles':
    case 'grid':
      return { count: offer.needs.length };
  }
}

function budgetOf(list: string, offer: Offer, { typed }: VoteForm): VoteListView['budget'] {
  if (offer.way !== 'points') return null;
  const given = offer.needs.reduce((sum, need) => sum + (Number(typed[`${list}.points.${need}`]) || 0), 0);
  return { all: offer.budget, given };
}

function cardsOf(list: string, offer: Offer, form: VoteForm): readonly VoteCard[] {
  switch (offer.way) {
    case 'piles':
      return offer.needs.map((need) => needCard(list, need, [pileGroup(list, need, form)], form));
    case 'points':
      return offer.needs.map((need) =>
        needCard(list, need, [pointsGroup(list, need, Math.min(offer.most, offer.budget), form)], form),
      );
    case 'grid':
      return offer.needs.map((need) =>
        needCard(
          list,
          need,
          (['effort', 'impact'] as const).map((scale) => gridGroup(list, need, scale, form)),
          form,
        ),
      );
    case 'sets':
      return offer.sets.map((needs, index) => setCard(list, index + 1, needs, offer.sets.length, form));
    case 'pairs':
      return offer.pairs.map((pair, index) => pairCard(list, index + 1, pair, offer.pairs.length, form));
  }
}

function needCard(list: string, need: string, groups: readonly VoteGroup[], form: VoteForm): VoteCard {
  return {
    id: `card.${list}.${need}`,
    heading: form.title(need),
    need: form.need(need),
    groups,
    apart: null,
  };
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly apart?: boolean;
}

/** A group of choices; the first one has the field's own name as id, so that a link to the field finds it. */
function group(
  field: string,
  parts: Pick<VoteGroup, 'legend' | 'quiet' | 'shape'>,
  choices: readonly Choice[],
  { typed, problems, say }: VoteForm,
): VoteGroup {
  const value = typed[field] ?? '';
  const problem = problems.find((each) => each.field === field);
  return {
    field,
    ...parts,
    options: choices.map((choice, index) => ({
      id: index === 0 ? field : `${field}.${choice.value || 'none'}`,
      value: choice.value,
      label: choice.label,
      checked: choice.value === value,
      apart: choice.apart ?? false,
    })),
    problem: problem ? say(problem) : '',
  };
}

function pileGroup(list: string, need: string, form: VoteForm): VoteGroup {
  const say = (key: string, values = {}) => form.say({ key: `votes.piles.${key}`, values });
  return group(
    `${list}.pile.${need}`,
    { legend: say('legend', { title: form.title(need) }), quiet: true, shape: 'row' },
    [
      ...piles.map((pile) => ({ value: pile, label: say(pile) })),
      { value: '', label: say('none'), apart: true },
      { value: 'noOpinion', label: say('noOpinion'), apart: true },
    ],
    form,
  );
}

function pointsGroup(list: string, need: string, most: number, form: VoteForm): VoteGroup {
  const values = { title: form.title(need) };
  return group(
    `${list}.points.${need}`,
    { legend: form.say({ key: 'votes.points.legend', values }), quiet: true, shape: 'short' },
    Array.from({ length: most + 1 }, (_, points) => ({
      value: points === 0 ? '' : String(points),
      label: form.say({ key: 'votes.points.choice', values: { points } }),
    })),
    form,
  );
}

function gridGroup(list: string, need: string, scale: 'effort' | 'impact', form: VoteForm): VoteGroup {
  const say = (key: string, values = {}) => form.say({ key: `votes.grid.${key}`, values });
  const mark = (value: number): Choice => {
    const end = value === 1 ? 'low' : value === 5 ? 'high' : '';
    return { value: String(value), label: end === '' ? String(value) : say(end, { value }) };
  };
  return group(
    `${list}.${scale}.${need}`,
    { legend: say(scale, { title: form.title(need) }), quiet: false, shape: 'marks' },
    [...[1, 2, 3, 4, 5].map(mark), { value: '', label: say('none'), apart: true }],
    form,
  );
}

function setCard(
  list: string,
  set: number,
  needs: readonly string[],
  count: number,
  form: VoteForm,
): VoteCard {
  const say = (key: string, values = {}) => form.say({ key: `votes.sets.${key}`, values });
  const side = (which: 'best' | 'worst') =>
    group(
      `${list}.${which}.${set}`,
      { legend: say(which, { set }), quiet: false, shape: 'list' },
      [
        ...needs.map((need) => ({ value: need, label: form.title(need) })),
        { value: '', label: say('none'), apart: true },
      ],
      form,
    );
  const field = `${list}.noOpinion.${set}`;
  return {
    id: `card.${list}.set.${set}`,
    heading: say('heading', { set, count }),
    need: null,
    groups: [side('best'), side('worst')],
    apart: { field, checked: form.typed[field] === 'yes', label: say('noOpinion', { set }) },
  };
}

function pairCard(
  list: string,
  pair: number,
  { first, second }: { readonly first: string; readonly second: string },
  count: number,
  form: VoteForm,
): VoteCard {
  const say = (key: string, values = {}) => form.say({ key: `votes.pairs.${key}`, values });
  const label = (choice: (typeof pairChoices)[number]) =>
    choice === 'first' || choice === 'second' ? form.title(choice === 'first' ? first : second) : say(choice);
  const choices = pairChoices.map((choice) => ({
    value: choice,
    label: label(choice),
    apart: choice === 'equal' || choice === 'noOpinion',
  }));
  return {
    id: `card.${list}.pair.${pair}`,
    heading: say('heading', { pair, count }),
    need: null,
    groups: [
      group(
        `${list}.pair.${pair}`,
        { legend: say('legend', { pair }), quiet: true, shape: 'list' },
        [...choices, { value: '', label: say('none'), apart: true }],
        form,
      ),
    ],
    apart: null,
  };
}
