// What the middleware of app.ts and of the workspace leave with a request for the handlers after them.

declare global {
  namespace Express {
    interface Locals {
      /** Screen language of this request. */
      language: string;
      /** The languages its pages can be shown in. */
      languages: readonly string[];
      /** Who is signed in; set behind requireAccount. */
      account?: { readonly id: string; readonly email: string; readonly roles: readonly string[] };
      /** The token a form of this session must carry; set in the workspace. */
      csrf?: string;
    }
  }
}

export {};
