// What three people mean to answer to the gallery, question by question in its own words, and what must be stored of it.
import type { Hands } from './gallery-hands.ts';
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

/** `name answer | name answer`, over as many lines as it takes. */
function stored(lines: string): Stored {
  const entries = lines
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => [entry.split(' ')[0] ?? '', entry.slice(entry.indexOf(' ') + 1)]);
  return Object.fromEntries(entries);
}

const consent = (you: Hands) => you.choose('Doe je mee?', 'Ik heb de uitleg gelezen en doe mee.');
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
        await you.cell('Ik kan genoeg leren', 'Hoe eens?', 'Eerder niet');
        await you.cell('Ik help graag met een toestel', 'Hoe eens?', 'Helemaal wel');
        await you.cell('Ik weet bij wie ik terechtkan', 'Hoe eens?', 'Geen mening');
        await you.cell('Ik heb tijd om te leiden', 'Hoe eens?', 'Helemaal niet');
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
  stored: stored(`
    library bib-1
    meedoen yes | bib given | rol leiding | rol.anders.text (skipped) | naamrol Bibhoofd & <meer>
    leren.filmpje 1 | leren.collega 0 | leren.cursus 0 | leren.proberen 0 | leren.lezen 0 | leren.online 1
    leren.anders 1 | leren.niets 0 | leren.anders.text op een café | waaromniets (notShown)
    belangrijk.rust 0 | belangrijk.tijd 1 | belangrijk.geld 1 | belangrijk.collegas 0 | belangrijk.leiding 0
    belangrijk.dichtbij 0 | belangrijk.diploma 1 | belangrijk.geen 0 | tevreden 4
    collegas 12 | uren 19.5 | budget -1250.75 | digitaal 60
    aanraden 6 | druk 4 | warmte 20.5 | wiebel 7
    dag 2024-03-01 | maand 2026-09 | jaar 2009 | verlof.begin 2026-07-01 | verlof.end 2026-08-15
    punten.balie 20 | punten.collectie 30 | punten.activiteiten 40 | punten.rest 10
    volgorde.e-boeken 3 | volgorde.zoeken 2 | volgorde.hulp unranked | volgorde.cijfers unranked | volgorde.ai 1
    munten.boeken 3 | munten.stoelen 0 | munten.koffie 2
    vaak.catalogus 4 | vaak.uitlenen 0 | vaak.reserveren (skipped) | vaak.kassa N (notApplicable)
    vaak.ledenbeheer (skipped) | vaak.zelfuitleen (skipped) | vaak.printen (skipped)
    vaak.ebooks 1 | vaak.luisterboeken (skipped) | vaak.kranten (skipped) | vaak.tijdschriften (skipped)
    vaak.films (skipped) | vaak.muziek (skipped)
    vaak.cursussen N (notApplicable) | vaak.digipunt N (notApplicable) | vaak.robots N (notApplicable)
    vaak.games N (notApplicable) | vaak.website (skipped) | vaak.nieuwsbrief (skipped) | vaak.app 3
    vlot.catalogus 3 | vlot.uitlenen (notShown) | vlot.reserveren (skipped) | vlot.kassa (notShown)
    vlot.ledenbeheer (skipped) | vlot.zelfuitleen (skipped) | vlot.printen (skipped)
    vlot.ebooks N (notApplicable) | vlot.luisterboeken (skipped) | vlot.kranten (skipped)
    vlot.tijdschriften (skipped) | vlot.films (skipped) | vlot.muziek (skipped)
    vlot.cursussen (notShown) | vlot.digipunt (notShown) | vlot.robots (notShown) | vlot.games (notShown)
    vlot.website (skipped) | vlot.nieuwsbrief (skipped) | vlot.app 1
    eens.leren 2 | eens.helpen 5 | eens.vragen W (dontKnow) | eens.leiden 1 | woorden Meer tijd, graag.
    ploeg Op dinsdag, samen. | opgeleid 5
    gemeente anders | gemeente.anders.text aan zee | slot Niets: alles is er.`),
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
  stored: stored(`
    library bib-2
    meedoen yes | bib given | rol anders | rol.anders.text toestellen | naamrol (skipped)
    leren.filmpje 0 | leren.collega 0 | leren.cursus 0 | leren.proberen 0 | leren.lezen 0 | leren.online (notShown)
    leren.anders 0 | leren.niets 1 | leren.anders.text (skipped) | waaromniets genoeg
    belangrijk.rust liever-niet (preferNotToSay) | belangrijk.tijd liever-niet (preferNotToSay)
    belangrijk.geld liever-niet (preferNotToSay) | belangrijk.collegas liever-niet (preferNotToSay)
    belangrijk.leiding liever-niet (preferNotToSay) | belangrijk.dichtbij liever-niet (preferNotToSay)
    belangrijk.diploma liever-niet (preferNotToSay) | belangrijk.geen liever-niet (preferNotToSay)
    tevreden W (dontKnow)
    collegas 1 | uren nvt (notApplicable) | budget weet-niet (dontKnow) | digitaal 0
    aanraden weet-niet (dontKnow) | druk (skipped) | warmte (skipped) | wiebel (notShown)
    dag nvt (notApplicable) | maand (skipped) | jaar liever-niet (preferNotToSay)
    verlof.begin weet-niet (dontKnow) | verlof.end weet-niet (dontKnow)
    punten.balie weet-niet (dontKnow) | punten.collectie weet-niet (dontKnow)
    punten.activiteiten weet-niet (dontKnow) | punten.rest weet-niet (dontKnow)
    volgorde.e-boeken weet-niet (dontKnow) | volgorde.zoeken weet-niet (dontKnow)
    volgorde.hulp weet-niet (dontKnow) | volgorde.cijfers weet-niet (dontKnow) | volgorde.ai (notShown)
    munten.boeken (skipped) | munten.stoelen (skipped) | munten.koffie (skipped)
    vaak.catalogus 2 | vaak.uitlenen N (notApplicable) | vaak.reserveren (skipped) | vaak.kassa (skipped)
    vaak.ledenbeheer (skipped) | vaak.zelfuitleen (skipped) | vaak.printen (skipped)
    vaak.ebooks (skipped) | vaak.luisterboeken (skipped) | vaak.kranten (skipped) | vaak.tijdschriften (skipped)
    vaak.films (skipped) | vaak.muziek (skipped) | vaak.cursussen (skipped) | vaak.digipunt (skipped)
    vaak.robots (skipped) | vaak.games (skipped) | vaak.website (skipped) | vaak.nieuwsbrief (skipped)
    vaak.app (notShown)
    vlot.catalogus 2 | vlot.uitlenen (notShown) | vlot.reserveren (skipped) | vlot.kassa (skipped)
    vlot.ledenbeheer (skipped) | vlot.zelfuitleen (skipped) | vlot.printen (skipped)
    vlot.ebooks (skipped) | vlot.luisterboeken (skipped) | vlot.kranten (skipped) | vlot.tijdschriften (skipped)
    vlot.films (skipped) | vlot.muziek (skipped) | vlot.cursussen (skipped) | vlot.digipunt (skipped)
    vlot.robots (skipped) | vlot.games (skipped) | vlot.website (skipped) | vlot.nieuwsbrief (skipped)
    vlot.app (notShown)
    eens.leren (skipped) | eens.helpen (skipped) | eens.vragen (skipped) | eens.leiden (notShown)
    woorden (skipped) | ploeg (notShown) | opgeleid (notShown)
    gemeente (skipped) | gemeente.anders.text (skipped) | slot (skipped)`),
};

export const visits: readonly Visit[] = [leader, newcomer];
