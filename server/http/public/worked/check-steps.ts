// After the order: the same lists counted two by two and in other ways, how much the members agree, and what the group does.
import { FLAG_FROM } from '../../../../analysis/panel/final-order.ts';
import type {
  CrossChecks,
  LeastAgainst,
  WorkedAgreement,
} from '../../../../analysis/panel/worked-example/cross-checks.ts';
import type { CountedList, OrderExample } from '../../../../analysis/panel/worked-example/order-example.ts';
import { writePlace } from '../../panel/card-views.ts';
import { type Block, type Speech, type Step, says, table } from './steps.ts';

/** Two needs at a time, and three other ways of counting. */
export function pairsStep(top: CountedList, checks: CrossChecks, speech: Speech): Step {
  const { beatsAll } = checks;
  return {
    id: 'pairs',
    title: speech.say('pairs.title'),
    blocks: [
      says(speech.say('pairs.says', { lists: top.members.length })),
      pairsTable(checks, speech),
      says(
        beatsAll === null
          ? speech.say('pairs.beatsNobody')
          : speech.say('pairs.beatsAll', {
              need: speech.need(beatsAll),
              first: top.lines.some(({ need, place }) => need === beatsAll && place === 1) ? 'yes' : 'no',
            }),
      ),
      says(speech.say(checks.cycle ? 'pairs.circle' : 'pairs.noCircle')),
      { kind: 'heading', text: speech.say('pairs.others') },
      says(speech.say('pairs.duels')),
      table({
        id: 'duels-table',
        caption: speech.say('pairs.duelsTable'),
        heads: ['need', 'won', 'level', 'duelPoints'].map((key) => speech.say(`head.${key}`)),
        rows: checks.copeland.map(({ item, wins, draws, score }) => ({
          head: speech.need(item),
          cells: [wins, draws, score].map(speech.number),
        })),
        foot: null,
      }),
      says(speech.say('pairs.chains')),
      ...['least', 'leastSum'].map((key) => says(leastSaid(key, checks.kemeny, speech))),
      methodsTable(top, checks, speech),
      says(methodsSaid(top, checks, speech)),
    ],
  };
}

function pairsTable({ pairs }: CrossChecks, speech: Speech): Block {
  const { items, before, compared } = pairs;
  const cell = (i: number, j: number) => {
    if (i === j) return '·';
    const [ahead, behind] = [before[i]?.[j] ?? 0, before[j]?.[i] ?? 0];
    const level = (compared[i]?.[j] ?? 0) - ahead - behind;
    return speech.say(level > 0 ? 'pairs.countsLevel' : 'pairs.counts', { ahead, behind, level });
  };
  return table({
    id: 'pairs-table',
    caption: speech.say('pairs.table'),
    heads: [speech.say('head.need'), ...items.map(speech.need)],
    rows: items.map((item, i) => ({ head: speech.need(item), cells: items.map((_, j) => cell(i, j)) })),
    foot: null,
  });
}

function leastSaid(
  key: string,
  { possible, optimal, against, distance, comparisons }: LeastAgainst,
  speech: Speech,
): string {
  const count = optimal[0]?.length ?? 0;
  return speech.say(`pairs.${key}`, {
    working: Array.from({ length: count }, (_, index) => count - index).join(' × '),
    possible,
    orders: optimal.length,
    list: optimal.map((order) => order.map(speech.need).join(', ')).join('; '),
    adding: speech.adding(against.map(({ members }) => members)),
    distance,
    comparisons,
  });
}

/** The place of each need by every way of counting, the usual one first. */
function placesByMethod(top: CountedList, checks: CrossChecks) {
  return top.lines.map(({ need, place }, index) => {
    const range = checks.kemeny.places[index];
    return {
      need,
      mean: place,
      duels: checks.copeland[index]?.place ?? 0,
      chains: checks.schulze[index]?.place ?? 0,
      least: { best: range?.best ?? 0, worst: range?.worst ?? 0 },
    };
  });
}

function methodsTable(top: CountedList, checks: CrossChecks, speech: Speech): Block {
  return table({
    id: 'methods-table',
    caption: speech.say('pairs.table2'),
    heads: [
      speech.say('head.need'),
      ...['byMean', 'byDuels', 'byChains', 'byLeast'].map((key) => speech.say(`pairs.${key}`)),
    ],
    rows: placesByMethod(top, checks).map(({ need, mean, duels, chains, least }) => ({
      head: speech.need(need),
      cells: [
        ...[mean, duels, chains].map(speech.number),
        least.best === least.worst ? speech.number(least.best) : `${least.best}–${least.worst}`,
      ],
    })),
    foot: null,
  });
}

