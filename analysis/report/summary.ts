// What a report says first: the order in a few sentences, the large facts, and the panel's result in plain words.
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { ReportTemplate } from '../../surveys/report-template.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import type { RemarksResult } from '../results/survey.ts';
import { wordFor } from './charts.ts';
import { firstAsked, remarkCode } from './figures.ts';
import { type ReportFacts, type ReportNeed, ReportTemplateMistake, type Sentence } from './model.ts';

type Sentences = readonly Sentence[];

/** The opening sentences: what comes first and who said so, what is named most, which services need most, what is left open. */
export function summaryOf(
  analysis: ProjectAnalysis,
  needs: readonly ReportNeed[],
  orderedBy: 'panel' | 'evidence',
  purpose: Sentences = [],
): Sentences {
  const top = needs.filter(({ parent, place }) => parent === null && place !== null);
  const first = top.slice(0, 3).map(({ label }) => label);
  const unanswered = needs.filter(({ action }) => action === 'none').map(({ label }) => label);
  return [
    ...when(first.length > 0, {
      key: orderedBy === 'panel' ? 'report.summary.panel' : 'report.summary.evidence',
      values: { members: analysis.panel?.ballots ?? 0, needs: top.length, first },
    }),
    ...namedTwice(analysis.surveys.flatMap(({ remarks }) => remarks)),
    ...neediestServices(analysis),
    ...when(analysis.counts.publicActions === 0, { key: 'report.summary.noActions', values: {} }),
    ...when(unanswered.length > 0 && analysis.counts.publicActions > 0, {
      key: 'report.summary.unanswered',
      values: { count: unanswered.length, needs: unanswered },
    }),
    ...purpose,
  ];
}

/** What the answers may serve, as the questionnaire offers it, and what they are never for; none where nobody is asked. */
export function purposeSentences({ surveys }: ProjectAnalysis, { ownResult }: NeedsCatalogue): Sentences {
  const { question, never } = ownResult?.purpose ?? {};
  const offered = surveys.flatMap(({ questions }) =>
    questions.flatMap((each) =>
      each.kind === 'distributions' && each.code === question
        ? each.distributions.flatMap(({ categories }) => categories.map(({ label }) => label))
        : [],
    ),
  );
  return never && offered.length > 0
    ? [{ key: 'report.summary.purpose', values: { purposes: offered, never } }]
    : [];
}

/** One service named most in two open questions at once: both praised and criticised (OOO-70). */
function namedTwice(remarks: readonly RemarksResult[]): Sentences {
  const leaders = firstAsked(remarks).flatMap(({ question, label, services }) => {
    const [leader] = [...services].sort((a, b) => (b.ofRemarks.estimate ?? 0) - (a.ofRemarks.estimate ?? 0));
    return leader && (leader.ofRemarks.estimate ?? 0) > 0
      ? { question: label, figure: `{percent:${remarkCode(question, leader.code)}}`, ...leader }
      : [];
  });
  for (const [index, one] of leaders.entries()) {
    const two = leaders.slice(index + 1).find(({ code }) => code === one.code);
    if (!two) continue;
    const values = {
      service: one.label,
      question1: { quoted: one.question },
      share1: one.figure,
      question2: { quoted: two.question },
      share2: two.figure,
    };
    return [{ key: 'report.summary.mostNamed', values }];
  }
  return [];
}

/** The three services where most people need a skill they do not have on their own (docs/rules.md, Needs). */
function neediestServices(analysis: ProjectAnalysis): Sentences {
  const services = analysis.surveys
    .flatMap((survey) => survey.services)
    .filter(({ priority }) => priority.score !== null && priority.score > 0)
    .sort((a, b) => (b.priority.score ?? 0) - (a.priority.score ?? 0))
    .slice(0, 3)
    .map(({ label }) => label);
  return when(services.length === 3, { key: 'report.summary.services', values: { services } });
}

