// The needs catalogue as a value: needs, the indicators that give evidence for them, the advice per service
// and the few shares a report opens with. Declared as data, so that no line of code knows a survey.
import { z } from 'zod';
import { ownResultSchema } from './own-result.ts';
import { textSchema } from './questionnaire.ts';
import { sideBySideSchema } from './side-by-side.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');

/**
 * Respondents who gave one of `codes` on any of `variables`, or a number between the bounds. Base: respondents with a figure (not a missing
 * answer) on at least one of them. A name may end in `.*` for every variable of that row set; `except` leaves out.
 */
const selectionSchema = z
  .strictObject({
    variables: z.array(z.string()).min(1),
    except: z.array(z.string()).default([]),
    codes: z.array(z.string()).default([]),
    /** Instead of codes, of variables that are numbers: bounds that both belong to it. */
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
  })
  .refine(
    ({ codes, atLeast, atMost }) => codes.length > 0 || atLeast !== undefined || atMost !== undefined,
    'check.selectionSaysNothing',
  );

/** A figure may be limited by this many backgrounds (docs/rules.md, Subtraction). */
export const mostConditions = 2;
const conditionsSchema = z.array(selectionSchema).max(mostConditions, 'check.mostConditions').default([]);

const shareSchema = z.strictObject({
  /** The questionnaire's code; without it the project's first survey. */
  survey: code.optional(),
  /** The respondent counts when any of these selections holds; the base needs any of them to have a base. */
  any: z.array(selectionSchema).min(1),
  /** Only respondents for whom all of these hold: each some groups of one declared background. */
  where: conditionsSchema,
});

const remarkShareSchema = z.strictObject({
  questions: z.array(z.string()).min(1),
  /** A remark counts when it has one of the services (if any are named) and one of the themes (if any are named). */
  services: z.array(z.string()).default([]),
  themes: z.array(z.string()).default([]),
  /** A second dimension of theme: the same remark must have one of these too (if any are named). */
  alsoThemes: z.array(z.string()).default([]),
});

/** The kinds of source of docs/rules.md, Evidence; the published six are these with open answers inside the survey. */
export const evidenceKindSchema = z.enum([
  'survey',
  'open_answers',
  'panel',
  'interview',
  'desk_figures',
  'platform_study',
  'colleague_survey',
  'document',
  'other',
]);

/** Where the mean answer lies on its own scale, from one end (0) to the other (100). */
const meanSchema = z.strictObject({
  survey: code.optional(),
  /** A question with values, such as a scale. */
  variable: z.string(),
  /** Low answers tell of the need: the scale is read from its high end. */
  lowIsNeed: z.boolean().default(false),
  where: conditionsSchema,
});

/** The share of who rated both whose ability lies below the importance; the two scales are alike (docs/rules.md, Needs). */
const gapSchema = z.strictObject({
  survey: code.optional(),
  importance: z.string(),
  ability: z.string(),
  where: conditionsSchema,
});

/** What a sign counts in a survey; a share where nothing is said. */
function signOf<S extends 'survey' | 'colleague_survey'>(source: S) {
  const head = { source: z.literal(source), label: textSchema };
  return z.discriminatedUnion('measure', [
    z.strictObject({ ...head, measure: z.literal('share').optional(), share: shareSchema }),
    z.strictObject({ ...head, measure: z.literal('mean'), mean: meanSchema }),
    z.strictObject({ ...head, measure: z.literal('gap'), gap: gapSchema }),
  ]);
}

/** One measured sign of a need: always between nothing and everything of a stated base, so that scores need no scaling. */
const indicatorSchema = z.discriminatedUnion('source', [
  signOf('survey'),
  signOf('colleague_survey'),
  z.strictObject({ source: z.literal('open_answers'), label: textSchema, remarks: remarkShareSchema }),
  z.strictObject({ source: z.literal('interview'), label: textSchema }),
  z.strictObject({
    source: z.literal('desk_figures'),
    label: textSchema,
    categories: z.array(z.string()).min(1),
  }),
]);

