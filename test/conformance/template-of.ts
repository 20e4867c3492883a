// A template of this house as its data say it, for the rows of the source documents that data alone serve.
import { readFileSync } from 'node:fs';
import { templatesFolder } from '../../server/paths.ts';
import { demonstrationSchema } from '../../surveys/demonstration.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { optionsOf, questionnaireSchema, questionsOf, rowsOf } from '../../surveys/questionnaire.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';

export function templateOf(name: string) {
  const file = (part: string): unknown =>
    JSON.parse(readFileSync(`${templatesFolder}/${name}/${part}.json`, 'utf8'));
  const questionnaire = questionnaireSchema.parse(file('questionnaire'));
  const asked = (code: string) => {
    const question = questionsOf(questionnaire).find((each) => each.code === code);
    if (!question) throw new Error(`${name} asks no ${code}`);
    return question;
  };
  return {
    questionnaire,
    asked,
    file,
    catalogue: needsCatalogueSchema.parse(file('needs')),
    report: reportTemplateSchema.parse(file('report')),
    records: demonstrationSchema.parse(file('demonstration')).records,
    surveys: demonstrationSchema.parse(file('demonstration')).surveys,
    /** Codes of the rows of a grid. */
    rows: (code: string) => {
      const question = asked(code);
      return question.type === 'grid' ? rowsOf(questionnaire, question).options.map((row) => row.code) : [];
    },
    /** Codes of the answers to choose from. */
    options: (code: string) => {
      const question = asked(code);
      return 'options' in question ? optionsOf(questionnaire, question).map((option) => option.code) : [];
    },
    /** The values of a scale, in order; what is not answered has none. */
    values: (scale: string) =>
      (questionnaire.scales[scale]?.options ?? []).flatMap((option) =>
        'value' in option && option.value !== undefined ? [option.value] : [],
      ),
    sideBySide: (code: string) =>
      needsCatalogueSchema.parse(file('needs')).sideBySide.find((each) => each.code === code),
  };
}
