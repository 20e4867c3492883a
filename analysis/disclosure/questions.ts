// The result of a question as a reader may see it: distributions, choices, rankings, numbers and open text.
import type { Openness } from '../figure.ts';
import type { Distribution, QuestionResult, RankShare, Summary } from '../results.ts';
import { discloseNumbers, withoutFigures } from './numbers.ts';
import { discloseShare, lineShare, openMissing, openReasons, withheld } from './shares.ts';
import { type Find, opennessIn, opennessOf, type View } from './views.ts';

/** @param single whether this reader may see single answers, such as the highest. */
export function discloseQuestion(
  question: QuestionResult,
  view: View,
  find: Find<QuestionResult>,
  single: boolean,
): QuestionResult {
  switch (question.kind) {
    case 'text':
      return {
        ...question,
        given: discloseShare(question.given, view, (survey) => ofKind(find(survey), 'text')?.given),
      };
    case 'distributions':
      return {
        ...question,
        distributions: question.distributions.map((one, place) =>
          discloseDistribution(
            one,
            view,
            (survey) => ofKind(find(survey), 'distributions')?.distributions[place],
          ),
        ),
      };
    case 'numbers': {
      const numbers = question.numbers.map((one, place) =>
        discloseNumbers(one, view, (survey) => ofKind(find(survey), 'numbers')?.numbers[place], single),
      );
      // Points add up: with one mean hidden the others would give it back.
      const hides = view.crossed && question.total !== null && numbers.some(({ mean }) => mean === null);
      return { ...question, numbers: hides ? numbers.map(withoutFigures) : numbers };
    }
    case 'choices': {
      const openness = opennessIn(question.base, view);
      return {
        ...question,
        openness,
        base: openness === 'withheld' ? null : question.base,
        missing: openMissing(question.missing, openness, view),
        ...reasonsOpen(question, openness, view),
        mentions: view.crossed || openness === 'withheld' ? null : question.mentions,
        choices: question.choices.map((choice, place) => {
          const share = lineShare(
            choice.share,
            view,
            (survey) => ofKind(find(survey), 'choices')?.choices[place]?.share,
          );
          const hidden = view.crossed || share.openness === 'withheld';
          return {
            ...choice,
            share,
            ofAsked: hidden ? withheld(choice.ofAsked) : lineShare(choice.ofAsked, view),
            ofMentions: hidden ? null : choice.ofMentions,
          };
        }),
      };
    }
    case 'ranking': {
      const openness = opennessIn(question.base, view);
      return {
        ...question,
        openness,
        base: openness === 'withheld' ? null : question.base,
        missing: openMissing(question.missing, openness, view),
        ...reasonsOpen(question, openness, view),
        options: question.options.map((option, place) => {
          const same: Find<RankShare> = (survey) => ofKind(find(survey), 'ranking')?.options[place];
          const inTop = lineShare(option.inTop, view, (survey) => same(survey)?.inTop);
          return {
            ...option,
            inTop,
            first: lineShare(option.first, view, (survey) => same(survey)?.first),
            meanPlace: inTop.openness === 'withheld' || view.crossed ? null : option.meanPlace,
          };
        }),
      };
    }
  }
}

function reasonsOpen(
  { missingCategories }: Extract<QuestionResult, { kind: 'choices' | 'ranking' }>,
  openness: Openness,
  view: View,
) {
  return missingCategories && { missingCategories: openReasons(missingCategories, openness, view) };
}

function ofKind<K extends QuestionResult['kind']>(question: QuestionResult | undefined, kind: K) {
  // The comparison proves the kind; TypeScript does not narrow a union by a type parameter.
  return question?.kind === kind ? (question as Extract<QuestionResult, { kind: K }>) : undefined;
}

export function discloseDistribution(
  distribution: Distribution,
  view: View,
  find: Find<Distribution>,
): Distribution {
  const openness = opennessIn(distribution.base, view);
  const shown = openness === 'full' || openness === 'smallGroup';
  const hidden = view.hidden((survey) => countsOf(find(survey)));
  return {
    ...distribution,
    openness,
    base: openness === 'withheld' ? null : distribution.base,
    missing: openMissing(distribution.missing, openness, view),
    categories: distribution.categories.map((category, index) => ({
      ...category,
      share:
        !shown || hidden.has(index)
          ? withheld(category.share)
          : {
              ...category.share,
              openness,
              interval: openness === 'full' ? category.share.interval : null,
              missing: null,
            },
    })),
    missingCategories: openReasons(distribution.missingCategories, openness, view),
    // A mean of a row with hidden cells would give them back.
    summary: hidden.size > 0 ? null : discloseSummary(distribution.summary, openness),
  };
}

function countsOf(distribution: Distribution | undefined): readonly number[] {
  return distribution?.categories.map(({ share }) => share.count ?? 0) ?? [];
}

function discloseSummary(summary: Summary | null, openness: Openness): Summary | null {
  if (!summary || openness === 'withheld' || openness === 'countOnly') return null;
  const open = opennessOf(summary.n, false);
  if (open === 'withheld' || open === 'countOnly') return null;
  return {
    ...summary,
    interval: open === 'full' ? summary.interval : null,
    topTwo: discloseShare(summary.topTwo),
    bottomTwo: discloseShare(summary.bottomTwo),
  };
}
