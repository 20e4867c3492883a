// The form of one place of a definition: its fields, how it is drawn, and the edit its sent fields make.
import { createHash } from 'node:crypto';
import type { FormSection } from '../../../../surveys/editing/blocks.ts';
import { type Readable, readableBefore } from '../../../../surveys/editing/condition-view.ts';
import type { Edit } from '../../../../surveys/editing/edit.ts';
import type { FormFields, FormProblem } from '../../../../surveys/editing/form-fields.ts';
import type { FormState, LanguageNames } from '../../../../surveys/editing/form-viewer.ts';
import {
  frontSections,
  listSections,
  pageSections,
  scaleSections,
} from '../../../../surveys/editing/part-blocks.ts';
import {
  frontFields,
  frontOf,
  pageFields,
  readFrontForm,
  readListForm,
  readPageForm,
  readScaleForm,
  scaleFields,
  sharedListFields,
} from '../../../../surveys/editing/part-forms.ts';
import { type Place, pageOfPlace } from '../../../../surveys/editing/places.ts';
import { questionSections } from '../../../../surveys/editing/question-blocks.ts';
import { questionFields, readQuestionForm } from '../../../../surveys/editing/question-form.ts';
import {
  type Condition,
  listOf,
  type Page,
  type Question,
  type Questionnaire,
  questionsOf,
  scaleOf,
} from '../../../../surveys/questionnaire.ts';
import { unknownPage } from '../../../errors.ts';

/** @throws ExpectedFailure when there is no question of that code. */
export function questionAt(questionnaire: Questionnaire, code: string): Question {
  const found = questionsOf(questionnaire).find((question) => question.code === code);
  if (!found) throw unknownPage();
  return found;
}

/** @throws ExpectedFailure when there is no page of that code. */
export function pageAt(questionnaire: Questionnaire, code: string): Page {
  const found = questionnaire.pages.find((page) => page.code === code);
  if (!found) throw unknownPage();
  return found;
}

/** What stands at a place now, as the fields of its form. */
export function fieldsAt(questionnaire: Questionnaire, { kind, code }: Place): FormFields {
  switch (kind) {
    case 'question':
      return questionFields(questionAt(questionnaire, code));
    case 'page':
      return pageFields(pageAt(questionnaire, code));
    case 'list':
      return sharedListFields(listOf(questionnaire, code));
    case 'scale':
      return scaleFields(scaleOf(questionnaire, code));
    case 'front':
      return frontFields(frontOf(questionnaire));
  }
}

/** A short mark of what stands at a place: equal marks, equal content. */
export function markOf(questionnaire: Questionnaire, place: Place): string {
  return createHash('sha256')
    .update(JSON.stringify(fieldsAt(questionnaire, place)))
    .digest('base64url')
    .slice(0, 16);
}

export interface PlaceForm {
  readonly questionnaire: Questionnaire;
  readonly place: Place;
  readonly fields: FormFields;
  readonly problems: readonly FormProblem[];
  readonly register: Readonly<Record<'province' | 'sizeClass', readonly string[]>>;
  /** What languages are called on the screen: those a questionnaire can be in. */
  readonly names: LanguageNames;
  inWords(condition: Condition): string;
}

/** The form of a place, drawn from fields that may be half done. */
export function sectionsAt(form: PlaceForm): readonly FormSection[] {
  const { questionnaire, place, register } = form;
  const [language = ''] = questionnaire.languages;
  const page = pageOfPlace(questionnaire, place);
  const before = page === null ? null : { page, question: place.kind === 'question' ? place.code : null };
  const readable: Readable = {
    ...readableBefore(questionnaire, before, register, language),
    inWords: form.inWords,
  };
  const state: FormState = { ...form, languages: questionnaire.languages };
  switch (place.kind) {
    case 'question':
      return questionSections({ ...state, questionnaire, readable });
    case 'page':
      return pageSections({ ...state, readable });
    case 'list':
      return listSections({ ...state, readable });
    case 'scale':
      return scaleSections({ ...state, readable });
    case 'front':
      return frontSections({ ...state, readable }, Object.keys(form.names));
  }
}

export type PlaceEdit =
  | { readonly edit: Edit; readonly place: Place }
  | { readonly problems: readonly FormProblem[] };

/** The edit that sent fields make, and where what was edited is afterwards: its code may be new. */
export function editAt(questionnaire: Questionnaire, place: Place, fields: FormFields): PlaceEdit {
  const { code } = place;
  const { languages } = questionnaire;
  switch (place.kind) {
    case 'question': {
      const reading = readQuestionForm(fields, questionnaire, questionAt(questionnaire, code));
      if ('problems' in reading) return reading;
      const { question } = reading;
      const edit: Edit = { kind: 'replaceQuestion', code, question };
      return { edit, place: { kind: 'question', code: question.code } };
    }
    case 'page': {
      const reading = readPageForm(fields, languages, pageAt(questionnaire, code));
      if ('problems' in reading) return reading;
      const edit: Edit = { kind: 'replacePage', code, page: reading.page };
      return { edit, place: { kind: 'page', code: reading.page.code } };
    }
    case 'list': {
      const reading = readListForm(fields, languages);
      if ('problems' in reading) return reading;
      return { edit: { kind: 'replaceList', code, list: reading.list }, place };
    }
    case 'scale': {
      const reading = readScaleForm(fields, languages);
      if ('problems' in reading) return reading;
      return { edit: { kind: 'replaceScale', code, scale: reading.scale }, place };
    }
    case 'front': {
      const reading = readFrontForm(fields, frontOf(questionnaire));
      if ('problems' in reading) return reading;
      return { edit: { kind: 'replaceFront', front: reading.front }, place };
    }
  }
}
