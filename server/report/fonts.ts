// The font files of paper outputs: Atkinson Hyperlegible Next as on screen, with others behind it for scripts it does not have.
import { join } from 'node:path';
import { packagesFolder } from '../paths.ts';

const files = [
  'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
  'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

/** Paths of the files, the ones to look in first before the others. */
export function fontFiles(): readonly string[] {
  return files.map((file) => join(packagesFolder, '@expo-google-fonts', file));
}
