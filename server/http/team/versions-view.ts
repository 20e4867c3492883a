// The versions of a questionnaire in words: what each changed, and whether answers before and after can be compared.
import { type Change, changesBetween } from '../../../surveys/changes.ts';
import type { DefinitionProblem } from '../../../surveys/check.ts';
import { inLanguage, type Questionnaire } from '../../../surveys/questionnaire.ts';
import type { FieldedVersion, Survey } from '../../db/surveys.ts';
import { formatDate } from '../../format-values.ts';
import type { OpenDefinition } from '../../operations/definition-editing.ts';
import { type ProblemLines, type placesIn, problemLines } from './definition-text.ts';
import type { Tab } from './page-parts.ts';
import type { Words } from './workspace.ts';

export interface ChangeView {
  readonly words: string;
  readonly breaking: boolean;
}

export interface VersionView {
  readonly name: string;
  /** "Opengesteld op 1 maart 2024", and whether it is the one that is open. */
  readonly facts: readonly string[];
  readonly changes: readonly ChangeView[];
  /** Said where no changes are listed. */
  readonly nothing: string;
  readonly read: string;
  readonly download: string;
  /** Where respondents answer it; null when they do not. */
  readonly open: string | null;
}

export interface VersionsPage {
  readonly title: string;
  readonly lead: string;
  readonly tabs: readonly Tab[];
  /** What is being edited, against the newest version; null for a closed survey. */
  readonly edited: {
    readonly state: string;
    readonly changes: readonly ChangeView[];
    /** The page that asks to field it; null when there is nothing to field. */
    readonly publish: { readonly address: string; readonly name: string } | null;
    readonly edit: string;
    readonly file: string;
    readonly download: string;
  } | null;
  readonly versions: readonly VersionView[];
  /** Any listed change breaks the comparison. */
  readonly breaking: boolean;
  /** What the libraries get: the address where respondents answer, whole; null while they cannot. */
  readonly share: string | null;
}

export interface Fielded extends FieldedVersion {
  readonly questionnaire: Questionnaire;
}

/** Addresses about the questionnaires of a project. */
export function questionnaireAddresses(project: string, survey: string) {
  const home = `/team/${encodeURIComponent(project)}`;
  const query = `survey=${encodeURIComponent(survey)}`;
  return {
    edit: `${home}/edit?${query}`,
    versions: `${home}/versions?${query}`,
    version: (version: number) => `${home}/versions/${version}?${query}`,
    publish: `${home}/publish?${query}`,
    file: `${home}/definition-file?${query}`,
    download: `${home}/definition.json?${query}`,
    downloadVersion: (version: number) => `${home}/definition.json?${query}&version=${version}`,
    newSurvey: `${home}/surveys/new`,
    respond: `/s/${encodeURIComponent(survey)}`,
  };
}

/**
 * @param server the address of this server, before every link that is sent to somebody.
 * @param fielded every version that was fielded, the first one first.
 */
export function versionsPage(
  project: string,
  server: string,
  surveys: readonly Survey[],
  survey: Survey,
  fielded: readonly Fielded[],
  definition: OpenDefinition,
  words: Words,
): VersionsPage {
  const { language, say } = words;
  const to = questionnaireAddresses(project, survey.code);
  const newest = fielded.at(-1);
  const versions = fielded.map((version, index) => {
    const before = fielded[index - 1];
    const changes = before ? changeViews(before.questionnaire, version.questionnaire, words) : [];
    const isNewest = version === newest;
    return {
      name: say({ key: 'project.versions.version', values: { version: version.version } }),
      facts: [
        say({ key: 'project.versions.at', values: { day: formatDate(language, version.publishedAt) } }),
        ...(isNewest
          ? [say({ key: `project.versions.${survey.state === 'closed' ? 'closed' : 'current'}` })]
          : []),
      ],
      changes,
      nothing: say({ key: before ? 'project.versions.nothing' : 'project.versions.first' }),
      read: to.version(version.version),
      download: to.downloadVersion(version.version),
      open: isNewest && survey.state === 'open' ? to.respond : null,
    };
  });
  const edited = survey.state === 'closed' ? null : editedView(project, survey, newest, definition, words);
  return {
    title: say({
      key: 'project.versions.title',
      values: { title: inLanguage(definition.questionnaire.title, language) },
    }),
    lead: say({ key: 'project.versions.lead', values: { count: newest?.version ?? 0 } }),
    tabs:
      surveys.length < 2
        ? []
        : surveys.map(({ code, questionnaire }) => ({
            name: inLanguage(questionnaire.title, language),
            address: questionnaireAddresses(project, code).versions,
            here: code === survey.code,
          })),
    edited,
    versions: versions.toReversed(),
    breaking: [...versions, ...(edited ? [edited] : [])].some(({ changes }) =>
      changes.some(({ breaking }) => breaking),
    ),
    share: survey.state === 'open' ? server + to.respond : null,
  };
}

