import { startFirefox } from './harness/firefox';
import { type VisitorPage, widgetSpec } from './widget-spec';

widgetSpec('Firefox', async (server) => {
  const { browser, close } = await startFirefox(server, null);
  return { newPage: () => browser.newPage() as Promise<VisitorPage>, close };
});
