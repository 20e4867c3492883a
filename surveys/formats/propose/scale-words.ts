// Words that place an answer on an ordered scale, in Dutch, English, French, German and Danish: how much, how often,
// how well, agreement, satisfaction, change. Data for order-answers.ts.

/** What a word says of its answer. `point` is a place of its own, `strength` makes what follows stronger or weaker. */
export type ScaleWord =
  | { readonly kind: 'point'; readonly place: number }
  | { readonly kind: 'strength'; readonly place: number }
  | { readonly kind: 'not' | 'against' | 'almost' | 'filler' | 'middle' | 'yes' | 'no' };

/** Words of several parts, written as one word before an answer is read. Longer ones come first. */
export const phrases: readonly (readonly [phrase: RegExp, word: string])[] = [
  [/\b(neither|noch|ni|weder|hverken)\b.*\b(nor|noch|ni|eller)\b.*|\bniet\b.*[, ]niet\b.*/u, '=middle'],
  [
    /\b(no change|no difference|just right|about the same|the same|geen verschil|geen verandering|net goed|precies goed)\b.*/u,
    '=middle',
  ],
  [
    /\b(pas de changement|inchangé|keine veränderung|unverändert|gleich geblieben|ingen ændring|uændret)\b.*/u,
    '=middle',
  ],
  [/\bteils[ ,/]*teils\b|\bhverken[ -]eller\b|\bni l'un ni l'autre\b/u, '=middle'],
  [
    /\b(not at all|nothing at all|helemaal niet|helemaal geen|absoluut niet|totaal niet|volstrekt niet)\b/u,
    '=none',
  ],
  [
    /\b(pas du tout|überhaupt nicht|gar nicht|slet ikke|overhovedet ikke|none at all|not .* at all)\b/u,
    '=none',
  ],
  [
    /\b(little or no|weinig of geen|peu ou pas|wenig oder kein|lidt eller ingen|hardly any)\b/u,
    '=nearly-none',
  ],
  [/\b(a little|een beetje|un peu|ein wenig|ein bisschen|en smule|lidt)\b/u, '=slight'],
  [
    /\b(a lot|a great deal|very much|heel veel|zeer veel|heel erg|in hoge mate|beaucoup|sehr viel|sehr stark|i høj grad|rigtig meget)\b/u,
    '=much',
  ],
  [/\b(to some extent|in zekere mate|dans une certaine mesure|in gewissem maße|i nogen grad)\b/u, '=some'],
  [
    /\b(all of the time|all the time|de hele tijd|tout le temps|die ganze zeit|hele tiden|every time|elke keer)\b/u,
    '=always',
  ],
  [
    /\b(most of the time|meeste tijd|la plupart du temps|meistens|det meste af tiden|de fleste gange)\b/u,
    '=usually',
  ],
  [/\b(about )?half (of )?(the time|of it)\b|\b(de helft|la moitié|die hälfte|halvdelen)\b.*/u, '=half'],
  [
    /\b(once in a while|now and then|from time to time|af en toe|nu en dan|de temps en temps|ab und zu|en gang imellem|nogle gange)\b/u,
    '=sometimes',
  ],
  [/\b(hardly ever|almost never|bijna nooit|presque jamais|fast nie|næsten aldrig)\b/u, '=hardly'],
  [/\b(almost always|bijna altijd|presque toujours|fast immer|næsten altid)\b/u, '=nearly-always'],
  [/\b(tout à fait|voll und ganz|tout a fait)\b/u, '=complete'],
];

const words = (kind: 'point' | 'strength', place: number, list: string) =>
  list.split(' ').map((word) => [word, { kind, place }] as const);
const plainWords = (kind: Exclude<ScaleWord['kind'], 'point' | 'strength'>, list: string) =>
  list.split(' ').map((word) => [word, { kind }] as const);

