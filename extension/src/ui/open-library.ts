import { browser } from 'wxt/browser';

/**
 * Opens the library beside the page, and then closes this window or does what else is wanted. To be called at once within a click: browsers open their
 * side panel only then. Where there is no side panel, a tab does.
 */
export function openLibrary(opened: () => void = () => window.close()): void {
  const inTab = () => void browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
  if (import.meta.env.FIREFOX) {
    // Firefox's own, which Chromium's types do not describe.
    const { sidebarAction } = browser as unknown as { sidebarAction: { open(): Promise<void> } };
    void sidebarAction.open().then(opened, inTab);
    return;
  }
  void browser.windows
    .getCurrent()
    .then(({ id }) => {
      if (id === undefined) throw new Error('this page is in no window');
      return browser.sidePanel.open({ windowId: id });
    })
    .then(opened, inTab);
}
