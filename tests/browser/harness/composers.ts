// Every composer of the demo pages: where it is, how it is opened, where its post button is.
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';
import type { EditorName } from './editors';

export interface ComposerShape {
  title: string;
  editor: EditorName;
  url: string;
  /** What to press before the editor is there. */
  opener?: string;
  /** The editable element. */
  editable: string;
  submit: string;
  kind: 'post' | 'comment' | 'reply';
  network: 'linkedin' | 'x';
}

const feed = 'https://www.linkedin.com/feed/';

/** Playwright's selectors go through open shadow roots by themselves. */
export const composers: ComposerShape[] = [
  {
    title: 'LinkedIn post (Quill 2 in an open shadow root)',
    editor: 'post',
    url: feed,
    opener: '.share-box-feed-entry__trigger',
    editable: '#interop-outlet .ql-editor',
    submit: '#interop-outlet .share-actions__primary-action',
    kind: 'post',
    network: 'linkedin',
  },
  {
    title: 'LinkedIn post, older (Quill 1 in the light DOM)',
    editor: 'post',
    url: `${feed}?ui=classic`,
    opener: '.share-box-feed-entry__trigger',
    editable: '.share-box-v2__modal .ql-editor',
    submit: '.share-box-v2__modal .share-actions__primary-action',
    kind: 'post',
    network: 'linkedin',
  },
  {
    title: 'LinkedIn comment, older (Quill 1)',
    editor: 'commentClassic',
    url: feed,
    editable: '.comments-comment-box .ql-editor',
    submit: '.comments-comment-box__submit-button',
    kind: 'comment',
    network: 'linkedin',
  },
  {
    title: 'LinkedIn comment (tiptap)',
    editor: 'comment',
    url: feed,
    editable: '[data-view-name="comment-box"] .tiptap',
    submit: '[data-view-name="comment-post"]',
    kind: 'comment',
    network: 'linkedin',
  },
  {
    title: 'X post in the page (Draft.js)',
    editor: 'inline',
    url: 'https://x.com/home',
    editable: '[data-testid="primaryColumn"] [data-testid="tweetTextarea_0"]',
    submit: '[data-testid="tweetButtonInline"]',
    kind: 'post',
    network: 'x',
  },
  {
    title: 'X post in the modal (Draft.js)',
    editor: 'modal',
    url: 'https://x.com/home',
    opener: '[data-testid="SideNav_NewTweet_Button"]',
    editable: '[role="dialog"] [data-testid="tweetTextarea_0"]',
    submit: '[data-testid="tweetButton"]',
    kind: 'post',
    network: 'x',
  },
  {
    title: 'X reply (Draft.js)',
    editor: 'reply',
    url: 'https://x.com/demo/status/1',
    editable: '[data-testid="inline_reply_offscreen"] [data-testid="tweetTextarea_0"]',
    submit: '[data-testid="tweetButtonInline"]',
    kind: 'reply',
    network: 'x',
  },
];

export function composerCalled(part: string): ComposerShape {
  const found = composers.find((composer) => composer.title.startsWith(part));
  if (!found) throw new Error(`There is no composer called ${part}.`);
  return found;
}

/** Opens the page, the composer in it, and puts the caret into its editor with the mouse. */
export async function openComposer(chromium: Chromium, shape: ComposerShape): Promise<Page> {
  const page = await chromium.open(shape.url);
  if (shape.opener) await page.click(shape.opener);
  await page.click(shape.editable);
  return page;
}
