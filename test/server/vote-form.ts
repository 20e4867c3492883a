// A form of a vote filled in, whichever way it asks.
import type { Queries } from '../../server/db/open.ts';
import { offersOf } from '../../server/db/panel-comments.ts';

export type Form = Readonly<Record<string, string>>;

/** A form that says the same of the same needs whatever was drawn: the earlier code is put first. */
export async function voteFormOf(db: Queries, round: number, member: string): Promise<Form> {
  const form: Record<string, string> = {};
  for (const [list, offer] of Object.entries((await offersOf(db, 'klein', round, member)) ?? {})) {
    const say = (field: string, value: string) => {
      form[`${list}.${field}`] = value;
    };
    const sorted = [...offer.needs].sort();
    if (offer.way === 'piles') {
      sorted.forEach((need, index) => {
        say(`pile.${need}`, ['first', 'later', 'less'][index] ?? 'noOpinion');
      });
    } else if (offer.way === 'points') say(`points.${sorted[0]}`, '1');
    else if (offer.way === 'grid') {
      sorted.forEach((need, index) => {
        say(`effort.${need}`, String(1 + (index % 5)));
        say(`impact.${need}`, String(5 - (index % 5)));
      });
    } else if (offer.way === 'pairs') {
      offer.pairs.forEach(({ first, second }, index) => {
        say(`pair.${index + 1}`, first < second ? 'first' : 'second');
      });
    } else if (offer.way === 'sets') {
      offer.sets.forEach((set, index) => {
        const codes = [...set].sort();
        say(`best.${index + 1}`, codes[0] ?? '');
        say(`worst.${index + 1}`, codes.at(-1) ?? '');
      });
    }
  }
  return form;
}
