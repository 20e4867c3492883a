// The chain evidence > finding > need > recommendation > action with links both ways, and the quotes that may stand
// in a report. Internal actions and unreleased quotes never get this far.
import type { ProjectRecords } from '../../surveys/project-records.ts';
import { toldMeans } from '../action-means.ts';
import type { ReportAction, ReportFinding, ReportQuote, ReportRecommendation } from './model.ts';

export interface Chain {
  readonly findings: readonly ReportFinding[];
  readonly recommendations: readonly ReportRecommendation[];
  readonly actions: readonly ReportAction[];
  readonly quotes: readonly ReportQuote[];
}

/** Literal words stand in a report only when the answers they come from are at least this many (docs/rules.md, Few people). */
export const literalMinimum = 10;

/** A quote was asked for by name that nobody released (PRV-12). */
export class UnreleasedQuote extends Error {
  readonly quote: string;
  constructor(quote: string, why: string) {
    super(`quote "${quote}" may not stand in a report: ${why}`);
    this.name = 'UnreleasedQuote';
    this.quote = quote;
  }
}

/**
 * Findings, recommendations, public actions and quotes, each knowing the others it is linked with. A record is told in full
 * under the first need its writer named; its needs stand in the final order. Records about no need of the list are left out.
 * @param named quote codes to show; without it every released quote.
 * @throws UnreleasedQuote when a named quote does not exist, is not released, or rests on too few answers.
 */
export function chainOf(
  records: ProjectRecords,
  needs: readonly string[],
  responses: number,
  named?: readonly string[],
): Chain {
  const place = new Map(needs.map((code, index) => [code, index]));
  const inOrder = (codes: readonly string[]) =>
    [...new Set(codes)]
      .filter((code) => place.has(code))
      .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  const homeOf = (codes: readonly string[]) => codes.find((code) => place.has(code));
  const findings = records.finding.flatMap((finding) => {
    const about = inOrder(finding.needs);
    const home = homeOf(finding.needs);
    if (home === undefined) return [];
    const recommendations = records.recommendation
      .filter((recommendation) => recommendation.findings.includes(finding.code))
      .map((recommendation) => recommendation.code);
    const { code, text, certainty } = finding;
    return {
      code,
      text,
      certainty,
      explanation: finding.explanation ?? null,
      needs: about,
      recommendations,
      home,
    };
  });
  const publicActions = records.action.filter((action) => action.kind === 'public');
  const known = new Set(findings.map((finding) => finding.code));
  const recommendations = records.recommendation.flatMap((recommendation) => {
    const about = inOrder(recommendation.needs);
    const home = homeOf(recommendation.needs);
    if (home === undefined) return [];
    const { code, text } = recommendation;
    const actions = publicActions
      .filter((action) => action.recommendations.includes(code))
      .map((action) => action.code);
    return {
      code,
      text,
      needs: about,
      findings: recommendation.findings.filter((finding) => known.has(finding)),
      actions,
      home,
    };
  });
  const advised = new Set(recommendations.map((recommendation) => recommendation.code));
  const actions = publicActions.map(
    (action): ReportAction => ({
      code: action.code,
      title: action.title,
      owner: action.owner,
      format: action.format ?? null,
      start: action.start?.label ?? null,
      state: action.state,
      needs: inOrder([...action.needs, ...action.partly]).map((need) => ({
        need,
        partly: action.partly.includes(need),
      })),
      recommendations: action.recommendations.filter((code) => advised.has(code)),
      ...meansOf(action),
    }),
  );
  return {
    findings: findings.map((finding) => ({
      ...finding,
      recommendations: finding.recommendations.filter((code) => advised.has(code)),
    })),
    recommendations,
    actions,
    quotes: quotesOf(records, responses, named).flatMap((quote) => {
      const about = inOrder(quote.needs);
      const home = homeOf(quote.needs);
      const { code, text, source } = quote;
      return home === undefined ? [] : { code, text, source, needs: about, home };
    }),
  };
}

function meansOf(action: ProjectRecords['action'][number]): Pick<ReportAction, 'means'> {
  const means = toldMeans(action);
  return means ? { means } : {};
}

/** The quotes readers may see: released, and none while fewer answered than literal words need. */
export function literalQuotes(
  { quote }: Pick<ProjectRecords, 'quote'>,
  responses: number,
): ProjectRecords['quote'] {
  return responses < literalMinimum ? [] : quote.filter(({ released }) => released);
}

function quotesOf(records: ProjectRecords, responses: number, named?: readonly string[]) {
  if (!named) return literalQuotes(records, responses);
  return named.map((code) => {
    const quote = records.quote.find((each) => each.code === code);
    if (!quote) throw new UnreleasedQuote(code, 'the project has no quote of that code');
    if (!quote.released) throw new UnreleasedQuote(code, 'it is not released');
    if (responses < literalMinimum)
      throw new UnreleasedQuote(code, `there are fewer than ${literalMinimum} answers`);
    return quote;
  });
}

/**
 * The last check before a report is used: no unreleased quote's words stand anywhere in it, also not inside a finding.
 * @throws UnreleasedQuote naming the quote.
 */
export function refuseUnreleasedWords(report: unknown, records: ProjectRecords): void {
  const released = new Set(
    records.quote.filter((quote) => quote.released).flatMap((quote) => Object.values(quote.text)),
  );
  const texts = textsIn(report);
  for (const quote of records.quote) {
    if (quote.released) continue;
    const words = Object.values(quote.text).filter((text) => !released.has(text));
    if (words.some((word) => texts.some((text) => text.includes(word))))
      throw new UnreleasedQuote(quote.code, 'it is not released, but its words stand in another text');
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
