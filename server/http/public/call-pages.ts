// The pages of a call for a sounding board, and the data each one needs.
import type { Text } from '../../../surveys/questionnaire.ts';
import type { SignUpTyped } from '../../../surveys/sign-up.ts';
import type { Message } from '../../texts.ts';

interface CallHead {
  readonly project: string;
  readonly title: Text;
}

export interface CallPages {
  'public/call': CallHead & {
    readonly action: string;
    /** Words of the team, in their own language. */
    readonly words: readonly string[];
    readonly effort: string;
    readonly language: string;
    readonly closesOn: string;
    readonly meetings: readonly { readonly title: string; readonly facts: string }[];
    /** Days a sign-up is kept after the last day, and the day on which that ends. */
    readonly keepDays: number;
    readonly deleteOn: string;
    /** Secret of the address where the sign-up can be taken back; made with the form, so that twice is once. */
    readonly key: string;
    readonly provinces: readonly {
      readonly name: string;
      readonly libraries: readonly {
        readonly code: string;
        readonly name: string;
        readonly chosen: boolean;
      }[];
    }[];
    readonly typed: SignUpTyped;
    readonly motives: readonly { readonly code: string; readonly checked: boolean }[];
    readonly mistakes: readonly (Message & { readonly field: string })[];
    /** The message of each field that has one. */
    readonly wrong: Readonly<Record<string, Message>>;
  };
  'public/call-closed': CallHead;
  'public/sign-up': CallHead & {
    /** Where it is shown and taken back. */
    readonly address: string;
    /** The same address as it is kept, from the scheme on. */
    readonly whole: string;
    readonly name: string;
    readonly email: string;
    readonly library: string;
    readonly role: string;
    readonly namePublic: boolean;
    readonly motives: readonly string[];
    readonly interest: string;
    readonly state: string;
    readonly deleteOn: string;
  };
  'public/sign-up-gone': CallHead;
}
