// Scales that many questionnaires have, to begin with: in every language of the questionnaire the workspace speaks.
import { type ScalePreset, scalePresets } from '../../../../surveys/editing/blocks.ts';
import type { Questionnaire, Scale, Text } from '../../../../surveys/questionnaire.ts';
import type { Texts } from '../../../texts.ts';

const looks: Readonly<Record<ScalePreset, Scale['look']>> = {
  agreement: 'agreement',
  frequency: 'frequency',
  mastery: 'mastery',
  satisfaction: 'agreement',
  importance: 'sequential',
};

/** Five places and "I do not know"; null for a preset there is not. */
export function presetScale(texts: Texts, { languages }: Questionnaire, name: string): Scale | null {
  const preset = scalePresets.find((each) => each === name);
  if (!preset) return null;
  const spoken = languages.filter((language) => texts.workspaceLanguages.includes(language));
  const text = (key: string): Text =>
    spoken.length === 0
      ? { [languages[0] ?? 'en']: texts.say('en', key) }
      : Object.fromEntries(spoken.map((language) => [language, texts.say(language, key)]));
  const places = [1, 2, 3, 4, 5].map((value) => ({
    code: String(value),
    label: text(`editor.preset.${preset}.${value}`),
    value,
  }));
  const unsure = { code: 'N', label: text('editor.preset.unsure'), missing: 'dontKnow' as const };
  return { look: looks[preset], options: [...places, unsure] };
}
