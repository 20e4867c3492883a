// The page of one library in the words of one language: who answered, its needs beside the sector, its own answers or why
// they are not there, and what is done. From the frozen report alone.
import type { Share } from '../../analysis/figure.ts';
import { shownNeeds } from '../../analysis/report/blocks.ts';
import {
  type FiguredLibrary,
  type LibraryFigures,
  type LibraryGroup,
  linesBeside,
} from '../../analysis/report/library-figures.ts';
import type { ReportModel, ReportNeed } from '../../analysis/report/model.ts';
import type { CoverageGroup } from '../../analysis/results/survey.ts';
import type { ActionState } from '../../surveys/records/decisions.ts';
import type { ReportWords } from './report-words.ts';

/** A figure in a row with its place on the line from 0 to 100; no place where it may not be told. */
export interface PlacedFigure {
  readonly figure: string;
  readonly of: string;
  readonly place: string | null;
  /** Where it is not the group of the heading: whose figure stands there instead. */
  readonly instead: string;
  readonly whisker: { readonly from: string; readonly to: string } | null;
}
export interface LibraryLineView {
  readonly mark: string;
  readonly need: string;
  readonly label: string;
  readonly sector: PlacedFigure;
  readonly near: PlacedFigure;
  readonly alike: PlacedFigure;
  readonly own: PlacedFigure;
}
export interface LibraryView {
  readonly report: string;
  readonly version: number;
  readonly published: string;
  readonly demonstration: boolean;
  readonly projectTitle: string;
  readonly library: string;
  readonly name: string;
  readonly facts: string;
  readonly answered: readonly {
    readonly who: string;
    readonly figure: string;
    readonly of: string;
    readonly width: string;
  }[];
  readonly finding: string;
  /** The sector's figure the finding is about, to be seen from afar; empty where none may be told. */
  readonly figure: string;
  readonly heads: { readonly near: string; readonly alike: string };
  readonly lines: readonly LibraryLineView[];
  /** Needs of the report that cannot be counted in a group. */
  readonly others: readonly string[];
  readonly hasOwn: boolean;
  readonly own: { readonly title: string; readonly text: string; readonly instead: string };
  readonly actions: readonly {
    readonly title: string;
    readonly state: ActionState;
    readonly stateWord: string;
    readonly owner: string;
  }[];
  readonly contact: string;
  /** That the figures are those of an earlier version; empty where they are of this one. */
  readonly older: string;
}

/** The page of a library of the report; null where the report has no such library. */
export function libraryView(report: ReportModel, code: string, words: ReportWords): LibraryView | null {
  const { libraries: figures } = report;
  const library = figures?.libraries.find((each) => each.code === code);
  if (!figures || !library) return null;
  const needs = shownNeeds(report);
  const lines = lineViews(needs, figures, library, words);
  const told = new Set(figures.lines.map(({ need }) => need));
  return {
    report: report.report,
    version: report.version,
    published: words.date(report.publishedOn),
    demonstration: report.demonstration,
    projectTitle: words.text(report.projectTitle),
    library: library.code,
    name: library.name,
    facts: words.t('library.facts', { province: library.province, size: library.sizeClass }),
    answered: answeredBars(report, library, words),
    finding: findingOf(lines, words),
    figure: firstTold(lines)?.sector.figure ?? '',
    heads: {
      near: words.t('library.group.near', { province: library.province, size: library.sizeClass }),
      alike: words.t('library.group.alike', { size: library.sizeClass }),
    },
    lines,
    others: needs.filter((need) => !told.has(need.code)).map(({ label }) => words.text(label)),
    hasOwn: library.own !== null,
    own: ownWords(library, words),
    actions: report.actions.map(({ title, state, owner }) => ({
      title: words.text(title),
      state,
      stateWord: words.t(`report.state.${state}`),
      owner: words.text(owner),
    })),
    contact: words.text(report.contact),
    older: olderWords(report, figures, words),
  };
}

