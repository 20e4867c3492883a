// The pages of the editor and the data each one needs.
import type { EditorPage } from './editor-page.ts';
import type { TranslatePage } from './translate.ts';
import type { TriedPage } from './try.ts';
import type { WalkPage } from './walk-page.ts';

export interface EditorPages {
  'team/editor': EditorPage;
  'team/walk': WalkPage;
  'team/tried': TriedPage;
  'team/translate': TranslatePage;
}
