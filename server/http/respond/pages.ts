// The pages of this audience and the data each one needs.
import type { PageView } from '../../../surveys/page-view.ts';
import type { MessageView } from '../../../surveys/question-types/question-view.ts';

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
interface CodeForm {
  readonly typed: string;
  readonly problem: MessageView | null;
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
    readonly view: PageView;
    readonly receipt: string;
    readonly savedAt: string;
    /** Words for the script, with places such as `{n}` to fill. */
    readonly words: Readonly<Record<string, string>>;
  };
  'respond/resume': CodeForm & { readonly survey: SurveyFrame };
  'respond/notice': {
    readonly survey: SurveyFrame;
    readonly parts: readonly { readonly title: string; readonly text: string }[];
  };
  'respond/thanks': {
    readonly survey: SurveyFrame;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly receipt: string;
  };
}
