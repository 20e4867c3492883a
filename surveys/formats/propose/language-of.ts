// Which of the five languages the words of a file are most likely in.

const languages = ['nl', 'en', 'fr', 'de', 'da'] as const;

/** Short words that are frequent in one language and rare in the others. */
const tellTales: Readonly<Record<(typeof languages)[number], RegExp>> = {
  nl: /\b(de|het|een|van|je|jij|u|uw|jouw|hoe|welke|wat|niet|geen|ik|voor|met|bij|ja|nee|neen|of|tevreden|vaak|nooit)\b/gi,
  en: /\b(the|you|your|how|which|what|not|i|for|with|do|does|is|are|yes|no|or|of|often|never|agree)\b/gi,
  fr: /\b(le|la|les|des|vous|votre|vos|comment|quel|quelle|quels|que|pas|je|pour|avec|est|oui|non|ou|jamais|souvent)\b/gi,
  de: /\b(der|die|das|ein|eine|sie|ihr|ihre|wie|welche|welcher|was|nicht|kein|ich|für|mit|ist|ja|nein|oder|nie|oft)\b/gi,
  da: /\b(det|den|et|du|din|dit|dine|hvordan|hvilke|hvilken|hvad|ikke|jeg|til|med|er|ja|nej|eller|aldrig|ofte|hvor)\b/gi,
};

/** The language with the most of its small words in these texts; English where there are none. */
export function languageOf(texts: readonly string[]): (typeof languages)[number] {
  const words = texts.join(' ').slice(0, 50_000);
  const found = languages.map((language) => ({
    language,
    count: words.match(tellTales[language])?.length ?? 0,
  }));
  const best = found.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count === 0 ? 'en' : best.language;
}
