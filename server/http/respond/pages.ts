// The pages of this audience and the data each one needs.
import type { ContactView } from '../../../surveys/contact.ts';
import type { PageView } from '../../../surveys/page-view.ts';
import type { MessageView } from '../../../surveys/question-types/question-view.ts';
import type { IdleTimes } from '../../context.ts';
import type { Outcome } from '../outcome.ts';
import type { AnswersPage } from './answers.ts';
import type { formFields } from './form.ts';
import type { ReadingLock } from './own-answers.ts';
import type { OwnResultPage, SharedResultPage } from './own-result.ts';
import type { PaperPageData } from './paper.ts';
import type { Difference } from './stale-page.ts';
import type { SummaryPage } from './summary.ts';

/** What every page says about the survey it belongs to. */
export interface SurveyFrame {
  readonly code: string;
  readonly title: string;
  /** The languages to choose from, none when there is only one. */
  readonly languages: readonly {
    readonly code: string;
    readonly here: boolean;
    readonly address: string;
  }[];
  /** The page is a form: changing the language first saves what was typed. */
  readonly form: boolean;
}

/** The form that asks for a receipt code. */
export interface CodeForm {
  readonly typed: string;
  /** The box "this is my own device" is ticked. */
  readonly own: boolean;
  readonly problem: MessageView | null;
}

interface SentResponse {
  readonly survey: SurveyFrame;
  readonly receipt: string;
  /** The day it was sent, ISO. */
  readonly day: string;
  readonly contact: boolean;
  /** The project gives back a result of one's own. */
  readonly ownResult: boolean;
  readonly outcome: Outcome | null;
}

export interface RespondPages {
  'respond/welcome': CodeForm & {
    readonly survey: SurveyFrame;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    /** The library of the link that was followed. */
    readonly library: string | null;
    /** Where a draft of this browser goes on. */
    readonly resume: string | null;
  };
  'respond/page': {
    readonly survey: SurveyFrame;
    readonly action: string;
    /** Where the button back sends the form. */
    readonly back: string;
    readonly view: PageView;
    /** The names of the hidden fields, and what is in them. */
    readonly names: typeof formFields;
    readonly holder: string;
    readonly revision: string;
    readonly asked: string;
    /** All that is in the way are questions that may stay open. */
    readonly softOnly: boolean;
    readonly receipt: string;
    readonly savedAt: string;
    /** Nothing of the page is kept, because there is no consent. */
    readonly unsaved: boolean;
    /** Others use this computer too: it locks after these seconds. */
    readonly shared: boolean;
    readonly idle: IdleTimes;
    /** Words for the script, with places such as `{n}` to fill. */
    readonly words: Readonly<Record<string, string>>;
  };
  'respond/other-draft': {
    readonly survey: SurveyFrame;
    readonly action: string;
    /** The code of the draft the page was made for. */
    readonly receipt: string;
    /** What was typed, to send again. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    /** What this browser holds by now: a draft, something that was sent, or nothing. */
    readonly open: 'draft' | 'sent' | null;
    readonly goOn: string;
  };
  'respond/stale-page': {
    readonly survey: SurveyFrame;
    readonly action: string;
    /** What was typed, to send again. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    readonly goOn: string;
    readonly differences: readonly Difference[];
  };
  'respond/locked': CodeForm & { readonly survey: SurveyFrame };
  'respond/resume': CodeForm & { readonly survey: SurveyFrame };
  'respond/notice': {
    readonly survey: SurveyFrame;
    readonly parts: readonly { readonly title: string; readonly text: string }[];
  };
  'respond/thanks': ReadingLock & {
    readonly survey: SurveyFrame;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly receipt: string;
    /** The survey has a form to be contacted. */
    readonly contact: boolean;
    /** The project gives back a result of one's own. */
    readonly ownResult: boolean;
    readonly outcome: Outcome | null;
  };
  'respond/answers': AnswersPage;
  'respond/summary': SummaryPage;
  'respond/own-result': OwnResultPage;
  'respond/shared-result': SharedResultPage;
  'respond/paper': PaperPageData;
  'respond/sent': SentResponse;
  'respond/withdraw': SentResponse;
  'respond/withdrawn': { readonly survey: SurveyFrame };
  'respond/contact': {
    readonly survey: SurveyFrame;
    readonly view: ContactView;
    /** Secret of the place on the board that this form asks for. */
    readonly key: string;
  };
  'respond/contact-thanks': { readonly survey: SurveyFrame };
}
