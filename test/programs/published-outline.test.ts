// The outline that was published in 2024, point by point, in every form the report leaves in: page, one file, PDF and Word.
// A point is named as the specification numbers it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../set-up/find-program.ts';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

const outline: Readonly<Record<string, readonly string[]>> = {
  'OOO-04': [
    'Deze acties zijn een selectie',
    'Structuur brengen in de inhoud van het leerplatform',
    'De zoekfunctie van het leerplatform verbeteren',
    'Een kalender met opleidingen voor starters',
    'Een kalender met verdiepende opleidingen',
    'Uitleggen hoe de servicedesk werkt',
  ],
  'OOO-13': ['eind oktober 2023', 'Oproep voor de klankbordgroep'],
  'OOO-14': ['een neus voor opleiding', 'in hun eigen bib opleiden', 'vinden dat het beter kan'],
  'OOO-15': ['23 november 2023', 'Kennismaking en eerste lijst van noden, online'],
  'OOO-16': ['begin 2024', 'Noden samen verwoorden, ter plaatse'],
  'OOO-17': ['maart 2024', 'Noden op volgorde zetten, online'],
  'OOO-18': ['4 december 2023', 'Bevraging naar de bibs'],
  'OOO-26': ['28%', '85 van de 304 bibliotheken'],
  'OOO-27': ['Help ons je beter helpen: 108 antwoorden'],
  'OOO-28': ['36 van de 108 werken minder dan 5 jaar in de sector'],
  'OOO-29': ['54 van de 108 werken minder dan 10 jaar in de sector'],
  'OOO-30': ['werken voltijds of minstens 4/5'],
  'OOO-33': ['Weten wat je van de ondersteuning mag verwachten'],
  'OOO-34': ['Iemand aan de telefoon krijgen'],
  'OOO-35': ["Een vlottere start voor nieuwe collega's"],
  'OOO-36': ['Een lagere drempel voor beginners'],
  'OOO-37': ['Basisinformatie op papier'],
  'OOO-38': ['Herhalen en verdiepen'],
  'OOO-39': ['Een leerplatform waar je snel vindt wat je zoekt'],
  'OOO-40': ['Een oplossing voor wie zich moeilijk verplaatst'],
  'OOO-41': ['Elkaar zien: uitwisselen met bibs uit de regio'],
  'OOO-42': ['Een vormingsplan in de eigen bib'],
  'OOO-43': ['Meer tijd om te leren'],
  'OOO-44': [
    'Ervaringen uitwisselen',
    'Mensen uit andere bibs leren kennen',
    'Elkaar geregeld terugzien in de regio',
  ],
  'OOO-45': ['Korte interviews: 6 bibs'],
  'OOO-46': ['nakijken of er geen nood ontbrak'],
  'OOO-47': ['mogelijke oplossingen aftoetsen'],
  'OOO-48': ['keer herkend in een interview'],
  'OOO-49': ['Onderbouwd door 6 van de 6 bronnen', 'Onderbouwd door 3 van de 6 bronnen'],
  'OOO-50': ['Vaststelling', 'Aanbeveling', 'Orden de inhoud van het leerplatform per dienst en niveau'],
  'OOO-51': ['Bevraging'],
  'OOO-52': ['Klankbordgroep: 5 leden'],
  'OOO-53': ['interview'],
  'OOO-54': ['Servicedesk: 1.412 meldingen'],
  'OOO-55': ['Vooronderzoek op het leerplatform'],
  'OOO-56': ['24 antwoorden van eigen collega’s'],
  'OOO-60': ['101 van de 108 gebruiken Wise elke maand', 'is ‘nooit’ het meest gegeven antwoord'],
  'OOO-61': ['79 van de 104 gebruikers kennen de basis of werken er vlot mee', 'enkel met een hulplijn'],
  'OOO-62': ['Advies per dienst', 'minstens 50% onbekend of nooit gebruikt'],
  'OOO-63': ['daarom verdiepen en herhalen'],
  'OOO-64': ['59 van de 108 kennen E-boeken niet of gebruiken het nooit: daarom verkennen'],
  'OOO-65': ['5 van de 60 gebruikers snappen niets van Bieblo: daarom uitleggen'],
  'OOO-66': ['vast', 'waarschijnlijk', 'mogelijk'],
  'OOO-67': [
    '92 van de 108 gebruiken het leerplatform elke maand',
    '94 van de 108 gebruiken de servicedesk elke maand',
  ],
  'OOO-68': ['Wat vind je het sterkst in het aanbod?', '41%', '31%'],
  'OOO-69': ['Wat zou jij veranderen?', '28%', '12%', '22%'],
  'OOO-70': ['100 opmerkingen', '50 opmerkingen'],
  'OOO-71': ['gecodeerd per dienst en per thema'],
};

let app: App;
const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-outline-'));
beforeAll(async () => {
  app = await startDemonstration({ now: () => new Date('2024-03-28T10:00:00Z') });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app?.stop();
});

const bytesAt = async (path: string) => new Uint8Array(await (await fetch(app.address + path)).arrayBuffer());
/** Words alone: tags gone, signs as themselves, every space a single one. */
const plain = (text: string) =>
  text
    .replaceAll(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(?:39|x27);|&apos;/g, "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0\u202f\u2060]+/g, ' ');
/** A table's cells and a paragraph's neighbours do not run into each other. */
const spaced = (markup: string) =>
  markup.replaceAll(/<(?!\/?(?:a|b|i|em|strong|span|w:r|w:t|w:rPr)\b)/g, ' <');

const forms: readonly (readonly [string, () => Promise<string>])[] = [
  ['the page', async () => plain(spaced(strFromU8(await bytesAt('/r/ooo'))))],
  ['the page in one file', async () => plain(spaced(strFromU8(await bytesAt('/r/ooo/1/file'))))],
  [
    'the PDF',
    async () => {
      const file = join(folder, 'report.pdf');
      writeFileSync(file, await bytesAt('/r/ooo/1/report.pdf'));
      return plain(
        execFileSync(findProgram(['/usr/bin/pdftotext'], 'poppler-utils'), ['-raw', file, '-'], {
          encoding: 'utf8',
        }),
      );
    },
  ],
  [
    'the Word file',
    async () => {
      const parts = unzipSync(await bytesAt('/r/ooo/1/report.docx'));
      return plain(spaced(strFromU8(parts['word/document.xml'] ?? new Uint8Array())));
    },
  ],
];

describe('the published outline', () => {
  it.each(forms)('stands whole in %s', async (_form, words) => {
    const text = await words();
    const missing = Object.entries(outline).flatMap(([point, phrases]) =>
      phrases.filter((phrase) => !text.includes(phrase)).map((phrase) => `${point}: ${phrase}`),
    );
    expect(missing).toEqual([]);
    // Each of the eleven needs says which of the six sources speak for it.
    expect(text.match(/Onderbouwd door \d van de 6 bronnen/g)).toHaveLength(11);
  });
});
