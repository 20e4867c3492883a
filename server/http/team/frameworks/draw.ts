// Picking parts of a framework for a questionnaire of one's own, with what the organisation adds in the places left to it.
import type { Router } from 'express';
import {
  type DrawWords,
  drawnQuestionnaire,
  facetCode,
  localSlots,
  pickGroups,
} from '../../../../surveys/frameworks/drawn-questionnaire.ts';
import type { Framework, Part } from '../../../../surveys/frameworks/framework.ts';
import { inLanguage, type Text } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { type Frameworks, frameworkOf } from '../../../frameworks.ts';
import { newSurvey } from '../../../operations/new-survey.ts';
import { startWords } from '../../../start-words.ts';
import type { Message } from '../../../texts.ts';
import { fieldsOf } from '../../forms.ts';
import { frameworkAddresses, teamFrameworks } from '../../frameworks/words.ts';
import { openWorkspace, showStation, type Words } from '../workspace.ts';

type Fields = Readonly<Record<string, string>>;
interface Pick {
  readonly code: string;
  readonly label: string;
  readonly checked: boolean;
}
export interface DrawPage {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly address: string;
  readonly csrf: string;
  readonly mistakes: readonly (Message & { readonly field: string })[];
  readonly groups: readonly {
    readonly code: string;
    readonly label: string;
    readonly checked: boolean;
    /** Something in it is ticked by itself. */
    readonly open: boolean;
    readonly parts: readonly (Pick & { readonly facets: readonly Pick[] })[];
  }[];
  /** Places the organisation fills, one thing a line; the last is for anything else. */
  readonly slots: readonly { readonly field: string; readonly label: string; readonly value: string }[];
}

const steps = [1, 2, 3, 4, 5] as const;
const mostOwn = 40;
const longestOwn = 200;

export function drawRoutes(ctx: Context, router: Router, frameworks: Frameworks): void {
  const framed = async (code: string) => (await frameworkOf(frameworks, code)).framework;

  router.get('/:project/frameworks/:framework/draw', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const framework = await framed(request.params.framework);
    const csrf = response.locals.csrf ?? '';
    const page = drawPage(workspace.project.code, framework, {}, [], csrf, workspace);
    await showStation(ctx, response, workspace, 'team/draw', page, {
      station: 'questionnaire',
      title: page.title,
      styles: ['frameworks.css', 'compare.css'],
    });
  });

  router.post('/:project/frameworks/:framework/draw', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const framework = await framed(request.params.framework);
    const { project } = workspace;
    const fields = fieldsOf(request);
    const picked = pickedIn(framework, fields);
    const own = ownIn(framework, fields);
    const mistakes = mistakesIn(framework, picked, own);
    if (mistakes.length > 0) {
      const csrf = response.locals.csrf ?? '';
      const page = drawPage(project.code, framework, fields, mistakes, csrf, workspace);
      return showStation(ctx, response, workspace, 'team/draw', page, {
        station: 'questionnaire',
        title: page.title,
        styles: ['frameworks.css', 'compare.css'],
        status: 422,
      });
    }
    const languages = ctx.texts.workspaceLanguages;
    const words = drawWords(ctx, framework);
    const texts = own.map(({ text }) => Object.fromEntries(languages.map((language) => [language, text])));
    const drawn = drawnQuestionnaire(framework, picked, texts, framework.code, languages, words);
    const survey = await newSurvey(ctx, project.code, drawn);
    const query = new URLSearchParams({ survey });
    response.redirect(303, `/team/${encodeURIComponent(project.code)}/edit?${query.toString()}`);
  });
}

