// What a sign says now, in the words of its own label.
import type { Share } from '../../../analysis/figure.ts';
import type { Indicator } from '../../../surveys/needs-catalogue.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { shareView } from './page-parts.ts';
import type { Words } from './workspace.ts';

/** "12 van de 40 (30%) vinden niet wat ze zoeken", or why there is no such sentence yet. */
export function previewWords(indicator: Indicator | null, share: Share | null, words: Words): string {
  if (!indicator) return words.say({ key: 'catalogue.preview.unfinished' });
  if (!share || share.base === 0) return words.say({ key: 'catalogue.preview.nothing' });
  const { figure, of } = shareView(share, words);
  const label = inLanguage(indicator.label, words.language);
  if (share.openness === 'withheld') return words.say({ key: 'catalogue.preview.tooFew' });
  return of === ''
    ? words.say({ key: 'catalogue.preview.counts', values: { figure, label } })
    : words.say({ key: 'catalogue.preview.share', values: { figure, of, label } });
}
