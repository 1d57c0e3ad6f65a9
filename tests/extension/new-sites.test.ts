// What a site needs: its file, its page, and for a site that can live anywhere its own content script. What is missing is
// said in a sentence.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
// @ts-expect-error: a tool without types
import { startSite } from '../../tools/new-site.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

interface Facts {
  hosts: string[];
  anyHost?: { by: string; seenBy?: string[] };
  composers?: { id: string; submit: string[]; labelled?: string[]; submitLabels?: Record<string, string[]> }[];
}
interface Page {
  network: string;
  host: string;
  composers: { title: string }[];
}

/** Everything that is missing, each as a sentence for whoever adds the site. */
function missing(folder: string): string[] {
  const networks = join(folder, 'shared/networks');
  const sites = join(folder, 'tests/browser/sites');
  const said: string[] = [];
  const pages = readdirSync(sites).filter((id) => existsSync(join(sites, id, 'site.json')));
  const pageOf = new Map(
    pages.map((id) => [id, JSON.parse(readFileSync(join(sites, id, 'site.json'), 'utf8')) as Page]),
  );
  for (const file of readdirSync(networks)) {
    const id = file.replace('.json', '');
    const text = readFileSync(join(networks, file), 'utf8');
    const { hosts, anyHost, composers } = JSON.parse(text) as Facts;
    if (text.includes('TO BE FILLED IN')) {
      said.push(`shared/networks/${file} still says TO BE FILLED IN where a fact or its source belongs.`);
    }
    if (!composers) continue;
    if (hosts.length === 0 && !anyHost) {
      said.push(`shared/networks/${file} has composers but neither hosts nor anyHost, so they are never looked for.`);
    }
    if (anyHost && !existsSync(join(repository, `extension/src/entrypoints/${id}.content.ts`))) {
      said.push(
        `${id} can live on any host, so it needs extension/src/entrypoints/${id}.content.ts like the one of Mastodon.`,
      );
    }
    for (const { id: shape, submit, labelled = [], submitLabels } of composers) {
      if (submit.length + labelled.length === 0) {
        said.push(`The composer ${shape} in shared/networks/${file} names no post button, so nothing would be held.`);
      }
      if (labelled.length > 0 && !(submitLabels?.de?.length && submitLabels.en?.length)) {
        said.push(`The composer ${shape} in shared/networks/${file} needs submitLabels in German and in English.`);
      }
    }
    const page = [...pageOf.values()].find(({ network }) => network === id);
    if (!page) {
      said.push(`${id} has composers but no page in tests/browser/sites, so no browser test runs on it.`);
    } else if (hosts.length > 0 && !hosts.includes(page.host)) {
      said.push(`The page of ${id} is served as ${page.host}, which is none of the hosts in shared/networks/${file}.`);
    }
  }
  for (const [id, page] of pageOf) {
    if (!existsSync(join(sites, id, 'main.js')) && !existsSync(join(sites, id, 'main.jsx'))) {
      said.push(`tests/browser/sites/${id} has a site.json but neither main.js nor main.jsx.`);
    }
    if (page.composers.length === 0) said.push(`tests/browser/sites/${id}/site.json names no composer.`);
    if (JSON.stringify(page).includes('TO BE FILLED IN')) {
      said.push(`tests/browser/sites/${id}/site.json still says TO BE FILLED IN.`);
    }
  }
  return said;
}

test('every site has its file and its page, and nothing of them is missing', () => {
  assert.deepEqual(missing(repository), []);
});

test('a site that was only started says in sentences what is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-new-site-'));
  try {
    for (const part of ['shared/networks', 'tests/browser/sites']) mkdirSync(join(folder, part), { recursive: true });
    startSite('probe', 'www.probe.example', folder);
    assert.deepEqual(missing(folder), [
      'shared/networks/probe.json still says TO BE FILLED IN where a fact or its source belongs.',
      'tests/browser/sites/probe/site.json still says TO BE FILLED IN.',
    ]);
    assert.throws(() => startSite('probe', 'www.probe.example', folder), /is there already/);
    assert.throws(() => startSite('Pro be', 'x', folder), /lower-case letters/);
    const path = join(folder, 'shared/networks/probe.json');
    const facts = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...facts, hosts: [], composers: [{ id: 'post', submit: [] }] }));
    assert.ok(
      missing(folder).includes(
        'The composer post in shared/networks/probe.json names no post button, so nothing would be held.',
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
