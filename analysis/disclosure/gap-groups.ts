// Whether who rates ability below importance may be told group by group, beside the answers to both questions by the same
// groups. It hangs on both answers of a person, so that it can give away a cell that those tables hide. The proof is that of
// sum-exchange.ts: two people of different groups could have given each other's answer to one question with nothing visible
// changing. Where one of them would then be below, or no longer, two others of the same group could have given each other's
// second answer, which shows in no table either, so that as many are below as before.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup, registerFacts, type Split, splitBy } from '../explore/splits.ts';
import { valuePerByte } from '../needs/ratings.ts';
import type { SumInput } from './added-up.ts';
import type { Family } from './family.ts';
import { familyFor } from './kept-families.ts';
import { isSmall } from './lines.ts';
import { minimums } from './minimums.ts';

/** What may be told of groups: who is below, and the means of both ratings. */
export interface ToldOfGroups {
  readonly shares: boolean;
  readonly scores: boolean;
}

/**
 * All groups or none: what is left of everybody would give the one that is not told.
 * @param ratings importance, then ability.
 * @param by a background of the family.
 */
export function toldOfGroups(ratings: readonly [string, string], by: string, input: SumInput): ToldOfGroups {
  const { dataset, register } = input;
  const declared = input.background.filter((name) => dataset.codebook.position.has(name));
  const family = familyFor(dataset, register, declared);
  const [importance, ability] = ratings;
  if (ratings.some((name) => family.isBackground(name))) return { shares: false, scores: false };
  const groups = [...family.groupsBy(by), null];
  const hides = (name: string) =>
    groups.some((code) => {
      const filters = [{ variable: by, code }];
      return (
        family.countsIn(name, filters).some((count) => count > 0) &&
        family.hiddenAnswers(name, filters).size > 0
      );
    });
  if (!ratings.some(hides)) {
    return { shares: true, scores: ratedTogether(ratings, splitBy(dataset, register, by), dataset) };
  }
  const facts = register.length > 0 ? registerFacts : [];
  const others = [...facts, ...declared].filter((name) => name !== by && family.isBackground(name));
  const kept = [true, false].every((ofImportance) =>
    new GapExchanges(
      ofImportance ? ratings : [ability, importance],
      ofImportance,
      { by, others },
      family,
      input,
    ).keepsEach(),
  );
  return { shares: kept, scores: false };
}

/** Whether in each group who gave one rating alone, and who is below, level and above, are nobody or enough. */
function ratedTogether(
  [importance, ability]: readonly [string, string],
  split: Split,
  dataset: Dataset,
): boolean {
  const values = [importance, ability].map((name) =>
    valuePerByte(variableNamed(dataset.codebook, name), 'asIs'),
  );
  const columns = [dataset.column(importance), dataset.column(ability)];
  const counts = Array.from({ length: split.groups.length + 1 }, () => ({ alone: [0, 0], signs: [0, 0, 0] }));
  for (let row = 0; row < dataset.size; row += 1) {
    const group = split.of[row] as number;
    const own = counts[group === noGroup ? split.groups.length : group];
    const [wanted = null, there = null] = values.map(
      (byByte, place) => byByte[columns[place]?.[row] as number] ?? null,
    );
    if (!own || (wanted === null && there === null)) continue;
    if (wanted === null || there === null) {
      const place = wanted === null ? 1 : 0;
      own.alone[place] = (own.alone[place] as number) + 1;
    } else {
      const place = 1 + Math.sign(wanted - there);
      own.signs[place] = (own.signs[place] as number) + 1;
    }
  }
  return counts.every(({ alone, signs }) => {
    const both = signs.reduce((sum, count) => sum + count, 0);
    return ![...alone, ...signs].some(isSmall) && (both === 0 || both >= minimums.cross);
  });
}

interface Backgrounds {
  readonly by: string;
  readonly others: readonly string[];
}
interface Swap {
  readonly groups: readonly [number, number];
  readonly answers: readonly [number, number];
}

/** The exchanges of answers to one question among people whose answer to the other stays. */
class GapExchanges {
  readonly #own: string;
  readonly #backgrounds: Backgrounds;
  readonly #family: Family;
  readonly #groups: readonly (string | null)[];
  /** The values of the answers to the own question, as the family counts them. */
  readonly #answers: readonly (number | null)[];
  readonly #otherValues: readonly (number | null)[];
  readonly #ofImportance: boolean;
  /** By group of an other background, group and answer: which answers to the other question people gave. */
  readonly #people = new Map<string, Set<number>>();

