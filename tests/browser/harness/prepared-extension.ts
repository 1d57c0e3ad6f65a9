// A copy of the built extension as a person has it who gave their company's guideline and two more hosts: the tests'
// guideline is the one that came with it, the hosts that a person would be asked about are granted, and one page can pass
// messages on to the background, which Firefox lets no test do by itself.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchOfHost, roamingSites, scriptOfNetwork } from '../../../extension/src/sites/sites';
import { demoSites } from './demo-sites';
import { chromeExtension, firefoxExtension } from './paths';

/** Where a page passes messages on. */
export const relayHost = 'relay.silbertann.example';

/** Asks as a content script does, or, as one of the extension's own pages does, in a frame with one. */
const relay = `const { runtime } = globalThis.browser ?? chrome;
const frame = document.createElement('iframe');
frame.src = runtime.getURL('relay.html');
addEventListener('message', ({ data }) => {
  if (!data?.ask) return;
  if (data.as === 'page') frame.contentWindow.postMessage(data, '*');
  else runtime.sendMessage(data.ask).then((answer) => postMessage({ of: data.id, answer }), () => postMessage({ of: data.id }));
});
frame.addEventListener('load', () => { document.documentElement.dataset.relay = 'true'; });
document.documentElement.append(frame);`;

const relayPage = `addEventListener('message', ({ data }) => {
  (globalThis.browser ?? chrome).runtime.sendMessage(data.ask).then((answer) => parent.postMessage({ of: data.id, answer }, '*'));
});`;

export interface PreparedExtension {
  folder: string;
  remove(): void;
}

/** @param hostsAreOn whether the sites that can live on any host are switched on already */
export function prepareExtension(
  browser: 'chrome' | 'firefox',
  guideline: unknown,
  { hostsAreOn = true } = {},
): PreparedExtension {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-prepared-'));
  cpSync(browser === 'chrome' ? chromeExtension : firefoxExtension, folder, { recursive: true });
  writeFileSync(join(folder, 'packs/starter.json'), JSON.stringify(guideline));
  writeFileSync(join(folder, 'relay.js'), relay);
  writeFileSync(join(folder, 'relay.html'), '<!doctype html><script src="relay-page.js"></script>');
  writeFileSync(join(folder, 'relay-page.js'), relayPage);
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const roaming = demoSites.filter(({ network }) => roamingSites.some((site) => site.network === network));
  manifest.host_permissions = roaming.map(({ host }) => matchOfHost(host));
  const [known] = manifest.content_scripts;
  manifest.content_scripts.push({ matches: [matchOfHost(relayHost)], js: ['relay.js'], run_at: 'document_end' });
  manifest.web_accessible_resources = [{ resources: ['relay.html'], matches: [matchOfHost(relayHost)] }];
  if (hostsAreOn) {
    for (const { host, network } of roaming) {
      manifest.content_scripts.push({ ...known, matches: [matchOfHost(host)], js: [scriptOfNetwork(network)] });
    }
  }
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
