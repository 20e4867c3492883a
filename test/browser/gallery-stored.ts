// What must be stored of each visit to the gallery, variable by variable: written by hand, from what was meant.
import type { Stored } from './start-gallery.ts';

/** `name answer | name answer`, over as many lines as it takes; ⏎ stands for the end of a line in an answer. */
function stored(lines: string): Stored {
  const entries = lines
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => [entry.split(' ')[0] ?? '', entry.slice(entry.indexOf(' ') + 1).replace('⏎', '\n')]);
  return Object.fromEntries(entries);
}

/** Of who leads a large library in Limburg. */
export const storedOfLeader = stored(`
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
    gemeente anders | gemeente.anders.text aan zee | slot Niets: alles is er.`);

/** Of who works in a small library in Antwerpen. */
export const storedOfNewcomer = stored(`
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
    gemeente (skipped) | gemeente.anders.text (skipped) | slot (skipped)`);

/** Of who would rather not say. */
export const storedOfSilent = stored(`
    library (none)
    meedoen yes | bib decline (preferNotToSay) | rol liever-niet (preferNotToSay) | rol.anders.text (skipped)
    naamrol (skipped)
    leren.filmpje weet-niet (dontKnow) | leren.collega weet-niet (dontKnow) | leren.cursus weet-niet (dontKnow)
    leren.proberen weet-niet (dontKnow) | leren.lezen weet-niet (dontKnow) | leren.online (notShown)
    leren.anders weet-niet (dontKnow) | leren.niets weet-niet (dontKnow) | leren.anders.text (skipped)
    waaromniets (notShown)
    belangrijk.rust (skipped) | belangrijk.tijd (skipped) | belangrijk.geld (skipped)
    belangrijk.collegas (skipped) | belangrijk.leiding (skipped) | belangrijk.dichtbij (skipped)
    belangrijk.diploma (skipped) | belangrijk.geen (skipped) | tevreden 3
    collegas 500 | uren liever-niet (preferNotToSay) | budget (skipped) | digitaal (skipped)
    aanraden 10 | druk (skipped) | warmte (skipped) | wiebel (notShown)
    dag (skipped) | maand (skipped) | jaar 1999 | verlof.begin (skipped) | verlof.end (skipped)
    punten.balie 0 | punten.collectie 0 | punten.activiteiten 0 | punten.rest 100
    volgorde.e-boeken (skipped) | volgorde.zoeken (skipped) | volgorde.hulp (skipped)
    volgorde.cijfers (skipped) | volgorde.ai (skipped)
    munten.boeken (skipped) | munten.stoelen (skipped) | munten.koffie (skipped)
    vaak.catalogus 0 | vaak.uitlenen 3 | vaak.reserveren (skipped) | vaak.kassa (skipped)
    vaak.ledenbeheer (skipped) | vaak.zelfuitleen (skipped) | vaak.printen (skipped)
    vaak.ebooks (skipped) | vaak.luisterboeken (skipped) | vaak.kranten (skipped) | vaak.tijdschriften (skipped)
    vaak.films (skipped) | vaak.muziek (skipped) | vaak.cursussen (skipped) | vaak.digipunt (skipped)
    vaak.robots (skipped) | vaak.games (skipped) | vaak.website (skipped) | vaak.nieuwsbrief (skipped)
    vaak.app (notShown)
    vlot.catalogus (notShown) | vlot.uitlenen (skipped) | vlot.reserveren (skipped) | vlot.kassa (skipped)
    vlot.ledenbeheer (skipped) | vlot.zelfuitleen (skipped) | vlot.printen (skipped)
    vlot.ebooks (skipped) | vlot.luisterboeken (skipped) | vlot.kranten (skipped) | vlot.tijdschriften (skipped)
    vlot.films (skipped) | vlot.muziek (skipped) | vlot.cursussen (skipped) | vlot.digipunt (skipped)
    vlot.robots (skipped) | vlot.games (skipped) | vlot.website (skipped) | vlot.nieuwsbrief (skipped)
    vlot.app (notShown)
    eens.leren 3 | eens.helpen 3 | eens.vragen 3 | eens.leiden (notShown)
    woorden (skipped) | ploeg (notShown) | opgeleid (notShown)
    gemeente (skipped) | gemeente.anders.text (skipped) | slot Twee⏎regels`);
