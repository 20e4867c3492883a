// The page with the form of one record: its fields, what is wrong, and what a colleague kept meanwhile.
import type { FormFields, FormProblem } from '../../../surveys/editing/form-fields.ts';
import type { RecordChoices, RecordForm } from '../../../surveys/records/record-form.ts';
import { type FieldView, recordView } from '../../../surveys/records/record-view.ts';
import { differences, type SaidField } from '../../../surveys/records/said-record.ts';
import type { Words } from './workspace.ts';

export interface RecordPage {
  readonly csrf: string;
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly back: string;
  readonly backName: string;
  readonly code: string;
  readonly edition: string;
  /** Where it is taken out; null for a new one. */
  readonly remove: string | null;
  readonly fields: readonly FieldView[];
  /** What languages are called. */
  readonly called: Readonly<Record<string, string>>;
  readonly mistakes: readonly FormProblem[];
  /** What a colleague did meanwhile; null where nobody did anything. */
  readonly stale: {
    readonly removed: boolean;
    readonly changes: readonly { readonly label: string; readonly mine: string; readonly theirs: string }[];
  } | null;
}

export interface RecordPageInput {
  readonly form: Pick<RecordForm, 'words' | 'labels' | 'fields'>;
  readonly root: string;
  readonly home: string;
  readonly csrf: string;
  readonly code: string;
  readonly isNew: boolean;
  readonly edition: string;
  readonly fields: FormFields;
  readonly problems: readonly FormProblem[];
  /** What a colleague kept meanwhile, as fields; `removed` where they took it out. */
  readonly theirs: FormFields | 'removed' | null;
  readonly languages: readonly string[];
  readonly choices: RecordChoices;
}

export function recordPage(input: RecordPageInput, { say }: Words): RecordPage {
  const { form, root, code, isNew, problems, theirs, languages, choices } = input;
  const state = { languages, choices, problems, fields: input.fields };
  const fields = recordView(form, state);
  const word = (part: string) => say({ key: `${form.words}.${part}` });
  return {
    csrf: input.csrf,
    title: word(isNew ? 'new' : 'edit'),
    lead: word('formLead'),
    address: `${root}/${isNew ? 'new' : code}`,
    back: input.home,
    backName: word('back'),
    code,
    edition: input.edition,
    remove: isNew ? null : `${root}/${code}/remove`,
    fields,
    called: Object.fromEntries(languages.map((each) => [each, say({ key: `record.language.${each}` })])),
    mistakes: problems,
    stale:
      theirs === null
        ? null
        : {
            removed: theirs === 'removed',
            changes:
              theirs === 'removed'
                ? []
                : differences(fields, recordView(form, { ...state, problems: [], fields: theirs })).map(
                    (field) => ({
                      label: labelOf(field, say),
                      mine: saidOf(field.said, say),
                      theirs: saidOf(field.theirs, say),
                    }),
                  ),
          },
  };
}

function labelOf({ labels, language }: SaidField, say: Words['say']): string {
  const parts = labels.map(({ key, number }) => say({ key, values: number === undefined ? {} : { number } }));
  return [...parts, ...(language === null ? [] : [say({ key: `record.language.${language}` })])].join(', ');
}

function saidOf(said: SaidField['said'], say: Words['say']): string {
  if (said === '') return say({ key: 'record.empty' });
  return typeof said === 'string' ? said : say(said);
}