/**
 * Two ratings of the same thing, for the established gap scores. `values: percent` maps the scales linearly to 0-100.
 * With a third rating, `minimum` (the least one settles for), importance reads as what one wishes for and ability as
 * what one gets.
 */
const discrepancySchema = z.strictObject({
  importance: z.string(),
  ability: z.string(),
  minimum: z.string().optional(),
  values: z.enum(['asIs', 'percent']),
});

/** Who chose the words of a need: the project team, or the team together with the sounding board. */
export const wordingAuthors = ['team', 'panel'] as const;

const wordingSchema = z.strictObject({
  /** Day from which the need had these words; left out for those it began with. */
  on: z.iso.date().optional(),
  by: z.enum(wordingAuthors),
  label: textSchema,
  explanation: textSchema.optional(),
});

const needSchema = z.strictObject({
  code,
  parent: code.nullable().default(null),
  /** As published, beside the editable parent (AMB-5). */
  published: z.strictObject({ parent: code.nullable(), order: z.int() }).optional(),
  label: textSchema,
  explanation: textSchema.optional(),
  /** What the need bundles, where it is more than one thing. */
  facets: z.array(textSchema).min(1).max(12).optional(),
  /** Its words through time, the last of which it has now; left out while it has those it began with. */
  wordings: z.array(wordingSchema).min(2).max(200).optional(),
  indicators: z.array(indicatorSchema).default([]),
  discrepancy: discrepancySchema.optional(),
});

/** One condition of a verdict: the share of codes on the frequency or mastery scale, in percent of its base. */
const verdictConditionSchema = z.strictObject({
  on: z.enum(['frequency', 'mastery']),
  codes: z.array(z.string()).min(1),
  atLeast: z.number().min(0).max(100).optional(),
  atMost: z.number().min(0).max(100).optional(),
  above: z.number().min(0).max(100).optional(),
  /** What the condition counts, for the bracket under the bar and the sentence: "gebruikt het elke maand". */
  label: textSchema,
});
const verdictSchema = z.strictObject({
  code,
  label: textSchema,
  conditions: z.array(verdictConditionSchema).min(1),
  /** ICU message with {name}, and {count0} {base0} {percent0} for the first condition, {count1} … for the next. */
  reason: textSchema,
});
const servicesSchema = z.strictObject({
  /** Scale variables of the grid that asks use and mastery per service. */
  frequency: code,
  mastery: code,
  /** Codes of the frequency scale that mean the service is used often enough to need skill. */
  frequentCodes: z.array(z.string()).min(1),
  /** Multiple choice over the same services: "which would you first like to know better". */
  wanted: code.optional(),
  /** Weights 0-1 of mastery codes in "not independent": nothing 1, with help 1, basics 0.5. */
  dependence: z.record(z.string(), z.number().min(0).max(1)),
  verdicts: z.array(verdictSchema).min(1),
  /** Said when no rule holds. */
  none: textSchema,
});

/** The two dimensions open answers are coded in. */
export const codingDimensions = ['services', 'themes'] as const;
export type CodingDimension = (typeof codingDimensions)[number];

const consentSchema = z.strictObject({
  variables: z.array(z.string()).length(1),
  codes: z.array(z.string()).min(1),
});

/** Who can do what: a row set with a variable per skill (`B2` for `B2.wise` …), and which answers mean that somebody can. */
const skillsSchema = z.strictObject({
  survey: code.optional(),
  variables: code,
  able: z.array(z.string()).min(1),
  /** Answers, also on another row set over the same rows, that say somebody cannot: never used it, never tried it. */
  unable: z.array(z.strictObject({ variables: code, codes: z.array(z.string()).min(1) })).default([]),
  /** Only what these said: who answers about others says nothing of what they can do themselves. */
  where: conditionsSchema,
  /** By which answer people agree that their own team sees its classes when fewer than five answered. */
  consent: consentSchema.optional(),
});

/** A named share of the survey that reports and pages lead with, such as "fewer than five years in the sector". */
const highlightSchema = z.strictObject({ code, label: textSchema, share: shareSchema });

