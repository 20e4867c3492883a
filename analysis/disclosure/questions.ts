// The result of a question as a reader may see it: distributions, choices, rankings, numbers and open text.
import type { Openness } from '../figure.ts';
import type { Distribution, QuestionResult, RankShare, Summary } from '../results/questions.ts';
import { discloseNumbers, withoutFigures } from './numbers.ts';
import { discloseShare, lineShare, openMissing, openReasons, withheld } from './shares.ts';
import { opennessIn, opennessOf, type View } from './views.ts';

/** @param single whether this reader may see single answers, such as the highest. */
export function discloseQuestion(question: QuestionResult, view: View, single: boolean): QuestionResult {
  switch (question.kind) {
    case 'text':
      return {
        ...question,
        given: discloseShare(question.given, view, question.code),
      };
    case 'distributions':
      return {
        ...question,
        distributions: question.distributions.map((one) => discloseDistribution(one, view)),
      };
    case 'numbers': {
      const numbers = question.numbers.map((one) => discloseNumbers(one, view, single));
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
        choices: question.choices.map((choice) => {
          const share = lineShare(choice.share, view, choice.variable);
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
        options: discloseOptions(question.options, view),
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

/** Places add up to who ranked: in a cross one hidden option hides all, and who came first is never split. */
function discloseOptions(options: readonly RankShare[], view: View): readonly RankShare[] {
  const open = options.map((option) => {
    const inTop = lineShare(option.inTop, view, option.variable);
    return {
      ...option,
      inTop,
      first: view.crossed ? withheld(option.first) : lineShare(option.first, view),
      meanPlace: inTop.openness === 'withheld' || view.crossed ? null : option.meanPlace,
    };
  });
  const hides = view.crossed && open.some(({ inTop }) => inTop.openness === 'withheld');
  return hides ? open.map((option) => ({ ...option, inTop: withheld(option.inTop) })) : open;
}

export function discloseDistribution(distribution: Distribution, view: View): Distribution {
  const openness = opennessIn(distribution.base, view);
  const shown = openness === 'full' || openness === 'smallGroup';
  const hidden = view.hidden(distribution.variable);
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
