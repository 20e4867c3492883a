// The what-if page as data: the weights as they were given and as hundredths, and per list the order under them beside
// the group's own.
import type { Criterion, WhatIfLine, WhatIfList } from '../../../analysis/panel/what-if.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { Round } from '../../db/panels.ts';
import { formatFixed, formatNumber, formatPercent } from '../../format-values.ts';
import type { WhatIfGiven } from '../../operations/round-what-if.ts';
import { writePlace } from '../panel/card-views.ts';
import { labelIn } from '../panel/closed-round.ts';
import type { FormMistake } from './round-form.ts';
import type { Words, Workspace } from './workspace.ts';

export interface WhatIfPage {
  readonly title: string;
  /** The finding in one sentence. */
  readonly lead: string;
  readonly back: string;
  readonly action: string;
  readonly mistakes: readonly FormMistake[];
  readonly weights: readonly {
    readonly id: string;
    readonly name: string;
    readonly typed: string;
    /** Of the whole, in hundredths. */
    readonly share: string;
    /** Empty when it is sound. */
    readonly mistake: string;
  }[];
  /** Weighings somebody may want to see, each an address. */
  readonly presets: readonly { readonly name: string; readonly address: string }[];
  readonly lists: readonly WhatIfTable[];
  readonly computed: ComputedPanel;
}
interface WhatIfTable {
  readonly title: string;
  /** What the last column counts. */
  readonly inTopHead: string;
  readonly how: string;
  /** Why the ballots of this list are not in the sum; empty where they are. */
  readonly alone: string;
  readonly rows: readonly {
    readonly place: string;
    readonly panelPlace: string;
    /** Places up or down from the group's list, in words; empty where it stays. */
    readonly moved: string;
    readonly arrow: string;
    readonly label: string;
    readonly address: string;
    readonly score: string;
    readonly percent: number;
    readonly inTop: string;
    readonly missing: string;
  }[];
}

interface WhatIfShown {
  readonly round: Round;
  readonly given: WhatIfGiven;
  readonly typed: Readonly<Record<string, string>>;
  readonly mistakes: readonly FormMistake[];
}

const say = (words: Words, key: string, values = {}) => words.say({ key: `what-if.${key}`, values });

export function whatIfPage({ round, given, typed, mistakes }: WhatIfShown, workspace: Workspace): WhatIfPage {
  const { criteria, weights } = given;
  const address = `/team/${workspace.project.code}/panel/rounds/${round.round}`;
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return {
    title: say(workspace, 'title', { round: round.round }),
    lead: leadOf(given, workspace),
    back: `${address}/final`,
    action: `${address}/what-if`,
    mistakes,
    weights: criteria.map((criterion) => {
      const mistake = mistakes.find(({ field }) => field === `weight-${criterion}`);
      return {
        id: criterion,
        name: say(workspace, `criterion.${criterion}`),
        typed: typed[criterion] ?? formatNumber(workspace.language, weights[criterion] ?? 0),
        share: formatPercent(workspace.language, sum > 0 ? (weights[criterion] ?? 0) / sum : 0),
        mistake: mistake ? workspace.say(mistake) : '',
      };
    }),
    presets: presetsOf(given, `${address}/what-if`, workspace),
    lists: given.lists.map((list) => tableOf(list, workspace)),
    computed: computedPanel(
      say(workspace, 'order'),
      { methods: ['borda', 'needScore', 'weightedSum', 'weightLattice'], weights: 'members' },
      noBase,
      workspace,
    ),
  };
}

/** Who leads in most weighings, and whether it would lead under these. */
function leadOf({ lists }: WhatIfGiven, workspace: Workspace): string {
  const top = lists.find(({ parent }) => parent === null);
  if (!top) return say(workspace, 'leadTooFew');
  if (top.criteria.length === 0) return say(workspace, 'leadOrderOnly');
  const [surest] = [...top.lines].sort((one, other) => other.inTop - one.inTop);
  const places = say(workspace, 'places', { top: top.top });
  return say(workspace, 'lead', {
    ...oftenOf(surest?.inTop ?? 0),
    need: labelIn(workspace.analysis.needs, surest?.need ?? '', workspace.language),
    places,
  });
}

