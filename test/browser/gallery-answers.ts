// What three people mean to answer to the gallery, page by page and question by question in its own words.
import type { Hands } from './gallery-hands.ts';
import { storedOfLeader, storedOfNewcomer, storedOfSilent } from './gallery-stored.ts';
import type { Stored } from './start-gallery.ts';

export interface AnsweredPage {
  readonly code: string;
  /** Words that stand on the page before anything is answered: what others do not see, and answers told back. */
  readonly sees?: readonly string[];
  /** Words of the definition that do not stand there. */
  readonly misses?: readonly string[];
  /** How many questions left open are asked for once more; then the page lets pass. */
  readonly askedOnceMore?: number;
  answer(you: Hands): Promise<void>;
}

export interface Visit {
  readonly who: string;
  readonly pages: readonly AnsweredPage[];
  readonly stored: Stored;
}

const consent = (you: Hands) => you.choose('Doe je mee?', 'Ik heb de uitleg gelezen en doe mee.');
const agree = 'Hoe eens?';
const often = 'Hoe vaak?';
const well = 'Hoe vlot?';

/** Leads a large library in Limburg: sees everything there is, and leaves almost nothing open. */
const leader: Visit = {
  who: 'who leads a large library and answers everything',
  pages: [
    {
      code: 'begin',
      answer: async (you) => {
        await consent(you);
        await you.library('In welke bib werk je?', 'linde', 'Bib Lindedorp');
        await you.choose('Wat doe je in de bib?', 'Leiding');
        await you.write('Hoe noem je je werk zelf?', 'Bibhoofd & <meer>');
      },
    },
    {
      code: 'keuzes',
      sees: ['Je werkt als Leiding.', 'Online samen'],
      answer: async (you) => {
        await you.choose('Hoe leer je het liefst?', 'Met een filmpje', 'Online samen', 'Anders');
        await you.write('Hoe leer je het liefst?', 'op een café', 'Anders');
        await you.choose('Wat telt het meest voor jou?', 'Tijd onder het werk', 'Geld', 'Een getuigschrift');
        await you.choose('Ben je tevreden over wat er is?', 'Eerder wel');
      },
    },
    {
      code: 'getallen',
      answer: async (you) => {
        await you.write('Met hoeveel zijn jullie?', '12');
        await you.write('Hoeveel uur per week werk je?', '19,5');
        await you.write('Hoe veranderde je budget?', '-1.250,75');
        await you.slide('Hoeveel van je werk is digitaal?', '60');
      },
    },
    {
      code: 'schalen',
      answer: async (you) => {
        await you.choose('Zou je werken in de bib aanraden?', '6');
        await you.choose('Hoe druk heb je het?', '4');
        await you.slide('Hoe warm mag het zijn in de leeszaal?', '20.5');
        await you.choose('Hoe zeker ben je van je antwoorden?', '7: heel zeker');
      },
    },
    {
      code: 'tijd',
      answer: async (you) => {
        await you.day('Wanneer volgde je je laatste opleiding?', '2024-03-01');
        await you.write('In welke maand wil je de volgende?', '9/2026');
        await you.write('Sinds welk jaar werk je in een bib?', '2009');
        await you.day('Wanneer kan je zeker niet?', '2026-07-01', 'Begin');
        await you.day('Wanneer kan je zeker niet?', '2026-08-15', 'Einde');
      },
    },
    {
      code: 'verdelen',
      sees: ['AI'],
      answer: async (you) => {
        const time = 'Waar gaat je tijd naartoe?';
        await you.write(time, '20', 'Balie');
        await you.write(time, '30', 'Collectie');
        await you.write(time, '40', 'Activiteiten');
        await you.write(time, '10', 'Al de rest');
        const first = 'Wat wil je eerst leren?';
        await you.place(first, 'AI', 1);
        await you.place(first, 'Zoeken', 2);
        await you.place(first, 'E-boeken', 3);
        await you.write('Je krijgt vijf munten. Wat koop je?', '3', 'Boeken');
        await you.write('Je krijgt vijf munten. Wat koop je?', '2', 'Koffie');
      },
    },
    {
      code: 'diensten',
      sees: ['App'],
      answer: async (you) => {
        await you.cell('Catalogus', often, 'Elke week');
        await you.cell('Catalogus', well, 'Vlot');
        await you.cell('Uitlenen', often, 'Ken ik niet');
        await you.cell('Kassa', often, 'Niet in onze bib');
        await you.cell('E-boeken', often, 'Nooit');
        await you.cell('E-boeken', well, 'Nooit geprobeerd');
        await you.whole('Hele groep niet in onze bib: Leren');
        await you.cell('App', often, 'Elke maand');
        await you.cell('App', well, 'Met hulp');
      },
    },
    {
      code: 'uitspraken',
      sees: ['Ik heb tijd om te leiden', 'iets kwijt over Met een filmpje, Online samen, Anders?'],
      answer: async (you) => {
        await you.cell('Ik kan genoeg leren', agree, 'Eerder niet');
        await you.cell('Ik help graag met een toestel', agree, 'Helemaal wel');
        await you.cell('Ik weet bij wie ik terechtkan', agree, 'Geen mening');
        await you.cell('Ik heb tijd om te leiden', agree, 'Helemaal niet');
        await you.write('Wil je nog iets kwijt over', 'Meer tijd, graag.');
      },
    },
    {
      code: 'leiding',
      sees: ['Hoeveel van je 12 volgden dit jaar een opleiding?'],
      answer: async (you) => {
        await you.write('Hoe leert je ploeg?', 'Op dinsdag, samen.');
        await you.write('volgden dit jaar een opleiding?', '5');
      },
    },
    {
      code: 'einde',
      answer: async (you) => {
        await you.pick('In welke provincie woon je?', 'Ergens anders');
        await you.write('Ergens anders', 'aan zee');
        await you.write('Wat ontbreekt er in deze galerij?', 'Niets: alles is er.');
      },
    },
  ],
  stored: storedOfLeader,
};

