// How ballots become the order of a group, for anyone to work out by hand. It changes only with the program.
import { Router } from 'express';
import { type RoundWay, roundWays } from '../../../../analysis/panel/ways/vote.ts';
import { crossChecks, workedAgreement } from '../../../../analysis/panel/worked-example/cross-checks.ts';
import { orderExample } from '../../../../analysis/panel/worked-example/order-example.ts';
import type { Context } from '../../../context.ts';
import { workedAddress } from '../../worked-address.ts';
import { agreementStep, finalStep, pairsStep } from './check-steps.ts';
import { orderSteps } from './order-steps.ts';
import { type Speech, type Step, speechIn } from './steps.ts';
import { wayStepsOf } from './way-steps.ts';

export interface WorkedExamplePage {
  readonly title: string;
  readonly lead: string;
  readonly ways: readonly { readonly name: string; readonly address: string; readonly here: boolean }[];
  readonly steps: readonly Step[];
  /** The file in which the calculation itself can be read. */
  readonly file: string;
}

const filesOf: Readonly<Record<RoundWay, string>> = {
  order: 'analysis/panel/borda.ts',
  piles: 'analysis/panel/ways/piles.ts',
  points: 'analysis/panel/ways/points.ts',
  sets: 'analysis/panel/ways/sets.ts',
  pairs: 'analysis/panel/ways/pairs.ts',
  grid: 'analysis/panel/ways/grid.ts',
};

export function workedExampleRoutes(ctx: Context): Router {
  const router = Router();
  for (const way of roundWays) {
    router.get(way === 'order' ? '/' : `/${way}`, (_request, response) => {
      const { language } = response.locals;
      const speech = speechIn(language, (key, values) => ctx.texts.say(language, key, values));
      const page = pageOf(way, speech);
      const { title } = page;
      ctx.render(response, 'public/worked-example', page, {
        title,
        layout: 'report',
        styles: ['worked.css'],
      });
    });
  }
  return router;
}

function stepsOfOrder(speech: Speech): readonly Step[] {
  const example = orderExample();
  return [
    ...orderSteps(example, speech),
    pairsStep(example.top, crossChecks(example.top), speech),
    agreementStep(workedAgreement(example.top), example.shared, speech),
    finalStep(example, speech),
  ];
}

function pageOf(way: RoundWay, speech: Speech): WorkedExamplePage {
  const steps = way === 'order' ? stepsOfOrder(speech) : wayStepsOf[way](speech);
  return {
    title: speech.say(`title.${way}`),
    lead: speech.say(way === 'order' ? 'lead.order' : 'lead.way'),
    ways: roundWays.map((each) => ({
      name: speech.say(`name.${each}`),
      address: workedAddress(each),
      here: each === way,
    })),
    steps: steps.map((step, index) => ({
      ...step,
      title: speech.say('step', { number: index + 1, title: step.title }),
    })),
    file: filesOf[way],
  };
}