function presetsOf({ criteria }: WhatIfGiven, action: string, words: Words): WhatIfPage['presets'] {
  if (criteria.length < 2 || !criteria.includes('ballots')) return [];
  const preset = (key: string, weightOf: (criterion: string) => number) => {
    const query = new URLSearchParams(
      Object.fromEntries(criteria.map((criterion) => [`weight.${criterion}`, String(weightOf(criterion))])),
    );
    return { name: say(words, `preset.${key}`), address: `${action}?${query.toString()}` };
  };
  return [
    { name: say(words, 'preset.half'), address: action },
    preset('equal', () => 10),
    preset('group', (criterion) => (criterion === 'ballots' ? 100 : 0)),
    preset('evidence', (criterion) => (criterion === 'ballots' ? 0 : 10)),
  ];
}

function tableOf(list: WhatIfList, workspace: Workspace): WhatIfTable {
  const nested = list.parent !== null;
  const { needs } = workspace.analysis;
  const places = say(workspace, 'places', { top: list.top });
  return {
    title:
      list.parent === null
        ? say(workspace, 'order')
        : say(workspace, 'within', { title: labelIn(needs, list.parent, workspace.language) }),
    inTopHead: places,
    how:
      list.weightings === 0
        ? ''
        : say(workspace, 'inTopHow', {
            weightings: list.weightings,
            criteria: list.criteria.length,
            places,
          }),
    alone: list.orderOnly ? say(workspace, 'orderOnly') : '',
    rows: list.lines.map((line) => rowOf(line, nested, workspace)),
  };
}

function rowOf(line: WhatIfLine, nested: boolean, workspace: Workspace): WhatIfTable['rows'][number] {
  const { need, place, panelPlace, score, inTop, missing } = line;
  const up = place === null || panelPlace === null ? 0 : panelPlace - place;
  return {
    place: place === null ? '–' : writePlace(place, nested),
    panelPlace: panelPlace === null ? '–' : writePlace(panelPlace, nested),
    moved: up === 0 ? '' : say(workspace, up > 0 ? 'up' : 'down', { places: Math.abs(up) }),
    arrow: up === 0 ? '' : `${up > 0 ? '↑' : '↓'}${Math.abs(up)}`,
    label: labelIn(workspace.analysis.needs, need, workspace.language),
    address: `/team/${workspace.project.code}/needs/${need}`,
    score: score === null ? '–' : formatFixed(workspace.language, score, 1),
    percent: Math.round(100 * inTop),
    inTop: say(workspace, 'inTop', oftenOf(inTop)),
    missing: missingOf(missing, workspace),
  };
}

/** What a need has no figure of: a source, or the group, of which too few had an opinion on it. */
function missingOf(missing: readonly Criterion[], words: Workspace): string {
  const sources = missing.filter((criterion) => criterion !== 'ballots');
  const names = sources.map((criterion) => words.say({ key: `order.kind.${criterion}` }));
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' });
  return [
    ...(missing.includes('ballots') ? [say(words, 'fewOpinions')] : []),
    ...(names.length === 0 ? [] : [say(words, 'missing', { names: list.format(names) })]),
  ].join('. ');
}

/** How often, as it is said: in tenths, and near the ends in words of its own. */
function oftenOf(share: number): { readonly often: string; readonly tenths: number } {
  const tenths = Math.min(9, Math.max(1, Math.round(10 * share)));
  if (share <= 0) return { often: 'never', tenths };
  if (share < 0.05) return { often: 'hardly', tenths };
  if (share >= 1 - 1e-9) return { often: 'always', tenths };
  return { often: share > 0.95 ? 'mostly' : 'tenths', tenths };
}
