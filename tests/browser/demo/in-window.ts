// The demo with a display: a browser of its own with the extension, the demo company chosen, and something to try in
// every tab. It stays until the browser is closed.
import { startChromium } from '../harness/chromium';
import { ask } from '../harness/extension';
import { startSiteServer } from '../harness/site-server';
import { words } from './words';

const tabs = [
  'https://www.silbertann.example/',
  'https://x.com/home',
  'https://www.linkedin.com/feed/?ui=classic',
  'https://www.linkedin.com/feed/',
];

export async function runInWindow(): Promise<void> {
  const lang = /^de/i.test(process.env.LANG ?? '') ? 'de' : 'en';
  const server = await startSiteServer();
  const chromium = await startChromium({ server, headless: false, locale: lang === 'de' ? 'de-DE' : 'en-GB' });
  await ask(chromium, 'saveSettings', { uiLanguage: lang });
  await ask(chromium, 'useBuiltin', { id: 'demo' });
  for (const url of tabs) await chromium.open(`${url}${url.includes('?') ? '&' : '?'}lang=${lang}`);
  const [first] = chromium.context.pages();
  if (first?.url() === 'about:blank') await first.close();
  const { draft, secret } = words[lang];
  console.log(`
A browser of its own is open, with the extension and the demo company Silbertann Energie.
The pages only look like the sites: they run the same editors, on this machine.

Try this on the LinkedIn page:
  1. Start a post and type:   ${draft}${secret}
  2. Words are underlined; open the pill at the composer's edge and press a fix. Ctrl+Z takes it back.
  3. Press Post: the code name holds the post. Remove it, and post.
On the X page: the same with Ctrl+Enter, in the page, in the modal (Post at the top), or as a thread.
Library: the extension's button in the toolbar, then "Library"; or Alt+Shift+L. Share an item on LinkedIn or X.
Settings: language, role, the guideline from a file or an address.

Close the browser to end the demo.`);
  await new Promise<void>((done) => chromium.context.on('close', () => done()));
  await server.close();
}
