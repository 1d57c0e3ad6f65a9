/** Asks the core's part for web pages, which is loaded when somebody first asks. */
import { browser } from 'wxt/browser';
import { CoreHost } from '../engine/core';
import type { AuditAnswer, AuditRequest, Failure, UiLanguage } from '../generated/protocol';
import { lookAtPicture, readTab } from './read-tab';

let loading: Promise<CoreHost> | null = null;

function siteCore(): Promise<CoreHost> {
  loading ??= fetch(browser.runtime.getURL('/site.wasm' as never))
    .then((response) => response.arrayBuffer())
    .then((bytes) => CoreHost.create(bytes));
  return loading;
}

export interface PageAudit {
  url: string;
  /** Whether the server gave the page once more; without that, scripts may have made the tags. */
  sent: boolean;
  answer: AuditAnswer | Failure;
}

/** Rejects where the browser lets nobody look into the tab. */
export async function auditTab(tab: number, uiLang: UiLanguage): Promise<PageAudit> {
  const [{ request, sent }, core] = await Promise.all([readTab(tab), siteCore()]);
  const full: AuditRequest = { op: 'audit', uiLang, ...request };
  const { url } = request.page;
  const first = core.call(full);
  const image = first.ok ? first.extracted.image : undefined;
  if (!image || !/^(?:og|twitter):/.test(image.from) || !/^https?:/.test(image.text))
    return { url, sent, answer: first };
  full.image = await lookAtPicture(tab, url, image.text);
  return { url, sent, answer: core.call(full) };
}
