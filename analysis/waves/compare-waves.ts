// Two waves side by side: per question that can be compared each figure then and now, the difference with its interval,
// and the same libraries before and after.

import { breaksPerQuestion } from '../../surveys/changes/comparable.ts';
import type { Change } from '../../surveys/changes.ts';
import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import type { Dataset } from '../dataset.ts';
import type { QuestionResult } from '../results/questions.ts';
import type { WaveComparison, WaveLine, WaveQuestion } from '../results/waves.ts';
import { differenceWith } from '../statistics/newcombe-interval.ts';
import { withCorrectedChances } from './corrected-chances.ts';
import { librariesInBoth, panelOf } from './same-libraries.ts';
import { type Followed, followedIn } from './wave-figures.ts';

/** One wave: its questions as the reader may see them, and the columns the panel of libraries is counted from. */
export interface Wave {
  readonly survey: string;
  readonly title: Text;
  readonly questionnaire: Questionnaire;
  readonly dataset: Dataset;
  readonly questions: readonly QuestionResult[];
}

/**
 * Compares two waves. What has no interval for the reader has no difference either.
 * Source of the intervals: Newcombe 1998 (method 10) on effective bases; of the panel: McNemar, exact.
 */
export function compareWaves(first: Wave, second: Wave): WaveComparison {
  const breaks = breaksPerQuestion(first.questionnaire, second.questionnaire);
  const before = new Map(first.questions.map((question) => [question.code, question]));
  const now = new Set(second.questions.map(({ code }) => code));
  const questions = second.questions.flatMap((question) => {
    const was = before.get(question.code);
    return was && isFollowed(question)
      ? [questionOf(was, question, breaks.get(question.code) ?? [], first, second)]
      : [];
  });
  const differences = questions.flatMap(({ lines }) => lines.flatMap(({ difference }) => difference ?? []));
  return withCorrectedChances({
    tested: 0,
    first: sideOf(first),
    second: sideOf(second),
    libraries: librariesInBoth(first.dataset, second.dataset),
    questions,
    onlyFirst: first.questions.filter(({ code }) => !now.has(code)).map(({ code }) => code),
    onlySecond: second.questions.filter(({ code }) => !before.has(code)).map(({ code }) => code),
    compared: differences.length,
    moved: differences.filter(({ interval }) => interval.lower > 0 || interval.upper < 0).length,
  });
}

function sideOf({ survey, title, dataset }: Wave) {
  const [first] = [...dataset.days].sort();
  return { survey, title, responses: dataset.size, year: first ? Number(first.slice(0, 4)) : null };
}

/** Consent, the library and words are no figures that move. */
function isFollowed({ type, kind }: QuestionResult): boolean {
  return type !== 'consent' && type !== 'register' && kind !== 'text';
}

function questionOf(
  was: QuestionResult,
  is: QuestionResult,
  breaks: readonly Change[],
  first: Wave,
  second: Wave,
): WaveQuestion {
  const before = new Map(followedIn(was).map((figure) => [keyOf(figure), figure]));
  const lines =
    breaks.length > 0
      ? []
      : followedIn(is).flatMap((now): WaveLine[] => {
          const then = before.get(keyOf(now));
          return then ? [lineOf(then, now, first, second)] : [];
        });
  return { code: is.code, type: is.type, label: is.label, breaks, lines };
}

function keyOf({ variable, codes }: Followed): string {
  return JSON.stringify([variable, ...codes]);
}

function lineOf(then: Followed, now: Followed, first: Wave, second: Wave): WaveLine {
  const { figure, ...line } = now;
  const [was, is] = [then.figure, figure];
  return {
    ...line,
    first: was,
    second: is,
    difference:
      was.estimate !== null && was.interval && is.estimate !== null && is.interval
        ? differenceWith(
            { estimate: was.estimate, interval: was.interval },
            { estimate: is.estimate, interval: is.interval },
          )
        : null,
    panel: now.unit === 'mean' ? null : panelOf(first.dataset, second.dataset, now.variable, now.codes),
  };
}
