import { startChromium } from './harness/chromium';
import { type VisitorPage, widgetSpec } from './widget-spec';

widgetSpec('Chromium', async (server) => {
  const { context, close } = await startChromium({ server, extension: null });
  return { newPage: () => context.newPage() as Promise<VisitorPage>, close };
});