/** Works in a small library in Antwerpen: much is not shown, and for most there is a reason to give no answer. */
const newcomer: Visit = {
  who: 'who gives reasons instead of answers and sees what hangs on nothing',
  pages: [
    {
      code: 'begin',
      answer: async (you) => {
        await consent(you);
        await you.library('In welke bib werk je?', 'eik', 'Bib Eikstad');
        await you.choose('Wat doe je in de bib?', 'Iets anders');
        await you.write('Wat doe je in de bib?', 'toestellen', 'Iets anders');
      },
    },
    {
      code: 'keuzes',
      sees: ['Je werkt als Iets anders.'],
      misses: ['Online samen'],
      answer: async (you) => {
        await you.choose('Hoe leer je het liefst?', 'Ik wil niets leren');
        await you.choose('Waarom wil je niets leren?', 'Ik weet genoeg');
        await you.choose('Wat telt het meest voor jou?', 'Zeg ik liever niet');
        await you.choose('Ben je tevreden over wat er is?', 'Geen mening');
      },
    },
    {
      code: 'getallen',
      answer: async (you) => {
        await you.write('Met hoeveel zijn jullie?', '1');
        await you.choose('Hoeveel uur per week werk je?', 'Niet van toepassing');
        await you.choose('Hoe veranderde je budget?', 'Weet ik niet');
        await you.slide('Hoeveel van je werk is digitaal?', '0');
      },
    },
    { code: 'schalen', answer: (you) => you.choose('Zou je werken in de bib aanraden?', 'Weet ik niet') },
    {
      code: 'tijd',
      answer: async (you) => {
        await you.choose('Wanneer volgde je je laatste opleiding?', 'Niet van toepassing');
        await you.choose('Sinds welk jaar werk je in een bib?', 'Zeg ik liever niet');
        await you.choose('Wanneer kan je zeker niet?', 'Weet ik niet');
      },
    },
    {
      code: 'verdelen',
      misses: ['>AI<'],
      answer: async (you) => {
        await you.choose('Waar gaat je tijd naartoe?', 'Weet ik niet');
        await you.choose('Wat wil je eerst leren?', 'Weet ik niet');
      },
    },
    {
      code: 'diensten',
      misses: ['>App<'],
      answer: async (you) => {
        await you.cell('Catalogus', often, 'Een paar keer per jaar');
        await you.cell('Catalogus', well, 'De basis');
        await you.cell('Uitlenen', often, 'Niet in onze bib');
      },
    },
    {
      code: 'uitspraken',
      sees: ['iets kwijt over Ik wil niets leren?'],
      misses: ['Ik heb tijd om te leiden'],
      askedOnceMore: 3,
      answer: async () => {},
    },
    { code: 'einde', answer: async () => {} },
  ],
  stored: storedOfNewcomer,
};

/** Says as little as there must be: no library, no role, and whatever may stay open is left open twice. */
const silent: Visit = {
  who: 'who would rather not say and leaves open what may stay open',
  pages: [
    {
      code: 'begin',
      answer: async (you) => {
        await consent(you);
        await you.library('In welke bib werk je?', '', 'Zeg ik liever niet');
        await you.choose('Wat doe je in de bib?', 'Zeg ik liever niet');
      },
    },
    {
      code: 'keuzes',
      sees: ['Je werkt als medewerker.'],
      misses: ['Online samen'],
      askedOnceMore: 1,
      answer: async (you) => {
        await you.choose('Hoe leer je het liefst?', 'Weet ik niet');
        await you.choose('Ben je tevreden over wat er is?', 'Neutraal');
      },
    },
    {
      code: 'getallen',
      askedOnceMore: 1,
      answer: async (you) => {
        await you.write('Met hoeveel zijn jullie?', '500');
        await you.choose('Hoeveel uur per week werk je?', 'Zeg ik liever niet');
      },
    },
    { code: 'schalen', answer: (you) => you.choose('Zou je werken in de bib aanraden?', '10: zeker wel') },
    {
      code: 'tijd',
      askedOnceMore: 1,
      answer: (you) => you.write('Sinds welk jaar werk je in een bib?', '1999'),
    },
    {
      code: 'verdelen',
      sees: ['AI'],
      askedOnceMore: 1,
      answer: (you) => you.write('Waar gaat je tijd naartoe?', '100', 'Al de rest'),
    },
    {
      code: 'diensten',
      misses: ['>App<'],
      answer: async (you) => {
        await you.cell('Catalogus', often, 'Ken ik niet');
        await you.cell('Uitlenen', often, 'Elke maand');
      },
    },
    {
      code: 'uitspraken',
      sees: ['iets kwijt over leren?'],
      misses: ['Ik heb tijd om te leiden'],
      answer: async (you) => {
        await you.cell('Ik kan genoeg leren', agree, 'Neutraal');
        await you.cell('Ik help graag met een toestel', agree, 'Neutraal');
        await you.cell('Ik weet bij wie ik terechtkan', agree, 'Neutraal');
      },
    },
    { code: 'einde', answer: (you) => you.write('Wat ontbreekt er in deze galerij?', 'Twee\nregels') },
  ],
  stored: storedOfSilent,
};

export const visits: readonly Visit[] = [leader, newcomer, silent];
