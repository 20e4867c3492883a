// Page name → type of its data. A page is views/pages/<name>.hbs; each audience declares its own.
import type { Outcome } from './http/outcome.ts';
import type { PanelPages } from './http/panel/pages.ts';
import type { PublicPages } from './http/public/pages.ts';
import type { RespondPages } from './http/respond/pages.ts';
import type { TeamPages } from './http/team/pages.ts';

interface CommonPages {
  error: {
    readonly title: string;
    readonly text: string;
    /** What came of a project this page is about; null where it is about none. */
    readonly told: { readonly outcome: Outcome | null } | null;
  };
}

export type Pages = RespondPages & TeamPages & PanelPages & PublicPages & CommonPages;

export type LayoutName = 'plain' | 'workspace' | 'respond' | 'panel' | 'room' | 'report' | 'slides' | 'bare';

/** What a page says beside its own data; the layout shows it. */
export interface PageOptions {
  readonly title: string;
  readonly status?: number | undefined;
  /** Without it `plain`. */
  readonly layout?: LayoutName | undefined;
  /** Without it the language of the request. */
  readonly language?: string | undefined;
  /** The languages offered on the page; without it those of the request. */
  readonly languages?: readonly string[] | undefined;
  /** Styles beside those of the layout, such as `panel.css`; and browser modules, such as `chart-figures.js`. */
  readonly styles?: readonly string[] | undefined;
  readonly scripts?: readonly string[] | undefined;
  /** The page shows demonstration data and says so. */
  readonly demonstration?: boolean | undefined;
  /** A feed of what the page tells, to subscribe to. */
  readonly feed?: { readonly address: string; readonly title: string } | undefined;
  /** What a workspace page shows around its content. */
  readonly workspace?: WorkspaceFrame | undefined;
  /** Seconds after which a browser without scripts asks for the page again. */
  readonly refresh?: number | undefined;
  /** Other than "keep nothing": only for pages that show nothing personal. */
  readonly cacheControl?: string | undefined;
}

/** The workspace around a page: who is signed in, and the chain of stations of the project. */
export interface WorkspaceFrame {
  readonly email: string;
  readonly csrf: string;
  readonly project: {
    readonly code: string;
    readonly title: string;
    /** Pages beside the chain, as far as this reader may see them. */
    readonly beside: readonly { readonly name: string; readonly address: string }[];
  } | null;
  readonly stations: readonly Station[];
  /** Surveys whose answers were erased, where the page would tell of them; null where it does not. */
  readonly erased?: ErasedNotice | null;
}

export interface ErasedNotice {
  readonly surveys: readonly { readonly title: string; readonly date: string }[];
  /** Where the figures that stay are. */
  readonly kept: string;
}

export interface Station {
  readonly name: string;
  readonly address: string;
  /** Two to four words: "85 van 304 bibs". */
  readonly state: string;
  readonly progress: 'done' | 'busy' | 'toCome';
  readonly here: boolean;
}