function editedView(
  project: string,
  survey: Survey,
  newest: Fielded | undefined,
  definition: OpenDefinition,
  words: Words,
): VersionsPage['edited'] {
  const { say } = words;
  const to = questionnaireAddresses(project, survey.code);
  const changes = newest ? changeViews(newest.questionnaire, definition.questionnaire, words) : [];
  const version = newest?.version ?? 0;
  const state = () => {
    if (!newest) return say({ key: 'project.versions.draftFirst' });
    if (!definition.changed) return say({ key: 'project.versions.draftNone' });
    return say({
      key: 'project.versions.draftChanges',
      values: { count: Math.max(1, changes.length), version },
    });
  };
  return {
    state: state(),
    changes,
    publish: definition.changed
      ? {
          address: to.publish,
          name: newest
            ? say({ key: 'project.versions.publishNext', values: { version: version + 1 } })
            : say({ key: 'project.versions.publish' }),
        }
      : null,
    edit: to.edit,
    file: to.file,
    download: to.download,
  };
}

export interface PublishPage {
  readonly csrf: string;
  readonly revision: number;
  readonly title: string;
  readonly lead: string;
  /** Somebody edited since the page was shown. */
  readonly stale: boolean;
  readonly errors: (ProblemLines & { readonly title: string }) | null;
  readonly warnings: (ProblemLines & { readonly title: string }) | null;
  readonly changesTitle: string;
  readonly changes: readonly ChangeView[];
  readonly breaking: string;
  /** It can be fielded now. */
  readonly ready: boolean;
  readonly back: string;
}

/**
 * @param fielded the version respondents answer; null before the first.
 * @param found errors and warnings of the check before fielding.
 * @param form what its form carries, and where things can be put right.
 */
export function publishPage(
  project: string,
  survey: Survey,
  fielded: Questionnaire | null,
  definition: OpenDefinition,
  found: { readonly errors: readonly DefinitionProblem[]; readonly warnings: readonly DefinitionProblem[] },
  form: {
    readonly csrf: string;
    readonly stale: boolean;
    readonly server: string;
    readonly place: ReturnType<typeof placesIn>;
  },
  words: Words,
): PublishPage {
  const { language } = words;
  const say = (key: string, values = {}) => words.say({ key: `project.publish.${key}`, values });
  const to = questionnaireAddresses(project, survey.code);
  const title = inLanguage(definition.questionnaire.title, language);
  const changes = fielded ? changeViews(fielded, definition.questionnaire, words) : [];
  const breaking = changes.filter((change) => change.breaking).length;
  const box = (kind: 'errors' | 'warnings') =>
    found[kind].length === 0
      ? null
      : { title: say(kind, { count: found[kind].length }), ...problemLines(found[kind], words, form.place) };
  const lead = () => {
    if (!definition.changed) return say('nothing', { version: survey.version });
    return fielded ? say('lead') : say('leadFirst', { address: `${form.server}${to.respond}` });
  };
  return {
    csrf: form.csrf,
    revision: definition.revision,
    title: fielded ? say('title', { title, version: survey.version + 1 }) : say('titleFirst', { title }),
    lead: lead(),
    stale: form.stale,
    errors: box('errors'),
    warnings: box('warnings'),
    changesTitle: changes.length > 0 ? say('changes', { version: survey.version }) : '',
    changes,
    breaking: breaking > 0 ? say('breaking', { count: breaking }) : '',
    ready: definition.changed && found.errors.length === 0,
    back: to.versions,
  };
}

function changeViews(older: Questionnaire, newer: Questionnaire, words: Words): readonly ChangeView[] {
  return changesBetween(older, newer).map(({ key, values, verdict }: Change) => ({
    words: words.say({ key, values }),
    breaking: verdict === 'breaking',
  }));
}
