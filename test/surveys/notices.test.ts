// What respondents are promised about erasing is what the program does, in every questionnaire that comes with it.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { templatesFolder } from '../../server/paths.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { keptMonths } from '../../surveys/retention.ts';

const files = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /questionnaire[^/]*\.json$/.test(file),
);
const notices = files.map((file) => {
  const { notice } = questionnaireSchema.parse(
    JSON.parse(readFileSync(`${templatesFolder}/${file}`, 'utf8')),
  );
  return { file, notice };
});

it.each(notices)('$file promises no erasing by hand, and the months the program keeps', ({ notice }) => {
  const words = (language: 'nl' | 'en') => notice.map(({ text }) => text[language]).join(' ');
  const [nl, en] = [words('nl'), words('en')];
  expect(nl).not.toMatch(/met de hand|niet vanzelf/);
  expect(en).not.toMatch(/by hand|not by itself|not happen by itself/);
  const promised = [...`${nl} ${en}`.matchAll(/(\d+) (?:maanden|months)/g)].map(([, months]) =>
    Number(months),
  );
  expect(Object.values(keptMonths)).toEqual(expect.arrayContaining(promised));
});
