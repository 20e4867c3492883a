// Where the files of this program are, whatever folder it was started from.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the program. */
export const programFolder = dirname(dirname(fileURLToPath(import.meta.url)));

export const viewsFolder = join(programFolder, 'views');
export const textsFolder = join(viewsFolder, 'texts');
export const clientFolder = join(viewsFolder, 'client');
export const templatesFolder = join(programFolder, 'surveys', 'templates');
export const packagesFolder = join(programFolder, 'node_modules');
/** Frameworks stand among the templates: data about professions that instruments draw their items from. */
export const frameworksFolder = join(templatesFolder, 'frameworks');