  /** @param questions the one whose answers are exchanged, which is importance or is not, and the other. */
  constructor(
    [own, other]: readonly [string, string],
    ofImportance: boolean,
    backgrounds: Backgrounds,
    family: Family,
    input: SumInput,
  ) {
    const { dataset, register } = input;
    this.#own = own;
    this.#ofImportance = ofImportance;
    this.#backgrounds = backgrounds;
    this.#family = family;
    this.#groups = [...family.groupsBy(backgrounds.by), null];
    const variable = variableNamed(dataset.codebook, own);
    const values = valuePerByte(variable, 'asIs');
    const placeOf = new Map<number, number>();
    for (const [byte, { missing }] of variable.categories.entries())
      if (missing === null) placeOf.set(byte, placeOf.size);
    this.#answers = [...placeOf.keys()].map((byte) => values[byte] ?? null);
    this.#otherValues = valuePerByte(variableNamed(dataset.codebook, other), 'asIs');
    const split = splitBy(dataset, register, backgrounds.by);
    const others = backgrounds.others.map((name) => ({ name, of: splitBy(dataset, register, name).of }));
    const [ownColumn, otherColumn] = [dataset.column(own), dataset.column(other)];
    for (let row = 0; row < dataset.size; row += 1) {
      const answer = placeOf.get(ownColumn[row] as number);
      if (answer === undefined) continue;
      const group = this.#placeOf(split.of[row] as number);
      const given = otherColumn[row] as number;
      this.#add(`${group} ${answer}`, given);
      for (const { name, of } of others) this.#add(`${group} ${answer} ${name} ${of[row] as number}`, given);
    }
  }

  /** Whether each cell that few people are in, or out of, still has an exchange that nobody would notice. */
  keepsEach(): boolean {
    const groups = [...this.#groups.keys()];
    const answers = [...this.#answers.keys()];
    const counts = groups.map((group) => this.#family.countsIn(this.#own, this.#filters(group)));
    const total = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0);
    const at = (group: number, answer: number) => counts[group]?.[answer] ?? 0;
    const isTold = (group: number, answer: number) => {
      const count = at(group, answer);
      const around = [total(counts[group] ?? []), total(groups.map((each) => at(each, answer)))];
      return count > 0 && [count, ...around.map((all) => all - count)].some(isSmall);
    };
    return groups.every((one) =>
      answers.every(
        (from) =>
          !isTold(one, from) ||
          groups.some(
            (other) =>
              other !== one &&
              answers.some(
                (to) => to !== from && this.#isUnseen({ groups: [one, other], answers: [from, to] }),
              ),
          ),
      ),
    );
  }

  #isUnseen(swap: Swap): boolean {
    return (
      swap.groups.every((group) => this.#hides(group, swap)) &&
      this.#canSwap(swap, '') &&
      this.#backgrounds.others.every((name) => this.#isUnseenBy(name, swap))
    );
  }

  /** By a second background two people of one of its groups must be able to exchange, unless nothing of it is shown. */
  #isUnseenBy(name: string, swap: Swap): boolean {
    const codes = [...this.#family.groupsBy(name), null];
    const shut = codes.every((code) =>
      this.#groups.every(
        (_, group) =>
          this.#family.hiddenAnswers(this.#own, this.#filters(group, name, code)).size ===
          this.#answers.length,
      ),
    );
    return (
      shut ||
      codes.some(
        (code, place) =>
          swap.groups.every((group) => this.#hides(group, swap, name, code)) &&
          this.#canSwap(swap, ` ${name} ${code === null ? noGroup : place}`),
      )
    );
  }

  #hides(group: number, { answers }: Swap, name?: string, code: string | null = null): boolean {
    const hidden = this.#family.hiddenAnswers(this.#own, this.#filters(group, name, code));
    return answers.every((answer) => hidden.has(answer));
  }

  /** Somebody of each group could have given the other answer, with as many below in each. */
  #canSwap({ groups: [one, other], answers: [from, to] }: Swap, within: string): boolean {
    return this.#canMove(one, within, from, to) && this.#canMove(other, within, to, from);
  }

  #canMove(group: number, within: string, from: number, to: number): boolean {
    return this.#given(group, within, from).some((given) => {
      const more = this.#below(to, given) - this.#below(from, given);
      return more === 0 || this.#canTurn(group, within, from, -more);
    });
  }

  /** Two others of the group could have given each other's second answer, with so many more or fewer below. */
  #canTurn(group: number, within: string, except: number, more: number): boolean {
    const people = [...this.#answers.keys()]
      .filter((answer) => answer !== except && this.#answers[answer] !== null)
      .flatMap((answer) => this.#given(group, within, answer).map((given) => ({ answer, given })))
      .filter(({ given }) => (this.#otherValues[given] ?? null) !== null);
    return people.some((one) =>
      people.some(
        (other) =>
          this.#below(one.answer, other.given) +
            this.#below(other.answer, one.given) -
            this.#below(one.answer, one.given) -
            this.#below(other.answer, other.given) ===
          more,
      ),
    );
  }

  /** 1 where ability lies below importance, 0 where it does not or one of them is missing. */
  #below(answer: number, given: number): number {
    const [own, other] = [this.#answers[answer] ?? null, this.#otherValues[given] ?? null];
    if (own === null || other === null) return 0;
    return Number(this.#ofImportance ? other < own : own < other);
  }

  #given(group: number, within: string, answer: number): readonly number[] {
    return [...(this.#people.get(`${group} ${answer}${within}`) ?? [])];
  }

  #filters(group: number, name?: string, code: string | null = null) {
    const own = { variable: this.#backgrounds.by, code: this.#groups[group] ?? null };
    return name === undefined ? [own] : [own, { variable: name, code }];
  }

  /** Who is in no group comes last. */
  #placeOf(group: number): number {
    return group === noGroup ? this.#groups.length - 1 : group;
  }

  #add(people: string, given: number): void {
    const known = this.#people.get(people) ?? new Set();
    this.#people.set(people, known.add(given));
  }
}