/** That figures of groups are not those of this version, and why. */
function olderWords({ released }: ReportModel, figures: LibraryFigures, words: ReportWords): string {
  const { survey: own, responses: people, groups, version, madeOn } = figures;
  if (released.some(({ survey, responses }) => survey === own && responses === people)) return '';
  const shown = groups.some(({ shares }) => shares.some(({ openness }) => openness !== 'withheld'));
  return shown
    ? words.t('library.older', { version, date: words.date(madeOn) })
    : words.t('library.noGroups');
}

function lineViews(
  needs: readonly ReportNeed[],
  figures: LibraryFigures,
  library: FiguredLibrary,
  words: ReportWords,
): readonly LibraryLineView[] {
  return linesBeside(figures, library).flatMap(({ line, own, near, alike }) => {
    const need = needs.find(({ code }) => code === line.need);
    if (!need) return [];
    const rolledUp = near && near.of.sizeClass === null;
    return [
      {
        mark: need.mark ?? '–',
        need: words.text(need.label),
        label: words.text(line.label),
        sector: placed(line.sector, words),
        near: placed(near?.share ?? null, words, rolledUp ? groupName(near.of, words) : ''),
        alike: placed(alike?.share ?? null, words),
        own: placed(own, words),
      },
    ];
  });
}

function groupName({ province, sizeClass }: LibraryGroup, words: ReportWords): string {
  if (province === null) return words.t('library.group.alike', { size: sizeClass ?? '' });
  return sizeClass === null
    ? words.t('library.group.province', { province })
    : words.t('library.group.near', { province, size: sizeClass });
}

const nothing = { of: '', place: null, instead: '', whisker: null };

function placed(share: Share | null, words: ReportWords, instead = ''): PlacedFigure {
  if (!share || share.openness === 'withheld') return { ...nothing, figure: words.t('library.tooFew') };
  const { figure, of } = words.share(share);
  const { estimate, interval } = share;
  return {
    figure,
    of,
    instead,
    place: estimate === null ? null : percentPlace(estimate),
    whisker: interval && { from: percentPlace(interval.lower), to: percentPlace(interval.upper) },
  };
}

/** A proportion as a place on a line for a drawing, such as `36.2%`. */
function percentPlace(proportion: number): string {
  return `${(proportion * 100).toFixed(1)}%`;
}

function answeredBars(
  { facts, method }: ReportModel,
  { province, sizeClass }: FiguredLibrary,
  words: ReportWords,
): LibraryView['answered'] {
  const group = (groups: readonly CoverageGroup[], name: string) =>
    groups.find((each) => each.group === name)?.share ?? null;
  const bars = [
    { who: words.t('library.answered.sector'), share: facts.coverage },
    { who: words.t('library.group.province', { province }), share: group(method.byProvince, province) },
    { who: words.t('library.group.alike', { size: sizeClass }), share: group(method.bySizeClass, sizeClass) },
  ];
  return bars.flatMap(({ who, share }) =>
    share?.estimate == null
      ? []
      : [
          {
            who,
            figure: words.percent(share.estimate),
            of: words.t('library.answered.of', { count: share.count ?? 0, base: share.base ?? 0 }),
            width: percentPlace(share.estimate),
          },
        ],
  );
}

const firstTold = (lines: readonly LibraryLineView[]) => lines.find(({ sector }) => sector.place !== null);

/** The first need whose figure may be told, and beside it the nearest group that has one. */
function findingOf(lines: readonly LibraryLineView[], words: ReportWords): string {
  const first = firstTold(lines);
  if (!first) return words.t('library.finding.none');
  const beside = first.near.place !== null ? first.near : null;
  const values = { need: first.need, label: first.label, sector: first.sector.figure };
  return beside
    ? words.t('library.finding.beside', { ...values, near: beside.figure })
    : words.t('library.finding.sector', values);
}

function ownWords({ own, why }: FiguredLibrary, words: ReportWords): LibraryView['own'] {
  if (own) {
    return { title: words.t('library.own.title'), text: words.t('library.own.shown'), instead: '' };
  }
  return {
    title: words.t('library.own.tooFew'),
    text: words.t(`library.own.why.${why ?? 'fewAnswers'}`),
    instead: words.t('library.own.instead'),
  };
}
