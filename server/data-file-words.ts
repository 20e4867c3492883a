// The words that files with answers need: names of sheets, what a reason is called, how to read them.
import { type MissingReason, missingReasonSchema } from '../surveys/questionnaire.ts';
import type { Survey } from './db/surveys.ts';
import type { DataFileWish } from './operations/data-file.ts';
import type { Texts } from './texts.ts';

/** The words in this language, for the answers of this survey. */
export function dataFileWords(texts: Texts, language: string, survey: Survey): DataFileWish['words'] {
  const say = (key: string, values = {}) => texts.say(language, `data-files.${key}`, values);
  const reasons = missingReasonSchema.options.map((reason) => [reason, say(`reasons.${reason}`)]);
  return {
    language,
    // Every reason of the schema is there: the list was made from it.
    reasons: Object.fromEntries(reasons) as Record<MissingReason, string>,
    missing: say('missing'),
    day: say('day'),
    sheets: { readme: say('sheets.readme'), data: say('sheets.data'), codebook: say('sheets.codebook') },
    readme: [
      say('readme.title', { survey: survey.questionnaire.title }),
      ...['rows', 'codes', 'skipped', 'notShown', 'missing', 'few'].map((line) => say(`readme.${line}`)),
    ],
    heads: ['variable', 'question', 'item', 'code', 'label', 'missing'].map((head) => say(`heads.${head}`)),
  };
}
