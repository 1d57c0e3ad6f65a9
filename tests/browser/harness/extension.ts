// Asking the extension's background as its own pages do, and stopping it as the browser does.
import type { Page } from 'playwright-core';
import type { Messages, MessageType } from '../../../extension/src/messages';
import type { Chromium } from './chromium';

/** One message from an extension page, and the answer. */
export async function ask<T extends MessageType>(
  { context, extensionPage }: Chromium,
  type: T,
  body: Messages[T][0],
): Promise<Messages[T][1]> {
  const page = await context.newPage();
  try {
    await page.goto(extensionPage('options.html'));
    const message = { type, body };
    return await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message as unknown as { type: string });
  } finally {
    await page.close();
  }
}

/** Puts a guideline in force, alone, and the language of the interface. */
export async function applyGuideline(chromium: Chromium, pack: unknown, uiLanguage: 'de' | 'en' = 'de'): Promise<void> {
  await ask(chromium, 'saveSettings', { uiLanguage });
  const status = await ask(chromium, 'loadPackFile', {
    name: 'guideline.json',
    json: JSON.stringify(pack),
    keepStarter: false,
  });
  if (status.pack.problems.length > 0) throw new Error(JSON.stringify(status.pack.problems));
}

/** Stops the background at once, as the browser does after some idling. */
export async function stopBackground({ context, extensionPage }: Chromium): Promise<void> {
  const page: Page = await context.newPage();
  await page.goto(extensionPage('options.html'));
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}
