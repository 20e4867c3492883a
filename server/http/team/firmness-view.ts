// How firm the group's order is: how much members agree and by what chance, and how far each place moves without one
// member or with the group put together anew.
import { sureness } from '../../../analysis/charts/place-dots.ts';
import type { ListAgreement, ListChecks, NeedFirmness } from '../../../analysis/panel/panel-checks.ts';
import { type ComputedPanel, computedPanel } from '../../computed.ts';
import type { Words } from './workspace.ts';

export interface FirmSection {
  readonly id: string;
  /** Of the list within a need; empty for the top level. */
  readonly title: string;
  readonly agreement: readonly string[];
  readonly said: readonly string[];
  /** Empty where too few ballots would tell what members chose. */
  readonly rows: readonly FirmRow[];
  readonly computed: ComputedPanel;
}
export interface FirmRow {
  readonly place: string;
  readonly label: string;
  readonly withoutOne: string;
  readonly redrawn: string;
  readonly first: string;
  readonly polarisation: string;
  readonly divided: boolean;
}

const say = (words: Words, key: string, values = {}) => words.say({ key: `counting.firm.${key}`, values });

export function firmSection(
  list: ListChecks,
  title: string,
  name: (need: string) => string,
  words: Words,
): FirmSection {
  const { firmness, agreement } = list;
  return {
    id: list.parent ?? 'top',
    title,
    agreement: agreement ? agreementSaid(agreement, words) : [notTold(list, words)],
    said: list.orderOnly
      ? []
      : firmness === null
        ? [say(words, 'few')]
        : firmSaid(list, firmness, name, words),
    rows: (firmness ?? []).map((firm, index) => firmRow(firm, index, list, name, words)),
    computed: computedPanel(
      title === '' ? say(words, 'title') : title,
      {
        methods: [
          'kendallsW',
          'permutationTest',
          ...(firmness === null ? [] : (['leaveOneOut', 'redraws', 'placeSpread'] as const)),
        ],
        weights: 'members',
      },
      {
        base: words.say({ key: 'counting.base', values: { ballots: list.ballots } }),
        missing:
          agreement && agreement.leftOut > 0 ? say(words, 'leftOut', { count: agreement.leftOut }) : '',
      },
      words,
    ),
  };
}

/** Why agreement is not told. */
function notTold({ orderOnly, fewComplete }: ListChecks, words: Words): string {
  if (orderOnly) return words.say({ key: 'panel.result.orderOnly' });
  return fewComplete ? words.say({ key: 'panel.result.fewComplete' }) : say(words, 'none');
}

function agreementSaid(
  { w, base, leftOut, p, test, tables }: ListAgreement,
  words: Words,
): readonly string[] {
  return [
    say(words, 'agreement', { w, base }),
    ...(leftOut > 0 ? [say(words, 'leftOut', { count: leftOut })] : []),
    ...(p === null
      ? []
      : [
          say(words, test, { p: say(words, 'chance', { percent: sureness(p) }), tables }),
          say(words, 'notStrong'),
        ]),
  ];
}

function firmSaid(
  { needs, redraws }: ListChecks,
  firmness: readonly NeedFirmness[],
  name: (need: string) => string,
  words: Words,
): readonly string[] {
  const [first] = firmness;
  const divided = firmness.filter((firm) => firm.divided).map(({ need }) => `‘${name(need)}’`);
  return [
    ...(redraws ? [say(words, redraws.exact ? 'exactDraws' : 'draws', { draws: redraws.draws })] : []),
    ...(first && first.first !== null && needs.length > 1
      ? [say(words, 'first', { need: name(first.need), percent: sureness(first.first) })]
      : []),
    divided.length > 0
      ? say(words, 'divided', {
          needs: new Intl.ListFormat(words.language, { type: 'conjunction' }).format(divided),
        })
      : say(words, 'notDivided'),
  ];
}

function firmRow(
  firm: NeedFirmness,
  index: number,
  { majorities }: ListChecks,
  name: (need: string) => string,
  words: Words,
): FirmRow {
  const hidden = say(words, 'hidden');
  const range = (places: { readonly best: number; readonly worst: number } | null) =>
    places === null ? hidden : placesSaid(places);
  const place = majorities?.methods[0]?.places[index] ?? null;
  return {
    place: place === null ? '–' : placesSaid(place),
    label: name(firm.need),
    withoutOne: range(firm.withoutOne),
    redrawn: range(firm.redrawn),
    first: firm.first === null ? hidden : sureness(firm.first),
    polarisation:
      firm.polarisation === null
        ? hidden
        : new Intl.NumberFormat(words.language, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          }).format(firm.polarisation),
    divided: firm.divided,
  };
}

function placesSaid({ best, worst }: { readonly best: number; readonly worst: number }): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}
