// The follow-up page as a feed one can subscribe to: Atom (RFC 4287), an entry per change and one for the report itself.
// Ids are made of what an entry is about, so they stay the same when the server moves.
import { createHash } from 'node:crypto';
import type { FollowUp } from '../../analysis/report/follow-up.ts';
import { xmlWords } from '../../surveys/formats/xml-words.ts';
import { entryWords } from './follow-up-view.ts';
import type { ReportWords } from './report-words.ts';

export interface FeedSource {
  readonly report: string;
  /** Moments are ISO 8601. */
  readonly versions: readonly { readonly version: number; readonly publishedAt: string }[];
  readonly title: string;
  /** Whose report it is. */
  readonly author: string;
  /** Address of the report without a slash at its end, such as `https://bib.example/r/ooo`. */
  readonly address: string;
  readonly followed: FollowUp;
}

/** Entries a feed keeps: readers have the older ones already. */
const mostEntries = 50;

/** The feed in the language of the words, the newest entry first. */
export function followUpFeed(source: FeedSource, words: ReportWords): string {
  const { report, title, address, followed } = source;
  const { language } = words;
  const page = `${address}/follow-up?lang=${language}`;
  const entries = [
    ...followed.changes.map((change) => ({
      id: idOf([report, 'action', change.action, change.at, String(change.place)]),
      at: change.at,
      link: page,
      ...entryWords(change, followed, words),
    })),
    ...source.versions.map(({ version, publishedAt }) => ({
      id: idOf([report, 'version', String(version)]),
      at: publishedAt,
      link: `${address}/${version}?lang=${language}`,
      title: words.t('follow-up.feed.published', { title, version }),
      text: words.t('follow-up.feed.publishedText'),
    })),
  ]
    .sort((one, other) => other.at.localeCompare(one.at) || one.id.localeCompare(other.id))
    .slice(0, mostEntries);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${idOf([report, 'feed', language])}</id>`,
    `<title>${xmlWords(words.t('follow-up.feed.title', { title }))}</title>`,
    `<updated>${entries[0]?.at ?? '1970-01-01T00:00:00Z'}</updated>`,
    `<author><name>${xmlWords(source.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlWords(`${address}/follow-up/feed-${language}.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlWords(page)}"/>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        `<id>${entry.id}</id>`,
        `<title>${xmlWords(entry.title)}</title>`,
        `<updated>${entry.at}</updated>`,
        `<link rel="alternate" type="text/html" href="${xmlWords(entry.link)}"/>`,
        `<summary>${xmlWords(entry.text)}</summary>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}

/** A UUID (RFC 9562, version 8) of what an entry is about, as a URN. */
function idOf(about: readonly string[]): string {
  const hex = createHash('sha256').update(about.join('\0')).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