/** A bare answer ("agree") stands at 2, its opposite at -2, the middle at 0. Places only order: they are no values. */
export const scaleWords: ReadonlyMap<string, ScaleWord> = new Map<string, ScaleWord>([
  ...plainWords('middle', '=middle neutral neutraal neutre weder neither undecided unchanged'),
  ...words(
    'point',
    -3.5,
    '=none never nooit jamais nie niemals aldrig none nothing niets geen rien aucun nichts kein keine intet ingen',
  ),
  ...words('point', -3, '=nearly-none =hardly'),
  ...words('point', -1, 'rarely seldom zelden rarement selten sjældent little few weinig peu wenig'),
  ...words(
    'point',
    1,
    '=some some enige quelques einige nogle noget =sometimes sometimes soms parfois manchmal occasionally',
  ),
  ...words('point', 1.5, '=half half'),
  ...words(
    'point',
    3,
    '=much much many veel viel extensive often vaak dikwijls souvent oft häufig ofte tit frequently regularly regelmatig',
  ),
  ...words('point', 3, 'most meeste plupart meisten fleste régulièrement regelmäßig'),
  ...words('point', 3.5, '=usually usually meestal généralement meistens normalement'),
  ...words('point', 4.5, '=nearly-always'),
  ...words('point', 5, '=always always altijd toujours immer altid all alles alle tout alt'),
  ...words('point', -2.5, 'novice beginner beginnend débutant anfänger nybegynder terrible'),
  ...words('point', 1, 'intermediate gemiddeld intermédiaire fair matig redelijk moyen mittel okay average'),
  ...words('point', 3, 'advanced gevorderd avancé fortgeschritten øvet'),
  ...words('point', 4, 'expert excellent uitstekend ausgezeichnet fremragende'),
  ...words('strength', 0.5, '=slight slightly lichtjes légèrement leicht'),
  ...words(
    'strength',
    1,
    'somewhat eerder enigszins deels plutôt eher teilweise delvist delvis tamelijk etwas partly',
  ),
  ...words('strength', 1.5, 'moderately mostly grotendeels modérément mäßig overvejende'),
  ...words('strength', 2.3, 'quite assez ziemlich ret fairly rather'),
  ...words(
    'strength',
    3,
    'very strongly zeer heel erg sterk très fortement sehr stark meget highly so too te zo trop zu for',
  ),
  ...words('strength', 4, 'extremely extreem uiterst extrêmement äußerst extrem ekstremt'),
  ...words(
    'strength',
    5,
    '=complete completely totally fully helemaal volledig volkomen totaal entièrement totalement complètement völlig vollkommen voll ganz helt fuldstændig',
  ),
  ...plainWords('not', 'not niet pas nicht ikke'),
  ...plainWords('almost', 'almost nearly bijna presque fast næsten'),
  ...plainWords(
    'against',
    'un dis disagree oneens unlikely onwaarschijnlijk uenig dissatisfied ontevreden insatisfait unzufrieden utilfreds',
  ),
  ...plainWords(
    'against',
    'less minder moins weniger mindre worse slechter pire schlechter dårligere bad slecht mauvais schlecht dårlig poor',
  ),
  ...plainWords(
    'against',
    'difficult hard moeilijk difficile schwer schwierig svært slow traag lent langsam langsom useless',
  ),
  ...plainWords(
    'filler',
    "d'accord only just alleen seulement nur kun agree eens akkoord enig einverstanden zustimmung satisfied tevreden satisfait zufrieden tilfreds likely waarschijnlijk",
  ),
  ...plainWords(
    'filler',
    'more meer plus mehr mere better beter mieux besser bedre good goed bon gut god easy makkelijk gemakkelijk facile let',
  ),
  ...plainWords(
    'filler',
    'fast snel rapide schnell hurtig important belangrijk wichtig vigtig useful nuttig utile nützlich nyttig well',
  ),
  ...plainWords('middle', 'equally evenveel gelijk autant gleich same'),
  ...plainWords(
    'filler',
    "of it the a an to me i am i'm it's now is are de het een le la les du d' der die das er og and en et und or",
  ),
  ...plainWords('yes', 'yes ja oui'),
  ...plainWords('no', 'no nee neen non nein nej'),
]);

/** Levels of education, the lowest first; the words an answer begins with or holds. */
export const educationLevels: readonly RegExp[] = [
  /^(less than|did not complete) high school|^(geen|lager onderwijs|basisonderwijs)|^(no diploma|none)/,
  /^lager secundair|^lower secondary/,
  /^high school|^hoger secundair|^upper secondary|^secundair/,
  /^some college/,
  /^associate|^vocational|^graduaat/,
  /^bachelor|^college (graduate|degree|or more)|^professionele bachelor/,
  /^(graduate|post ?-?graduate|master|academische)/,
  /^(doctora|phd|ph\.d)/,
];

/** Times a year of units of time; and numbers that are said in words. */
export const timesAYear: readonly (readonly [RegExp, number])[] = [
  [/\b(hourly|hours?|uur|heures?|stunden?)\b/, 8760],
  [/\b(daily|days?|dag(en|elijks)?|quotidien|jours?|täglich|tage?|dagligt?)\b/, 365],
  [/\b(weekly|weeks?|we(e)?k(en|elijks)?|hebdomadaire|semaines?|wöchentlich|wochen?|uger?|ugentligt?)\b/, 52],
  [/\b(monthly|months?|maand(en|elijks)?|mois|mensuel|monat(e|lich)?|måned(er|ligt)?)\b/, 12],
  [/\b(yearly|annually|years?|ja(a)?r(en|lijks)?|ans?|années?|jahre?|jährlich|år(ligt)?)\b/, 1],
];
export const numberWords: readonly (readonly [RegExp, number])[] = [
  [/\b(once|one|eens|één|une fois|einmal|en gang|every|elke|chaque|jede[nrs]?|hver)\b/, 1],
  [/\b(twice|two|twee|tweemaal|deux|zwei|zweimal|to gange)\b/, 2],
  [
    /\b(three|drie|driemaal|trois|drei|dreimal|several|a few|few|enkele|een paar|meerdere|plusieurs|mehrmals|einige|nogle|flere)\b/,
    3,
  ],
];