/**
 * The large numbers under the summary.
 * @throws ReportTemplateMistake when the template names a share the catalogue does not have.
 */
export function factsOf(
  analysis: ProjectAnalysis,
  template: ReportTemplate,
  verbal: NeedsCatalogue['verbal'],
  firstStart: Text | null,
): ReportFacts {
  const [survey] = analysis.surveys;
  const highlights = analysis.surveys.flatMap((each) => each.highlights);
  return {
    coverage: survey?.coverage?.libraries ?? null,
    answers: survey?.responses ?? 0,
    sources: analysis.counts.sources,
    publicActions: analysis.counts.publicActions,
    firstStart,
    shares: template.facts.map((code) => {
      const highlight = highlights.find((each) => each.code === code);
      if (!highlight) throw new ReportTemplateMistake('fact', code);
      return { code, label: highlight.label, share: highlight.share, word: wordFor(highlight.share, verbal) };
    }),
  };
}

/** The panel's result in sentences (docs/rules.md, Panel); none without a closed round. */
export function panelSentences(analysis: ProjectAnalysis, needs: readonly ReportNeed[]): Sentences {
  const { panel } = analysis;
  const list = panel?.lists.find(({ parent }) => parent === null);
  if (!panel || !list) return [];
  const top = needs.filter(({ parent }) => parent === null);
  const labels = (chosen: readonly ReportNeed[]) => chosen.map(({ label }) => label);
  const divided = needs.filter((need) => need.divided);
  const flagged = needs.filter(({ flag }) => flag === 'evidenceHigher' || flag === 'panelHigher');
  const moved = needs.filter((need) => need.moved?.reason);
  const firm = top.filter(({ withoutOne }) => withoutOne !== null && withoutOne.best === withoutOne.worst);
  const equal = equalPlaces(top);
  const { agreement } = list;
  return [
    {
      key: panel.closedOn === null ? 'report.panel.ordered' : 'report.panel.orderedOn',
      values: {
        members: list.ballots,
        needs: list.order.length,
        round: panel.round,
        ...(panel.closedOn === null ? {} : { closed: { day: panel.closedOn.slice(0, 10) } }),
      },
    },
    ...when(panel.way !== undefined, { key: `report.panel.way.${panel.way}`, values: {} }),
    ...when(agreement !== null, {
      key: 'report.panel.agreement',
      values: { w: agreement?.w ?? 0, reading: agreement?.words ?? '' },
    }),
    ...when(firm.length > 0, {
      key: 'report.panel.firm',
      values: {
        all: firm.length === top.length ? 'yes' : 'no',
        count: firm.length,
        places: firm.map(({ place }) => place).join(', '),
      },
    }),
    ...when(equal.length > 0, {
      key: 'report.panel.equal',
      values: { count: equal.length, groups: equal.join(', ') },
    }),
    ...when(divided.length > 0, {
      key: 'report.panel.divided',
      values: { count: divided.length, needs: labels(divided) },
    }),
    { key: list.votes ? 'report.panel.flagsVoted' : 'report.panel.flags', values: { count: flagged.length } },
    ...when(moved.length > 0, {
      key: 'report.panel.moved',
      values: { count: moved.length, needs: labels(moved) },
    }),
    ...(panel.decision === null
      ? []
      : [
          {
            key: 'report.panel.decided',
            values: { decided: { day: panel.decision.day }, rationale: panel.decision.rationale },
          },
        ]),
  ];
}

/** Runs of places that are about equal, as `2–3`. */
function equalPlaces(needs: readonly ReportNeed[]): readonly string[] {
  const runs: string[] = [];
  let from: number | null = null;
  for (const { equalToNext, place } of needs) {
    if (equalToNext) from ??= place;
    else if (from !== null) {
      // Word joiners: a run of places stays on one line.
      runs.push(`${from}\u2060–\u2060${place}`);
      from = null;
    }
  }
  return runs;
}

function when(condition: boolean, sentence: Sentence): Sentences {
  return condition ? [sentence] : [];
}
