// Placeholder words for tests, in two languages.
import type { StartWords } from '../../../surveys/editing/starts.ts';

const both = (words: string) => ({ nl: words, en: words });

export const startWords: StartWords = {
  welcome: { title: both('Welkom'), paragraph: both('Waarom?') },
  notice: [{ title: both('Wie ziet wat?'), text: both('[Schrijf wie de antwoorden ziet.]') }],
  thanks: { title: both('Dank je'), paragraph: both('Tot later.') },
  consent: { page: both('Meedoen'), label: both('Doe je mee?'), statement: both('Ik doe mee') },
  page: both('Nieuwe pagina'),
  question: both('Nieuwe vraag'),
  options: [both('Ja'), both('Nee'), both('Misschien')],
  row: both('Rij'),
  scale: both('Trede'),
  low: both('Weinig'),
  high: both('Veel'),
  paragraph: both('Uitleg'),
};