/** The same thing asked before and after: a paired change. */
const comparisonSchema = z.strictObject({
  code,
  label: textSchema,
  before: z.string(),
  after: z.string(),
});

/** A question 0-10 "would you recommend this"; gives the net recommend score. */
const recommendSchema = z.strictObject({ variable: z.string() });

const codebookEntrySchema = z.strictObject({
  code,
  label: textSchema,
  /** When to give the code and when not, for who codes. */
  description: textSchema.optional(),
  /** Words, or how they begin, that make the code a proposal. */
  keywords: z.array(z.string().min(1).max(60)).max(60).optional(),
  /** Not offered any more; what has it keeps it. */
  retired: z.literal(true).optional(),
});

/** One change of the codebook by the team. */
const codebookChangeSchema = z.strictObject({
  at: z.iso.datetime(),
  /** The role in the team of who did it. */
  role: z.string(),
  what: z.enum(['added', 'renamed', 'described', 'retired', 'returned', 'removed']),
  dimension: z.enum(codingDimensions),
  code,
  /** Its name before, where that changed or went. */
  was: textSchema.optional(),
});

/** How open answers are coded: two dimensions (services and themes), and which questions they come from. */
const codingSchema = z.strictObject({
  questions: z.array(z.string()).min(1),
  services: z.array(codebookEntrySchema).min(1),
  themes: z.array(codebookEntrySchema).min(1),
  /** By which answer people agree that a sentence of theirs may be quoted; without it nothing is. */
  quoteConsent: consentSchema.optional(),
  /** The newest last; left out while the codebook is as it began. */
  changes: z.array(codebookChangeSchema).max(1000).optional(),
});

/** Words a report may put beside a share; the figure always stands next to it (docs/rules.md, Report). First match wins. */
const verbalSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  /** Whether `from` itself is excluded, as in "more than 50". */
  above: z.boolean().default(false),
  label: textSchema,
});

export const needsCatalogueSchema = z.strictObject({
  format: z.literal('nodenkaart/needs/1'),
  /** None yet, in a project that has only begun. */
  needs: z.array(needSchema),
  services: servicesSchema.optional(),
  skills: skillsSchema.optional(),
  highlights: z.array(highlightSchema).default([]),
  comparisons: z.array(comparisonSchema).default([]),
  recommend: recommendSchema.optional(),
  /** The answer by which people agree that their own library sees its answers on its page, small as it may be. */
  ownAnswers: consentSchema.optional(),
  /** What everybody who answered gets back, for themselves alone. */
  ownResult: ownResultSchema.optional(),
  sideBySide: z.array(sideBySideSchema).default([]),
  coding: codingSchema.optional(),
  verbal: z.array(verbalSchema).default([]),
  /** Background questions by which figures may be split or filtered, at most two at once. */
  background: z.array(z.string()).default([]),
});

export type NeedsCatalogue = z.infer<typeof needsCatalogueSchema>;
export type Need = z.infer<typeof needSchema>;
export type Wording = z.infer<typeof wordingSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;
export type ShareDefinition = z.infer<typeof shareSchema>;
export type MeanDefinition = z.infer<typeof meanSchema>;
export type GapDefinition = z.infer<typeof gapSchema>;
export type Selection = z.infer<typeof selectionSchema>;
export type RemarkShare = z.infer<typeof remarkShareSchema>;
export type ServiceRules = z.infer<typeof servicesSchema>;
export type SkillRules = z.infer<typeof skillsSchema>;
export type Consent = z.infer<typeof consentSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type VerdictCondition = z.infer<typeof verdictConditionSchema>;
export type CodingFrame = z.infer<typeof codingSchema>;
export type CodebookEntry = CodingFrame['services'][number];

/** What a sign counts in a survey. */
export type Counted = ShareDefinition | MeanDefinition | GapDefinition;

/** What a sign counts of a survey; null for remarks, interviews and tickets. */
export function countedBy(indicator: Indicator): Counted | null {
  if ('share' in indicator) return indicator.share;
  if ('mean' in indicator) return indicator.mean;
  return 'gap' in indicator ? indicator.gap : null;
}
