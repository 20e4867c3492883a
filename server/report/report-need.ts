// One need of a report as its page shows it: its support in sentences, its score opened, and what follows from it.

import { shownBlocks } from '../../analysis/report/blocks.ts';
import { indicatorCode } from '../../analysis/report/figures.ts';
import type {
  ReportFinding,
  ReportModel,
  ReportNeed,
  ReportRecommendation,
} from '../../analysis/report/model.ts';
import { type Shelf, shelfOf } from '../shelf.ts';
import { meansWords } from './means-view.ts';
import type { ReportWords, ShareWords } from './report-words.ts';

export interface Link {
  readonly address: string;
  readonly label: string;
}

export interface FindingView {
  readonly anchor: string;
  readonly certainty: string;
  readonly certaintyWord: string;
  readonly text: string;
  readonly explanation: string;
  readonly also: readonly Link[];
}
export interface RecommendationView {
  readonly anchor: string;
  readonly text: string;
  readonly findings: readonly Link[];
  readonly actions: readonly Link[];
  readonly also: readonly Link[];
}
export interface ActionView {
  readonly code: string;
  readonly anchor: string;
  readonly title: string;
  readonly owner: string;
  readonly format: string;
  readonly start: string;
  readonly state: string;
  readonly stateWord: string;
  readonly partly: boolean;
  readonly needs: readonly (Link & { readonly partly: boolean })[];
  readonly recommendations: readonly Link[];
  /** What it takes, a sentence each. */
  readonly means: readonly string[];
}
export interface NeedView {
  readonly code: string;
  readonly anchor: string;
  readonly mark: string;
  readonly child: boolean;
  readonly label: string;
  readonly explanation: string;
  readonly facets: readonly string[];
  readonly leading:
    | (ShareWords & {
        /** Of the figure among the report's; empty where it has none. */
        readonly code: string;
        readonly label: string;
        readonly word: string;
      })
    | null;
  /** The one figure as a line of text under the name. */
  readonly line: string;
  readonly flagged: boolean;
  /** From the place of the ballots to the final place; empty where they are the same. */
  readonly moved: string;
  readonly contested: boolean;
  readonly shelf: Shelf;
  readonly support: readonly { readonly text: string; readonly careful: boolean }[];
  readonly score: string;
  readonly sources: readonly {
    readonly name: string;
    readonly score: string;
    readonly rows: number;
    readonly indicators: readonly (ShareWords & {
      readonly code: string;
      readonly label: string;
      readonly first: boolean;
    })[];
  }[];
  /** Findings and recommendations told in full with another need. */
  readonly elsewhere: readonly Link[];
  readonly actions: readonly ActionView[];
  /** Named only where the project has public actions at all. */
  readonly gap: 'none' | 'partly' | null;
}

/** Every need of the report, in its order. */
export function needViews(report: ReportModel, words: ReportWords): readonly NeedView[] {
  return report.needs.map((need) => needView(report, need, words));
}

function needView(report: ReportModel, need: ReportNeed, words: ReportWords): NeedView {
  const { leading } = need;
  const told = leading && {
    ...words.share(leading.share),
    code: leadingCode(need),
    label: words.text(leading.label),
    word: words.text(leading.word),
  };
  const elsewhere = [...report.findings, ...report.recommendations].filter(
    ({ needs, home }) => home !== need.code && needs.includes(need.code),
  );
  return {
    code: need.code,
    anchor: placeOfNeed(report, need.code),
    mark: need.mark ?? '–',
    child: need.parent !== null,
    label: words.text(need.label),
    explanation: words.text(need.explanation),
    facets: (need.facets ?? []).map((facet) => words.text(facet)),
    leading: told,
    line: told
      ? told.of
        ? `${told.of} ${told.label} (${told.figure})`
        : `${told.figure} ${told.label}`
      : '',
    flagged: need.flag === 'evidenceHigher' || need.flag === 'panelHigher',
    moved: need.moved ? words.t('report.order.moved', { from: need.moved.from, place: need.place ?? 0 }) : '',
    contested: need.contested,
    shelf: shelfOf(need.evidence, report.facts.sources, words.t),
    support: supportSentences(report, need, words),
    score: need.score === null ? '' : words.number(need.score),
    sources: need.sources.map((source) => ({
      name: words.t(`report.kind.${source.kind}`),
      score: source.score === null ? '' : words.number(source.score),
      rows: source.indicators.length,
      indicators: source.indicators.map((indicator, index) => ({
        ...words.share(indicator.share),
        code: indicatorCode(need.code, source.kind, index),
        label: words.text(indicator.label),
        first: index === 0,
      })),
    })),
    elsewhere: elsewhere.map((each) => ({
      address: `#${anchorOf('certainty' in each ? 'finding' : 'recommendation', each.code)}`,
      label: words.text(each.text),
    })),
    actions: actionViews(report, words, need.code),
    gap: report.actions.length === 0 || need.action === 'public' ? null : need.action,
  };
}

