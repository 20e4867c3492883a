// The outline of a questionnaire beside its forms: pages with their questions, shared lists and scales, and where
// something is wrong.
import type { DefinitionProblem } from '../../../../surveys/check.ts';
import { shortened } from '../../../../surveys/editing/condition-view.ts';
import { type Place, placeOf, samePlace } from '../../../../surveys/editing/places.ts';
import {
  inLanguage,
  type Question,
  type Questionnaire,
  type Text,
} from '../../../../surveys/questionnaire.ts';
import { withoutReferences } from '../../../../surveys/references.ts';
import type { Addresses } from './open-editor.ts';

type Trouble = 'error' | 'warning' | null;

interface OutlineItem {
  readonly code: string;
  readonly words: string;
  readonly address: string;
  readonly here: boolean;
  readonly trouble: Trouble;
}

interface OutlineQuestion extends OutlineItem {
  readonly type: Question['type'];
  readonly sometimes: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly addAfter: string;
}

interface OutlinePage extends OutlineItem {
  readonly number: number;
  readonly sometimes: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly questions: readonly OutlineQuestion[];
  readonly add: string;
}

export interface Outline {
  readonly front: OutlineItem;
  readonly pages: readonly OutlinePage[];
  readonly lists: readonly OutlineItem[];
  readonly scales: readonly OutlineItem[];
}

/** The outline with the place somebody is at. */
export function outlineOf(
  questionnaire: Questionnaire,
  problems: readonly DefinitionProblem[],
  here: Place,
  addresses: Addresses,
  language: string,
): Outline {
  const troubles = problems.map(({ path, severity }) => ({
    place: placeOf(questionnaire, path).place,
    severity,
  }));
  const item = (place: Place, words: string): OutlineItem => {
    const own = troubles.filter((trouble) => samePlace(trouble.place, place));
    return {
      code: place.code,
      words,
      address: addresses.edit(place),
      here: samePlace(place, here),
      trouble: own.some(({ severity }) => severity === 'error') ? 'error' : own.length > 0 ? 'warning' : null,
    };
  };
  const say = (text: Text) => shortened(inLanguage(withoutReferences(text), language), 70);
  const { pages, lists, scales } = questionnaire;
  const lastPage = pages.length - 1;
  return {
    front: item({ kind: 'front', code: '' }, ''),
    pages: pages.map((page, p) => ({
      ...item({ kind: 'page', code: page.code }, say(page.title)),
      number: p + 1,
      sometimes: page.showIf !== undefined,
      first: p === 0,
      last: p === lastPage,
      add: addresses.to('edit', { add: page.code, after: page.questions.at(-1)?.code ?? '' }),
      questions: page.questions.map((question, q) => ({
        ...item({ kind: 'question', code: question.code }, say(question.label)),
        type: question.type,
        sometimes: question.showIf !== undefined,
        first: p === 0 && q === 0,
        last: p === lastPage && q === page.questions.length - 1,
        addAfter: addresses.to('edit', { add: page.code, after: question.code }),
      })),
    })),
    lists: Object.keys(lists).map((code) => item({ kind: 'list', code }, code)),
    scales: Object.keys(scales).map((code) => item({ kind: 'scale', code }, code)),
  };
}
