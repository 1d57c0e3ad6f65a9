// Pressing the extension's button in the toolbar, which is what gives it the tab for the moment (activeTab).
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** Presses the button while `page` is in front, and returns the tab's id as the extension knows it. */
export async function pressAction(chromium: Chromium, page: Page): Promise<number> {
  const browser = chromium.context.browser();
  if (!browser) throw new Error('no browser to ask');
  await page.bringToFront();
  const session = await browser.newBrowserCDPSession();
  // Newer than the types: the protocol's domain for extensions.
  const send = session.send.bind(session) as unknown as (method: string, parameters: object) => Promise<unknown>;
  const { targetInfos } = (await send('Target.getTargets', { filter: [{}] })) as { targetInfos: TargetInfo[] };
  const tab = targetInfos.find(({ type, url }) => type === 'tab' && url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  await send('Extensions.triggerAction', { id: new URL(chromium.extensionPage('')).host, targetId: tab.targetId });
  await session.detach();
  const worker = await chromium.background();
  const id = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  if (id === undefined) throw new Error('the extension sees no tab');
  return id;
}
