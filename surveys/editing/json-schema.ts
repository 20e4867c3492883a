// The published shape of a questionnaire: JSON Schema made of the one schema that reads it, so the two never differ.
import { z } from 'zod';
import { questionnaireSchema, questionSchema, textSchema } from '../questionnaire.ts';

/** Where the schema is published, behind the server's address. */
export const questionnaireSchemaPath = '/schema/questionnaire-1.json';

/** What parts are called in the published schema; the others get a number. */
const names = z.registry<{ id: string }>();
names.add(textSchema, { id: 'text' });
for (const question of questionSchema.options) {
  names.add(question, { id: `question-${question.shape.type.value}` });
}
names.add(questionSchema.options[0].shape.code, { id: 'code' });
names.add(questionSchema.options[0].shape.showIf.unwrap(), { id: 'condition' });

/**
 * JSON Schema (draft 2020-12) of what somebody may write: what has a default may be left out.
 * @param address of the server, for its `$id`; '' where that is not known.
 */
export function questionnaireJsonSchema(address: string): Readonly<Record<string, unknown>> {
  const made = z.toJSONSchema(questionnaireSchema, { io: 'input', reused: 'ref', metadata: names });
  const { $schema, ...shape } = made;
  return {
    $schema,
    $id: `${address}${questionnaireSchemaPath}`,
    title: 'nodenkaart/questionnaire/1',
    ...shape,
  };
}
