// What the middleware of app.ts and of the workspace leave with a request for the handlers after them.

import type { TeamRole } from '../identity/roles.ts';

declare global {
  namespace Express {
    interface Locals {
      /** Screen language of this request. */
      language: string;
      /** The languages its pages can be shown in. */
      languages: readonly string[];
      /** Who is signed in; set behind requireAccount. */
      account?: { readonly id: string; readonly email: string };
      /** Their roles in the project of the page; set behind projectDoor. */
      roles?: readonly TeamRole[];
      /** The token a form of this session must carry; set in the workspace. */
      csrf?: string;
    }
  }
}
