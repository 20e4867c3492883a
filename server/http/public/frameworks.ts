// The frameworks that come with the program, for anyone: to read, and to hold their descriptions side by side. What a team made
// of them is the team's and is not here.
import { Router } from 'express';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { createFrameworks, frameworkOf } from '../../frameworks.ts';
import { frameworksFolder } from '../../paths.ts';
import { compareMistakes, readCompared } from '../frameworks/compare-form.ts';
import { comparePage } from '../frameworks/compare-view.ts';
import { frameworkPage } from '../frameworks/framework-view.ts';
import { frameworksPage } from '../frameworks/list-view.ts';
import { type FrameworkWords, publicFrameworks } from '../frameworks/words.ts';

export function publicFrameworkRoutes(ctx: Context): Router {
  const router = Router();
  const frameworks = createFrameworks(frameworksFolder, ctx.log);
  const wordsIn = (language: string): FrameworkWords => ({
    language,
    say: ({ key, values }) => ctx.texts.say(language, key, values),
  });

  router.get('/', async (_request, response) => {
    const page = frameworksPage(publicFrameworks, await frameworks(), wordsIn(response.locals.language));
    ctx.render(response, 'public/frameworks', page, { ...look, title: page.finding });
  });

  router.get('/:framework', async (request, response) => {
    const read = await frameworkOf(frameworks, request.params.framework);
    const role = typeof request.query.role === 'string' ? request.query.role : null;
    const page = frameworkPage(publicFrameworks, read, role, wordsIn(response.locals.language));
    ctx.render(response, 'public/framework', page, { ...look, title: page.finding });
  });

  router.get('/:framework/compare', async (request, response) => {
    const { framework } = await frameworkOf(frameworks, request.params.framework);
    const words = wordsIn(response.locals.language);
    const typed = readCompared(request, framework);
    const mistakes = compareMistakes(typed, framework);
    ctx.render(response, 'public/compare', comparePage(publicFrameworks, framework, typed, mistakes, words), {
      ...look,
      title: words.say({
        key: 'frameworks.compare.title',
        values: { framework: inLanguage(framework.label, words.language) },
      }),
      styles: [...look.styles, 'compare.css'],
      scripts: ['print-button.js'],
      status: mistakes.length > 0 ? 422 : 200,
    });
  });

  return router;
}

const look = { layout: 'report', styles: ['frameworks.css'] } as const;