/** The code of the figure beside the need's name. */
function leadingCode({ code, leading, sources }: ReportNeed): string {
  for (const { kind, indicators } of sources) {
    const place = indicators.findIndex(
      ({ label, share }) =>
        JSON.stringify([label, share]) === JSON.stringify([leading?.label, leading?.share]),
    );
    if (place >= 0) return indicatorCode(code, kind, place);
  }
  return '';
}

/** A finding, with links to the other needs it is about. */
export function findingView(report: ReportModel, finding: ReportFinding, words: ReportWords): FindingView {
  return {
    anchor: anchorOf('finding', finding.code),
    certainty: finding.certainty,
    certaintyWord: words.t(`report.certainty.${finding.certainty}`),
    text: words.text(finding.text),
    explanation: words.text(finding.explanation),
    also: needLinks(report, finding.needs, finding.home, words),
  };
}

/** A recommendation, with links to what it rests on and what it leads to. */
export function recommendationView(
  report: ReportModel,
  recommendation: ReportRecommendation,
  words: ReportWords,
): RecommendationView {
  return {
    anchor: anchorOf('recommendation', recommendation.code),
    text: words.text(recommendation.text),
    findings: recommendation.findings.flatMap((code) => {
      const finding = report.findings.find((each) => each.code === code);
      return finding ? [{ address: `#${anchorOf('finding', code)}`, label: words.text(finding.text) }] : [];
    }),
    actions: recommendation.actions.flatMap((code) => {
      const action = report.actions.find((each) => each.code === code);
      return action ? [{ address: `#${anchorOf('action', code)}`, label: words.text(action.title) }] : [];
    }),
    also: needLinks(report, recommendation.needs, recommendation.home, words),
  };
}

/** Public actions, of one need or of all. */
export function actionViews(report: ReportModel, words: ReportWords, need?: string): readonly ActionView[] {
  return report.actions
    .filter((action) => need === undefined || action.needs.some((each) => each.need === need))
    .map((action) => ({
      code: action.code,
      anchor: anchorOf('action', action.code),
      title: words.text(action.title),
      owner: words.text(action.owner),
      format: words.text(action.format),
      start: words.text(action.start),
      state: action.state,
      stateWord: words.t(`report.state.${action.state}`),
      partly: action.needs.some((each) => each.need === need && each.partly),
      needs: action.needs.flatMap((each) =>
        needLinks(report, [each.need], '', words).map((link) => ({ ...link, partly: each.partly })),
      ),
      recommendations: action.recommendations.flatMap((code) => {
        const found = report.recommendations.find((each) => each.code === code);
        return found
          ? [{ address: `#${anchorOf('recommendation', code)}`, label: words.text(found.text) }]
          : [];
      }),
      means: meansWords(action.means, words),
    }));
}

/** Links to needs, but for the one they stand with. */
export function needLinks(
  report: ReportModel,
  codes: readonly string[],
  except: string,
  words: ReportWords,
): readonly Link[] {
  return codes
    .filter((code) => code !== except)
    .flatMap((code) => {
      const need = report.needs.find((each) => each.code === code);
      const mark = need?.mark ? `${need.mark} ` : '';
      return need
        ? [{ address: `#${placeOfNeed(report, code)}`, label: `${mark}${words.text(need.label)}` }]
        : [];
    });
}

