/**
 * What the person is doing beside the side panel: the page in front and the draft open in it. Read from the tab itself
 * each time; nothing of it is stored.
 */
import { browser } from 'wxt/browser';
import type { TabMessages } from '../messages';

export interface Surroundings {
  page: { url: string; title: string } | null;
  draft: TabMessages['readDraft'][1];
}

type TabMessageType = keyof TabMessages;

async function ask<T extends TabMessageType>(
  tabId: number,
  type: T,
  body: TabMessages[T][0],
): Promise<TabMessages[T][1] | null> {
  try {
    // Answered by our content script, typed by TabMessages.
    return ((await browser.tabs.sendMessage(tabId, { type, body })) as TabMessages[T][1] | undefined) ?? null;
  } catch {
    // No content script of ours in that tab.
    return null;
  }
}

/**
 * The tabs the person may mean, likeliest first: the one in front; where that is this very page, because the panel is
 * open in a tab, those looked at before it.
 */
async function candidateTabs(): Promise<number[]> {
  const own = await browser.tabs.getCurrent();
  const tabs = await browser.tabs.query({ currentWindow: true });
  const others = tabs.filter((tab) => tab.id !== own?.id && (own !== undefined || tab.active));
  others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return others.flatMap(({ id }) => (id === undefined ? [] : [id])).slice(0, 5);
}

export async function readSurroundings(): Promise<Surroundings> {
  const [front] = await candidateTabs();
  if (front === undefined) return { page: null, draft: null };
  const tab = await browser.tabs.get(front);
  // The address is there only where the person opened us from that tab's toolbar (activeTab).
  const page = tab.url?.startsWith('http') ? { url: tab.url, title: tab.title ?? '' } : null;
  return { page, draft: await ask(front, 'readDraft', {}) };
}

/** Whether the text went into the open composer. */
export async function insertIntoComposer(text: string): Promise<boolean> {
  for (const tabId of await candidateTabs()) {
    const answer = await ask(tabId, 'insertText', { text });
    if (answer?.inserted) return true;
  }
  return false;
}

/** Calls back when the person goes to another tab or page, or comes back to the panel. Returns what stops that. */
export function onSurroundingsChanged(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(callback, 150);
  };
  const onUpdated = (_id: number, change: { status?: string }) => {
    if (change.status === 'complete') soon();
  };
  browser.tabs.onActivated.addListener(soon);
  browser.tabs.onUpdated.addListener(onUpdated);
  window.addEventListener('focus', soon);
  return () => {
    clearTimeout(timer);
    browser.tabs.onActivated.removeListener(soon);
    browser.tabs.onUpdated.removeListener(onUpdated);
    window.removeEventListener('focus', soon);
  };
}
