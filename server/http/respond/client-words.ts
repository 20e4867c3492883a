// The few words the browser module fills itself, with places such as `{n}` where a number or name will come.
import type { Texts } from '../../texts.ts';

/** Words never change while the program runs, so they are put together once. */
const known = new WeakMap<Texts, Map<string, Readonly<Record<string, string>>>>();

/** Words per name, in one language. */
export function clientWords(texts: Texts, language: string): Readonly<Record<string, string>> {
  const languages = known.get(texts) ?? new Map<string, Readonly<Record<string, string>>>();
  known.set(texts, languages);
  const words = languages.get(language) ?? gather(texts, language);
  languages.set(language, words);
  return words;
}

function gather(texts: Texts, language: string): Readonly<Record<string, string>> {
  const say = (key: string, values: Record<string, string> = {}) =>
    texts.say(language, `respond.${key}`, values);
  return {
    rows: say('progress.rows', { answered: '{answered}', total: '{total}' }),
    count: say('grid.count', { answered: '{answered}', total: '{total}' }),
    instead: say('grid.instead', { answer: '{answer}' }),
    skipped: say('grid.skipped', { names: '{names}' }),
    and: say('grid.and'),
    open: say('grid.open'),
    change: say('grid.change'),
    fold: say('grid.fold'),
    undo: say('grid.undo'),
    ...counted(texts, language, 'left', 'respond.text.left'),
    ...counted(texts, language, 'over', 'respond.text.over'),
    ...counted(texts, language, 'found', 'respond.register.found'),
    ...savingWords(texts, language),
  };
}

/** What saving.js and lock.js say. */
function savingWords(texts: Texts, language: string): Record<string, string> {
  const say = (key: string) => texts.say(language, `saving.script.${key}`);
  return {
    savedAt: texts.say(language, 'respond.savedAt'),
    offline: say('offline'),
    offlineKept: say('offlineKept'),
    offlineNext: say('offlineNext'),
    online: say('online'),
    restored: say('restored'),
    conflict: say('conflict'),
    gone: say('gone'),
    refused: say('refused'),
    look: say('look'),
    retry: say('retry'),
    download: say('download'),
    file: say('file'),
    ...counted(texts, language, 'unread', 'saving.script.unread'),
    ...counted(texts, language, 'seconds', 'saving.script.seconds'),
  };
}

/** A message for one and one for more, because plural rules stay on the server: `left1` and `leftN`. */
function counted(texts: Texts, language: string, name: string, key: string): Record<string, string> {
  const many = 7;
  return {
    [`${name}0`]: texts.say(language, key, { count: 0 }),
    [`${name}1`]: texts.say(language, key, { count: 1 }),
    [`${name}N`]: texts.say(language, key, { count: many }).replace(String(many), '{n}'),
  };
}