/** Where a need is told: in its own section, or in the order where the team left its card out. */
function placeOfNeed(report: ReportModel, code: string): string {
  const told = shownBlocks(report).some((block) => block.kind === 'need' && block.need === code);
  return told ? anchorOf('need', code) : 'order';
}

/** The place of a thing in the page: one name for it in every link. */
export function anchorOf(kind: 'need' | 'finding' | 'recommendation' | 'action', code: string): string {
  return `${kind}-${code}`;
}

function supportSentences(report: ReportModel, need: ReportNeed, words: ReportWords) {
  const kinds = new Set(
    need.evidence
      .filter(({ count, direction }) => count > 0 && direction !== 'contradicts')
      .map(({ kind }) => (kind === 'open_answers' ? 'survey' : kind)),
  );
  const known = report.facts.sources.length;
  const plain = (text: string) => ({ text, careful: false });
  const careful = (text: string) => ({ text, careful: true });
  const { score, interval, panelPlace, evidencePlace } = need;
  // A place counts among the needs with the same parent, so a child's says whose child it is.
  const above = report.needs.find(({ code }) => code === need.parent);
  const within = { nested: above ? 'yes' : 'no', parent: above ? words.text(above.label) : '' };
  // In a project with one kind of source, or none yet, saying so at every need tells nothing.
  const sentences =
    known <= 1 ? [] : [plain(words.t('report.support.sources', { count: kinds.size, known }))];
  if (known === 0 && need.flag !== 'noEvidence') sentences.push(plain(words.t('report.support.noEvidence')));
  if (kinds.size === 1 && known > 1) sentences.push(careful(words.t('report.support.single')));
  if (score !== null) {
    const values = { score: words.number(score), place: evidencePlace ?? 0, ...within };
    const range = interval && {
      lower: words.number(interval.lower),
      upper: words.number(interval.upper),
    };
    sentences.push(
      plain(
        range
          ? words.t('report.support.scoreBetween', { ...values, ...range })
          : words.t('report.support.score', values),
      ),
    );
  }
  const { discrepancy } = need;
  if (discrepancy?.weightedDiscrepancy != null && discrepancy.n !== null)
    sentences.push(
      plain(
        words.t('report.support.discrepancy', {
          score: words.number(discrepancy.weightedDiscrepancy, 2),
          place: discrepancy.rank ?? 0,
          n: discrepancy.n,
        }),
      ),
    );
  if (score === null && evidencePlace !== null)
    sentences.push(plain(words.t('report.support.place', { place: evidencePlace, ...within })));
  if (panelPlace !== null) {
    const values = { place: panelPlace, places: words.list(aboutEqual(report, need)), ...within };
    const key = values.places === '' ? 'panel' : 'panelEqual';
    sentences.push(plain(words.t(`report.support.${key}`, values)));
  }
  if (need.moved) {
    const { from, reason } = need.moved;
    const values = { from, place: need.place ?? 0, reason: reason ?? '', ...within };
    sentences.push(plain(words.t(`report.support.${reason === null ? 'shifted' : 'moved'}`, values)));
  }
  if (need.divided) sentences.push(careful(words.t('report.support.divided')));
  if (need.contested) sentences.push(careful(words.t('report.support.contested')));
  if (need.flag)
    sentences.push(careful(words.t(`report.support.${need.flag}`, { place: evidencePlace ?? 0, ...within })));
  for (const { solution, yes, if: maybe, no } of need.solutions ?? [])
    sentences.push(
      plain(words.t('report.support.solution', { solution: words.text(solution), yes, maybe, no })),
    );
  return sentences;
}

/** Places of the neighbours in its list that the panel found about equal. */
function aboutEqual(report: ReportModel, need: ReportNeed): readonly string[] {
  const list = report.needs.filter(({ parent }) => parent === need.parent);
  const at = list.indexOf(need);
  const [before, after] = [list[at - 1], list[at + 1]];
  return [before?.equalToNext ? before : null, need.equalToNext ? after : null].flatMap((neighbour) =>
    neighbour && neighbour.panelPlace !== null ? [String(neighbour.panelPlace)] : [],
  );
}
