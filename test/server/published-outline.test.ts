// The report of the OOO demonstration beside what was published in 2024: each need, finding, recommendation, action,
// date and figure of that outline stands on the page, as fact and in words of our own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../set-up/start-app.ts';
import { startDemonstration } from '../set-up/start-demonstration.ts';

let app: App;
/** The words of the article, tags gone and spaces single: what a reader reads. */
let page: string;
beforeAll(async () => {
  app = await startDemonstration({ now: () => new Date('2024-03-28T10:00:00Z') });
  const { text } = await app.visitor().get('/r/ooo');
  page = wordsOf(text.slice(text.indexOf('<article'), text.indexOf('</article>')));
});
afterAll(() => app?.stop());

function wordsOf(html: string): string {
  return html
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0\u2060]+/g, ' ');
}

describe('the report of the demonstration holds the published outline', () => {
  test.each([
    ['FIG-01: share of libraries', '28% van de bibliotheken deed mee: 85 van 304'],
    ['FIG-02: answers', '108 ingevulde vragenlijsten'],
    ['FIG-03: a third under five years', '36 van de 108 werken minder dan 5 jaar in de sector (een derde)'],
    ['FIG-04: half under ten years', '54 van de 108 werken minder dan 10 jaar in de sector (de helft)'],
    ['FIG-05: most at least four fifths', 'werken voltijds of minstens 4/5 (de meerderheid)'],
    ['FIG-06: platform monthly', 'gebruiken het leerplatform elke maand (de overgrote meerderheid)'],
    ['FIG-07: desk monthly', 'gebruiken de servicedesk elke maand (de overgrote meerderheid)'],
    [
      'FIG-08 and 10: platform strongest and to change, on two bases',
      'Leerplatform Wat vind je het sterkst in het aanbod? 41 100 41% Wat zou jij veranderen? 14 50 28%',
    ],
    [
      'FIG-09 and 11: desk',
      'Servicedesk Wat vind je het sterkst in het aanbod? 31 100 31% Wat zou jij veranderen? 6 50 12%',
    ],
    ['FIG-12: training', 'Wat zou jij veranderen? 11 50 22%'],
    ['FIG-13: remarks per service and per theme', 'gecodeerd per dienst en per thema'],
    ['FIG-14: collections often never used', '59 van de 108 kennen E-boeken niet of gebruiken het nooit'],
    ['FIG-14: the answer given most', 'Bij elke digitale collectie is ‘nooit’ het meest gegeven antwoord'],
    ['FIG-15: a few understand nothing', '5 van de 60 gebruikers snappen niets van Bieblo'],
    ['FIG-16: basics known', '79 van de 104 gebruikers kennen de basis of werken er vlot mee'],
    ['FIG-17: interviews', 'Korte interviews: 6 bibs'],
    ['FIG-18 and 19: members and meetings', 'Klankbordgroep: 5 leden, 3 bijeenkomsten'],
    ['FIG-20: actions', '5 publieke acties'],
    ['FIG-21: kinds of sources', '6 soorten bronnen naast elkaar gelegd'],
  ])('%s', (_figure, words) => expect(page).toContain(words));

  test('FIG-22: eleven needs, two under the third and what the panel put apart, each with its evidence', () => {
    const needs = [
      'Weten wat je van de ondersteuning mag verwachten',
      'Iemand aan de telefoon krijgen',
      "Een vlottere start voor nieuwe collega's",
      'Een lagere drempel voor beginners',
      'Basisinformatie op papier',
      'Herhalen en verdiepen',
      'Een leerplatform waar je snel vindt wat je zoekt',
      'Een oplossing voor wie zich moeilijk verplaatst',
      'Elkaar zien: uitwisselen met bibs uit de regio',
      'Een vormingsplan in de eigen bib',
      'Meer tijd om te leren',
    ];
    for (const need of needs) expect(page).toContain(`${need} Onderbouwd door`);
    expect(page.match(/ Onderbouwd door \d van de 6 bronnen/g)).toHaveLength(needs.length);
    for (const facet of [
      'Ervaringen uitwisselen',
      'Mensen uit andere bibs leren kennen',
      'Elkaar geregeld terugzien in de regio',
    ])
      expect(page).toContain(facet);
  });

  test('six sources, by name', () => {
    for (const source of [
      'Help ons je beter helpen: 108 antwoorden',
      'Klankbordgroep: 5 leden',
      'Korte interviews: 6 bibs',
      'Servicedesk: 1.412 meldingen',
      'Vooronderzoek op het leerplatform',
      'antwoorden van eigen collega’s',
    ])
      expect(page).toContain(source);
  });

  test('the dates of the process in their order, with the survey between the meetings', () => {
    const dates = [
      'eind oktober 2023 Oproep voor de klankbordgroep',
      '23 november 2023 Kennismaking en eerste lijst van noden, online',
      '4 december 2023 Bevraging naar de bibs',
      'begin 2024 Noden samen verwoorden, ter plaatse',
      'maart 2024 Noden op volgorde zetten, online',
    ].map((date) => page.indexOf(date));
    expect(dates.every((place) => place > 0)).toBe(true);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });

  test('whom the call looked for, and what the interviews were for', () => {
    for (const words of [
      'een neus voor opleiding',
      "collega's in hun eigen bib opleiden",
      'vinden dat het beter kan',
      'nakijken of er geen nood ontbrak',
      'mogelijke oplossingen aftoetsen',
    ])
      expect(page).toContain(words);
  });

  test('findings with how sure they are, recommendations that rest on them, and both released quotes', () => {
    for (const words of [
      'Vaststelling vast Bij Wise en de website zit de basis',
      'Vaststelling mogelijk Digitale collecties blijven vaak ongebruikt',
      'Vaststelling waarschijnlijk',
      'Het leerplatform is het sterkst gewaardeerd, maar de helft vindt er niet snel wat ze zoekt',
      'Aanbeveling Orden de inhoud van het leerplatform per dienst en niveau',
      'Aanbeveling Plan per dienst een vervolg en een jaarlijkse opfrissing. Steunt op: Bij Wise en de website',
      'Er staat zo veel op dat ik niet weet waar ik moet beginnen',
      'Wise kan vast veel meer dan wat wij ermee doen',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Oude en nieuwe cursussen staan door elkaar');
    expect(page.match(/Vaststelling (?:vast|waarschijnlijk|mogelijk) /g)).toHaveLength(12);
    expect(page.match(/Aanbeveling [A-Z]/g)).toHaveLength(10);
  });

  test('the rule behind each advice, with its threshold and what it says of a service', () => {
    for (const words of [
      'daarom verkennen',
      'daarom uitleggen',
      '101 van de 108 gebruiken Wise elke maand; 79 van de 104 gebruikers kennen de basis of werken er vlot mee: daarom verdiepen en herhalen',
      'Verkennen minstens 50% onbekend of nooit gebruikt',
      'Uitleggen 5 tot 25% snapt er niets van',
      'Verdiepen en herhalen minstens 50% elke maand, minstens 60% basis of vlot',
    ])
      expect(page).toContain(words);
  });

  test('five public actions, said to be a selection, and no internal one', () => {
    const actions = page.slice(page.indexOf('Wat er publiek is aangekondigd'));
    for (const action of [
      'Structuur brengen in de inhoud van het leerplatform',
      'De zoekfunctie van het leerplatform verbeteren',
      'Een kalender met opleidingen voor starters',
      'Een kalender met verdiepende opleidingen ter plaatse, hybride en online',
      'Uitleggen hoe de servicedesk werkt',
      'Deze acties zijn een selectie',
    ])
      expect(actions).toContain(action);
    expect(page).not.toContain('Meldingen indelen naar reden');
    expect(page).not.toContain('zoekopdrachten zonder resultaat');
  });

  test('whom to ask, by role', () => {
    expect(page).toContain('Neem contact op met de projectleider');
  });
});