function drawPage(
  project: string,
  framework: Framework,
  fields: Fields,
  mistakes: DrawPage['mistakes'],
  csrf: string,
  { language, say }: Words,
): DrawPage {
  const text = (value: Text) => inLanguage(value, language);
  const to = frameworkAddresses(teamFrameworks(project), framework.code);
  return {
    title: say({ key: 'frameworks.draw.title', values: { framework: text(framework.label) } }),
    lead: say({ key: 'frameworks.draw.lead' }),
    back: to.one,
    address: to.draw,
    csrf,
    mistakes,
    groups: pickGroups(framework).map(({ group, label: name, parts }) => ({
      code: group.code,
      label: text(name),
      checked: fields[`group.${group.code}`] !== undefined,
      open: parts.some((part) => codesOf(part).some((code) => fields[`part.${code}`] !== undefined)),
      parts: parts.map((part) => ({
        code: part.code,
        label: text(part.label),
        checked: fields[`part.${part.code}`] !== undefined,
        facets: part.facets.map((facet, place) => ({
          code: facetCode(part, place),
          label: text(facet),
          checked: fields[`part.${facetCode(part, place)}`] !== undefined,
        })),
      })),
    })),
    slots: [
      ...localSlots(framework).map(({ code, label }) => [code, text(label)] as const),
      ['own', say({ key: 'frameworks.draw.anything' })] as const,
    ].map(([code, label]) => ({ field: `slot.${code}`, label, value: fields[`slot.${code}`] ?? '' })),
  };
}

/** Codes that were ticked, by themselves or with their whole group. */
function pickedIn(framework: Framework, fields: Fields): readonly string[] {
  return pickGroups(framework).flatMap(({ group, parts }) => {
    const whole = fields[`group.${group.code}`] !== undefined;
    return parts.flatMap((part) =>
      codesOf(part).filter((code) => (whole && code === part.code) || fields[`part.${code}`] !== undefined),
    );
  });
}

/** A part and what it bundles, each to be picked by itself. */
function codesOf(part: Part): readonly string[] {
  return [part.code, ...part.facets.map((_, place) => facetCode(part, place))];
}

/** What was written in the places of one's own: a line each. */
function ownIn(
  framework: Framework,
  fields: Fields,
): readonly { readonly field: string; readonly text: string }[] {
  return [...localSlots(framework).map(({ code }) => code), 'own'].flatMap((code) =>
    (fields[`slot.${code}`] ?? '')
      .split(/\r?\n/)
      .map((text) => ({ field: `slot.${code}`, text: text.trim() }))
      .filter(({ text }) => text !== ''),
  );
}

function mistakesIn(
  framework: Framework,
  picked: readonly string[],
  own: readonly { readonly field: string; readonly text: string }[],
): DrawPage['mistakes'] {
  const wrong = (field: string, name: string) => [
    { field, key: `frameworks.draw.mistake.${name}`, values: { most: mostOwn, longest: longestOwn } },
  ];
  const [first] = pickGroups(framework);
  if (picked.length + own.length === 0) return wrong(`group.${first?.group.code ?? ''}`, 'nothing');
  const long = own.find(({ text }) => text.length > longestOwn);
  if (long) return wrong(long.field, 'long');
  return own.length > mostOwn ? wrong(own[0]?.field ?? '', 'many') : [];
}

function drawWords({ texts }: Context, framework: Framework): DrawWords {
  const languages = texts.workspaceLanguages;
  const text = (
    key: string,
    values: (language: string) => Record<string, string | number> = () => ({}),
  ): Text =>
    Object.fromEntries(
      languages.map((language) => [
        language,
        texts.say(language, `frameworks.draw.${key}`, values(language)),
      ]),
    );
  const named = (language: string) => ({
    framework: inLanguage(framework.label, language),
    version: framework.version,
  });
  return {
    start: startWords(texts, languages),
    title: text('surveyTitle', named),
    intro: text('intro', named),
    question: text('question'),
    importance: text('importance'),
    ability: text('ability'),
    importanceSteps: steps.map((step) => text(`importanceSteps.${step}`)),
    abilitySteps: steps.map((step) => text(`abilitySteps.${step}`)),
    notMine: text('notMine'),
    own: text('own'),
  };
}
