// Proposing a quote: the words of a remark or a paraphrase of them, the needs they are about, and where they came from.
import type { Request, Response, Router } from 'express';
import { minimums } from '../../../../analysis/disclosure/minimums.ts';
import type { ProjectAnalysis } from '../../../../analysis/results/project.ts';
import { type GivenAnswer, rareWordsIn } from '../../../../surveys/coding/rare-words.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import type { AnswerKey } from '../../../db/coded-answers.ts';
import { type AnswerRemark, remarksOfAnswers } from '../../../db/remarks.ts';
import { unknownPage } from '../../../errors.ts';
import { analyseProject } from '../../../operations/analyse-project.ts';
import { agreedToQuotes, proposeQuote } from '../../../operations/quote-answer.ts';
import { fieldOf } from '../access.ts';
import type { FormMistake } from '../round-form.ts';
import { addressOf } from './answer-view.ts';
import {
  type CodingDesk,
  deskPage,
  languageOfAnswers,
  openCodingDesk,
  questionAsked,
} from './coding-desk.ts';

export interface CodingQuotePage {
  readonly csrf: string;
  readonly back: string;
  readonly text: string;
  readonly lang: string;
  /** Words by which few people could be known; empty without any. */
  readonly rare: string;
  readonly paraphrase: string;
  readonly source: string;
  readonly needs: readonly { readonly code: string; readonly label: string; readonly checked: boolean }[];
  readonly mistakes: readonly FormMistake[];
}

interface Typed {
  readonly paraphrase: string;
  readonly source: string;
  readonly needs: readonly string[];
}

type Asked = Request<{ project: string; question: string; response: string; remark: string }>;

const longest = { paraphrase: 600, source: 160 } as const;

export function quoteFormRoutes(ctx: Context, router: Router): void {
  const address = '/:project/coding/q/:question/:response/quote/:remark';
  const open = async (request: Asked, response: Response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    const question = questionAsked(desk, request);
    const key = { survey: desk.survey.code, question, response: request.params.response };
    const db = ctx.db.kysely;
    const remarks = (await remarksOfAnswers(db, key.survey, question, [key.response])).get(key.response);
    const remark = remarks?.find(({ id }) => id === request.params.remark);
    if (!remark || remark.text === '') throw unknownPage();
    if (!(await agreedToQuotes(db, key.survey, desk.frame, key.response))) throw unknownPage();
    return { desk, key, remark };
  };

  router.get(address, async (request: Asked, response) => {
    const { desk, key, remark } = await open(request, response);
    const source = desk.say({ key: 'coding-desk.quote.sourceUsual' });
    await show(ctx, response, desk, key, remark, { paraphrase: '', source, needs: [] }, []);
  });

  router.post(address, async (request: Asked, response) => {
    const { desk, key, remark } = await open(request, response);
    const { project, language } = desk;
    const words = (name: keyof typeof longest) =>
      desk.mask(fieldOf(request, name).replaceAll('\r\n', '\n').trim());
    const typed = {
      paraphrase: words('paraphrase'),
      source: words('source'),
      needs: project.catalogue.needs
        .map(({ code }) => code)
        .filter((code) => fieldOf(request, `need.${code}`) === '1'),
    };
    const mistakes = judge(typed);
    if (mistakes.length > 0) return show(ctx, response, desk, key, remark, typed, mistakes);
    const { paraphrase, source, needs } = typed;
    const spoken = languageOfAnswers(desk) || language;
    const text = paraphrase || desk.mask(remark.text);
    const told = paraphrase ? desk.say({ key: 'coding-desk.quote.paraphrased', values: { source } }) : source;
    const quote = { needs, text: { [spoken]: text }, source: { [language]: told } };
    if (!(await proposeQuote(ctx, project.code, desk.frame, key, quote))) throw unknownPage();
    response.redirect(303, `/team/${project.code}/coding/quotes`);
  });
}

function judge({ paraphrase, source, needs }: Typed): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `coding-desk.quote.${key}`, values });
  if (paraphrase.length > longest.paraphrase) wrong('paraphrase', 'tooLong', { most: longest.paraphrase });
  if (source === '') wrong('source', 'sourceMissing');
  if (source.length > longest.source) wrong('source', 'tooLong', { most: longest.source });
  if (needs.length === 0) wrong('needs', 'needMissing');
  return mistakes;
}

async function show(
  ctx: Context,
  response: Response,
  desk: CodingDesk,
  { question, response: id }: AnswerKey,
  remark: AnswerRemark,
  typed: Typed,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { project, language } = desk;
  const text = desk.mask(remark.text);
  const analysis = await analyseProject(ctx, project.code, { reader: 'team' });
  const about = answersAboutOneself(analysis, project.catalogue.background, language);
  const page: CodingQuotePage = {
    csrf: response.locals.csrf ?? '',
    back: addressOf(desk, question, id),
    text,
    lang: languageOfAnswers(desk),
    rare: rareWordsIn(`${text} ${typed.paraphrase}`, about, minimums.anything).join(', '),
    paraphrase: typed.paraphrase,
    source: typed.source,
    needs: project.catalogue.needs.map(({ code, label }) => ({
      code,
      label: `${code} ${inLanguage(label, language)}`,
      checked: typed.needs.includes(code),
    })),
    mistakes,
  };
  const title = desk.say({ key: 'coding-desk.quote.title' });
  const status = mistakes.length > 0 ? 422 : 200;
  ctx.render(response, 'team/coding-quote', page, deskPage(desk, response, { title, status }));
}

/** What people answered about themselves, as far as the team may see how many did; what it may not see counts as few. */
function answersAboutOneself(
  { surveys }: ProjectAnalysis,
  background: readonly string[],
  language: string,
): readonly GivenAnswer[] {
  return (surveys[0]?.questions ?? []).flatMap((question) =>
    question.kind === 'distributions'
      ? question.distributions
          .filter(({ variable }) => background.includes(variable))
          .flatMap(({ categories }) => categories)
          .map(({ label, share }) => ({ label: inLanguage(label, language), count: share.count ?? 0 }))
      : [],
  );
}
