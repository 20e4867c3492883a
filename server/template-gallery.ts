// The templates that come with the program, as a gallery to start a project or a questionnaire from.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { estimateOf } from '../surveys/check.ts';
import { type Questionnaire, questionsOf, type Text } from '../surveys/questionnaire.ts';
import { FileFailure } from './csv-file.ts';
import type { Log } from './log.ts';
import { readTemplateFolder, type Template } from './template-folder.ts';

export interface GalleryTemplate {
  /** The name of its folder. */
  readonly name: string;
  readonly title: Text;
  readonly template: Template;
}

export interface Gallery {
  /** By name. One that is wrong is left out, and told in the log. */
  templates(): Promise<readonly GalleryTemplate[]>;
}

/** Templates do not change while the program runs, so they are read once, when first asked for. */
export function createGallery(folder: string, log: Log): Gallery {
  let reading: Promise<readonly GalleryTemplate[]> | null = null;
  return {
    templates: () => {
      reading ??= readAll(folder, log);
      return reading;
    },
  };
}

async function readAll(folder: string, log: Log): Promise<readonly GalleryTemplate[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'questionnaire.json')))
    .map(({ name }) => name)
    .sort();
  const found: GalleryTemplate[] = [];
  for (const name of names) {
    try {
      const template = await readTemplateFolder(join(folder, name));
      found.push({ name, title: template.reportTemplate.project, template });
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      log.info('template left out', { template: name, problems: error.problems.length });
    }
  }
  return found;
}

/** What a questionnaire asks of somebody: questions, and about how many minutes. */
export function sizeOf(questionnaire: Questionnaire): {
  readonly questions: number;
  readonly minutes: number;
  /** Without the questions that hang on an answer. */
  readonly fewest: number;
} {
  const questions = questionsOf(questionnaire).filter(({ type }) => type !== 'section' && type !== 'consent');
  const { minutes, minutesOfEverybody } = estimateOf(questionnaire);
  return { questions: questions.length, minutes, fewest: minutesOfEverybody };
}
