// The few words the browser module fills itself, with places such as `{n}` where a number or name will come.
import type { Texts } from '../../texts.ts';

/** Words per name, in one language. */
export function clientWords(texts: Texts, language: string): Readonly<Record<string, string>> {
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
    find: say('register.find'),
    ...counted(texts, language, 'left', 'text.left'),
    ...counted(texts, language, 'over', 'text.over'),
    ...counted(texts, language, 'found', 'register.found'),
  };
}

/** A message for one and one for more, because plural rules stay on the server: `left1` and `leftN`. */
function counted(texts: Texts, language: string, name: string, key: string): Record<string, string> {
  const many = 7;
  return {
    [`${name}0`]: texts.say(language, `respond.${key}`, { count: 0 }),
    [`${name}1`]: texts.say(language, `respond.${key}`, { count: 1 }),
    [`${name}N`]: texts.say(language, `respond.${key}`, { count: many }).replace(String(many), '{n}'),
  };
}
