/** What X and Bluesky themselves make of posts (twitter-text, @atproto/api), beside what the command says. */
import { RichText } from '@atproto/api';
import twitter from 'twitter-text';
import { ask } from './ask';

interface Span {
  start: number;
  end: number;
}
export interface Analysis {
  utf16: number;
  codePoints: number;
  urls: Span[];
  hashtags: Span[];
  mentions: Span[];
  cashtags: Span[];
  emoji: Span[];
  facets?: { type: string; byteStart: number; byteEnd: number }[];
  networks: { network: string; used: number; limit: number; fits?: number }[];
}

export const analyze = (texts: string[], network: string) =>
  ask<Analysis>(texts.map((text) => ({ op: 'analyze', network, text })));

export interface Row {
  what: string;
  agree: number;
  /** Apart only because twitter-text knows no emoji after version 11. */
  oldEmoji: number;
  differ: { text: string; ours: string; theirs: string }[];
}

const row = (what: string): Row => ({ what, agree: 0, oldEmoji: 0, differ: [] });

function note(row: Row, text: string, ours: unknown, theirs: unknown): void {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (a === b) row.agree++;
  else row.differ.push({ text, ours: a, theirs: b });
}

type Entity = ReturnType<typeof twitter.extractEntitiesWithIndices>[number];
const isEmpty = (value: unknown) => value === undefined;

export function withX(texts: string[]): Row[] {
  const rows = {
    length: row('weighted length'),
    urls: row('links'),
    hashtags: row('hashtags'),
    mentions: row('mentions'),
    cashtags: row('cashtags'),
  };
  for (const [i, answer] of analyze(texts, 'x').entries()) {
    const text = texts[i] ?? '';
    const used = answer.networks.find(({ network }) => network === 'x')?.used ?? 0;
    const theirs = twitter.parseTweet(text).weightedLength;
    // What each emoji by itself counts too much there.
    const excess = answer.emoji.reduce((sum, { start, end }) => {
      const weight = twitter.parseTweet(text.slice(start, end)).weightedLength;
      return sum + weight - 2;
    }, 0);
    if (used !== theirs && used === theirs - excess) rows.length.oldEmoji++;
    else note(rows.length, text, used, theirs);
    const entities = twitter.extractEntitiesWithIndices(text);
    const spans = (is: (entity: Entity) => boolean) =>
      entities.filter(is).map(({ indices: [start, end] }) => ({ start, end }));
    // Also those that a mention before them hides: they count 23 all the same.
    const urls = twitter.extractUrlsWithIndices(text).map(({ indices: [start, end] }) => ({ start, end }));
    note(rows.urls, text, answer.urls, urls);
    note(
      rows.hashtags,
      text,
      answer.hashtags,
      spans((entity) => !isEmpty(entity.hashtag)),
    );
    note(
      rows.mentions,
      text,
      answer.mentions,
      spans((entity) => !isEmpty(entity.screenName)),
    );
    note(
      rows.cashtags,
      text,
      answer.cashtags,
      spans((entity) => !isEmpty(entity.cashtag)),
    );
  }
  return Object.values(rows);
}

export function withBluesky(texts: string[]): Row[] {
  const rows = { length: row('graphemes'), facets: row('facets') };
  for (const [i, answer] of analyze(texts, 'bluesky').entries()) {
    const text = texts[i] ?? '';
    const rich = new RichText({ text });
    rich.detectFacetsWithoutResolution();
    const theirs = (rich.facets ?? []).map(({ index, features: [feature] }) => ({
      type: feature?.$type.split('#')[1],
      byteStart: index.byteStart,
      byteEnd: index.byteEnd,
    }));
    note(rows.length, text, answer.networks.find(({ network }) => network === 'bluesky')?.used, rich.graphemeLength);
    note(rows.facets, text, answer.facets, theirs);
  }
  return Object.values(rows);
}

export function printRows(rows: Row[], posts: number, examples = 3): void {
  console.log(`| over ${posts} posts | agree | emoji after version 11 | differ |\n|---|---|---|---|`);
  for (const { what, agree, oldEmoji, differ } of rows) {
    console.log(`| ${what} | ${agree} | ${oldEmoji} | ${differ.length} |`);
  }
  for (const { what, differ } of rows) {
    for (const { text, ours, theirs } of differ.slice(0, examples)) {
      console.log(`${what}: ${JSON.stringify(text)}\n  ours ${ours}\n  theirs ${theirs}`);
    }
  }
}
