// The pages anyone may read, and the data each one needs.

import type { ReportView } from '../../report/report-view.ts';
import type { SlidesFile } from '../../report/slides/slides-file.ts';
import type { ComparePage } from '../frameworks/compare-view.ts';
import type { FrameworkPage } from '../frameworks/framework-view.ts';
import type { FrameworksPage } from '../frameworks/list-view.ts';
import type { LibraryPage } from '../library/index.ts';
import type { ReflectionPage } from '../library/reflection-page.ts';
import type { ReportFile } from '../report-files.ts';
import type { SlidesPage } from '../slides-page.ts';
import type { BoardPages } from './board.ts';
import type { CallPages } from './call-pages.ts';
import type { FollowUpPage } from './follow-up.ts';
import type { WorkedExamplePage } from './worked/index.ts';

/** Words of a project, which may have no words in the language of the page. */
export interface Told {
  readonly words: string;
  readonly language: string;
}

export interface PublicPages extends CallPages, BoardPages {
  'public/report': {
    readonly view: ReportView;
    /** Fingerprint of the snapshot; null for a preview. */
    readonly hash: string | null;
    /** Other published versions, the newest first. */
    readonly others: readonly { readonly version: number; readonly date: string; readonly address: string }[];
    /** Address of the styles of the running foot; null for a preview. */
    readonly foot: string | null;
    /** What it can be saved as. */
    readonly files: readonly ReportFile[];
    /** Address of what became of it; null for a preview. */
    readonly followUp: string | null;
    /** Address of its slides. */
    readonly slides: string;
    /** For a preview: the page to go back to. */
    readonly back: string | null;
  };
  'public/slides': SlidesPage;
  'public/slides-file': SlidesFile;
  'library/page': LibraryPage;
  'library/reflection': ReflectionPage;
  'public/follow-up': FollowUpPage;
  'public/report-file': {
    readonly view: ReportView;
    /** Null for a draft. */
    readonly hash: string | null;
    readonly language: string;
    readonly styles: string;
  };
  'public/home': { readonly projects: readonly HomeProject[] };
  'public/accessibility': object;
  'public/worked-example': WorkedExamplePage;
  'public/frameworks': FrameworksPage;
  'public/framework': FrameworkPage;
  'public/compare': ComparePage;
  'public/privacy': {
    /** Days a draft stays, and minutes a shared computer remembers a code. */
    readonly days: number;
    readonly minutes: number;
    /** Fewest persons of any figure, and of a split figure. */
    readonly minimum: number;
    readonly cross: number;
    /** Most days a sign-up for a sounding board is kept after the last day, and the calls that run with the day of theirs. */
    readonly signUpDays: number;
    readonly calls: readonly { readonly title: Told; readonly address: string; readonly erasedOn: string }[];
    readonly notices: readonly {
      readonly code: string;
      readonly title: Told;
      readonly parts: readonly { readonly title: Told; readonly text: Told }[];
    }[];
  };
}

export interface HomeProject {
  readonly code: string;
  readonly title: Told;
  readonly surveys: readonly { readonly title: Told; readonly address: string; readonly open: boolean }[];
  readonly report: { readonly title: Told; readonly address: string } | null;
  /** Address of the call for a sounding board, while it takes sign-ups. */
  readonly call: string | null;
}
