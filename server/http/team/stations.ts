// The six stations of a project and how far each one is, in a few words.
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { Round } from '../../db/panels.ts';
import type { Survey } from '../../db/surveys.ts';
import { type Area, mayDo, type TeamRole } from '../../identity/roles.ts';
import type { Station } from '../../pages.ts';
import type { Message } from '../../texts.ts';

/** In the order of the chain; each is a part that rights are given over. */
export const stationNames = [
  'questionnaire',
  'fieldwork',
  'results',
  'needs',
  'panel',
  'report',
] as const satisfies readonly Area[];
export type StationName = (typeof stationNames)[number];

/** What the chain is read from. */
export interface ChainState {
  readonly project: string;
  readonly analysis: ProjectAnalysis;
  readonly surveys: readonly Survey[];
  readonly rounds: readonly Round[];
  /** Of the newest published report; null before the first. */
  readonly reportVersion: number | null;
}

/** The chain in order, as far as these roles may see it. `here` is the station of the page shown; records and evidence stand with the needs. */
export function stationsOf(
  state: ChainState,
  here: StationName | null,
  roles: readonly TeamRole[],
  say: (message: Message) => string,
): readonly Station[] {
  const station = (
    name: StationName,
    progress: Station['progress'],
    key: string,
    values: Message['values'] = {},
  ) => ({
    name: say({ key: `team.station.${name}` }),
    address: `/team/${state.project}/${name}`,
    progress,
    state: say({ key: `team.state.${key}`, values }),
    here: name === here,
  });
  const [main] = state.surveys;
  const figures = main && state.analysis.surveys.find(({ survey }) => survey === main.code);
  const answers = figures?.responses ?? 0;
  const scored = state.analysis.needs.filter(({ score }) => score !== null).length;
  const open = main?.state === 'open';
  const all = [
    questionnaireStation(main, station),
    main?.state === 'draft'
      ? station('fieldwork', 'toCome', 'notOpen')
      : fieldworkStation(figures, open, station),
    answers > 0
      ? station('results', 'done', 'answers', { count: answers })
      : station('results', 'toCome', 'noAnswers'),
    scored > 0
      ? station('needs', 'done', 'needsSupported', { count: scored })
      : station('needs', 'toCome', 'needsProposed', { count: state.analysis.needs.length }),
    panelStation(state, station),
    state.reportVersion === null
      ? station('report', 'toCome', 'notPublished')
      : station('report', 'done', 'published', { version: state.reportVersion }),
  ];
  return stationNames.flatMap((name, place) =>
    mayDo(roles, name, 'see') ? all.slice(place, place + 1) : [],
  );
}

type MakeStation = (
  name: StationName,
  progress: Station['progress'],
  key: string,
  values?: Message['values'],
) => Station;

function questionnaireStation(main: Survey | undefined, station: MakeStation): Station {
  if (!main) return station('questionnaire', 'toCome', 'none');
  if (main.state === 'draft') return station('questionnaire', 'busy', 'questionnaireDraft');
  const key = main.state === 'open' ? 'questionnaireOpen' : 'questionnaireClosed';
  return station('questionnaire', 'done', key, { version: main.version });
}

function fieldworkStation(
  figures: ProjectAnalysis['surveys'][number] | undefined,
  open: boolean,
  station: MakeStation,
): Station {
  const share = figures?.coverage?.libraries;
  const progress = !open && figures ? 'done' : figures?.responses ? 'busy' : 'toCome';
  return share?.count == null || share.base === null
    ? station('fieldwork', progress, open ? 'answers' : 'answersClosed', { count: figures?.responses ?? 0 })
    : station('fieldwork', progress, open ? 'libraries' : 'librariesClosed', {
        count: share.count,
        base: share.base,
      });
}

function panelStation({ analysis, rounds }: ChainState, station: MakeStation): Station {
  const open = rounds.find(({ state }) => state === 'open');
  if (open) return station('panel', 'busy', 'roundOpen', { round: open.round });
  const { panel } = analysis;
  return panel
    ? station('panel', 'done', 'ballots', { count: panel.ballots, members: panel.members })
    : station('panel', 'toCome', 'noRound');
}

/** A station by name, with the key of the words that say how far it is and what fills them. */
export interface StationState {
  readonly name: StationName;
  readonly key: string;
  readonly values: Message['values'];
}

/**
 * The station a project is at: the last one where something goes on, else the last one that is done.
 * @param main the main survey; absent in a project without one.
 * @param report version of the newest published report; null before the first.
 */
export function stationAt(
  main: Survey | undefined,
  answers: number,
  rounds: readonly Round[],
  report: number | null,
): StationState {
  const round = rounds.find(({ state }) => state === 'open');
  if (round) return { name: 'panel', key: 'roundOpen', values: { round: round.round } };
  if (main?.state === 'open') {
    return { name: 'fieldwork', key: 'questionnaireOpen', values: { version: main.version } };
  }
  if (report !== null) return { name: 'report', key: 'published', values: { version: report } };
  if (main?.state === 'closed') return { name: 'results', key: 'answers', values: { count: answers } };
  return { name: 'questionnaire', key: main ? 'questionnaireDraft' : 'none', values: {} };
}