function methodsSaid(top: CountedList, checks: CrossChecks, speech: Speech): string {
  const elsewhere = placesByMethod(top, checks).filter(
    ({ mean, duels, chains, least }) =>
      duels !== mean || chains !== mean || mean < least.best || mean > least.worst,
  );
  if (elsewhere.length === 0) return speech.say('pairs.agree');
  return speech.say('pairs.differ', { needs: speech.needs(elsewhere.map(({ need }) => need)) });
}

/** How W is made of the sums of step 3. */
export function agreementStep(
  agreement: WorkedAgreement,
  shared: OrderExample['shared'],
  speech: Speech,
): Step {
  const { members, items, middle, squares, most, ties, lessForTies, w, reading, scale } = agreement;
  const left = most - lessForTies;
  const say = (key: string, values = {}) => says(speech.say(`agreement.${key}`, values));
  const word = (key: string) => speech.say(`agreement.reading.${key}`);
  return {
    id: 'agreement',
    title: speech.say('agreement.title'),
    blocks: [
      say('says', { members, items, middle }),
      table({
        id: 'agreement-table',
        caption: speech.say('agreement.table'),
        heads: ['need', 'sum', 'away', 'square'].map((key) => speech.say(`head.${key}`)),
        rows: agreement.lines.map(({ need, sum, away }) => ({
          head: speech.need(need),
          cells: [sum, away, away ** 2].map(speech.number),
        })),
        foot: null,
      }),
      say('squares', { squares }),
      say('most', { members, items, most }),
      ...(ties > 0
        ? [
            say('ties', {
              adding: shared
                .map(({ needs: { length } }) => `(${length} × ${length} × ${length} − ${length})`)
                .join(' + '),
              sum: ties,
              members,
              less: lessForTies,
              most,
              left,
            }),
          ]
        : []),
      say('w', { squares, left, w }),
      say('word', {
        w,
        word: word(reading),
        scale: speech.list(
          scale
            .slice(1)
            .map((step) => speech.say('agreement.scale', { from: step.from, word: word(step.reading) })),
        ),
      }),
      say('mean'),
    ],
  };
}

/** The panel leads; evidence decides between equals and raises flags. */
export function finalStep({ final, top, evidence }: OrderExample, speech: Speech): Step {
  const place = (rank: number | null, parent: string | null) => {
    if (rank === null) return '–';
    if (parent === null) return speech.number(rank);
    return speech.say('final.nested', { place: writePlace(rank, true), parent: speech.need(parent) });
  };
  const flagWords = { evidenceHigher: 'flagEvidence', panelHigher: 'flagPanel', noEvidence: 'none' } as const;
  return {
    id: 'final',
    title: speech.say('final.title'),
    blocks: [
      says(speech.say('final.says')),
      table({
        id: 'final-table',
        caption: speech.say('final.table'),
        heads: ['need', 'panelPlace', 'evidence', 'evidencePlace', 'finalPlace', 'flag'].map((key) =>
          speech.say(`head.${key}`),
        ),
        rows: final.map((line) => ({
          head: speech.need(line.id),
          cells: [
            place(line.panelRank, line.parent),
            speech.number(evidence[line.id] ?? 0),
            place(line.evidenceRank, line.parent),
            place(line.place, line.parent),
            speech.say(`final.${line.flag ? flagWords[line.flag] : 'none'}`),
          ],
        })),
        foot: null,
      }),
      ...decidedSaid(final, top, speech).map(says),
      ...final
        .filter(({ flag }) => flag === 'evidenceHigher' || flag === 'panelHigher')
        .map(({ id, panelRank, evidenceRank }) =>
          says(
            speech.say('final.flag', {
              need: speech.need(id),
              panel: panelRank ?? 0,
              evidence: evidenceRank ?? 0,
              from: FLAG_FROM,
            }),
          ),
        ),
      says(speech.say('final.hand')),
    ],
  };
}

/** Needs the group put level, of which evidence put one first. */
function decidedSaid(
  final: OrderExample['final'],
  { lines }: CountedList,
  speech: Speech,
): readonly string[] {
  return [...new Set(lines.map(({ place }) => place))].flatMap((shared) => {
    const level = final.filter(({ parent, panelRank }) => parent === null && panelRank === shared);
    const [first, second] = level;
    if (!first || !second || first.place === second.place) return [];
    const needs = speech.needs(level.map(({ id }) => id));
    return [speech.say('final.decided', { needs, first: speech.need(first.id), place: first.place })];
  });
}
