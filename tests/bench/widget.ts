/**
 * The website's widget beside other share buttons from npm, in one run: what a page loads for them, what they
 * ask of others, whether their controls have names, and which of our
 * targets they reach (mail, which all of them have, is left out). Prints a table.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type BrowserContext, chromium } from 'playwright-core';
import { allNetworks } from '../browser/sites/newsroom/widget-page';
import { root } from './material';
import { table } from './table';

interface Candidate {
  name: string;
  /** Package folder, or folder of the build; its files are served below /files/. */
  folder: string;
  body: string;
}

const inPackage = (name: string) => join(root, 'node_modules', name);
const script = (path: string) => `<script defer src="/files/${path}"></script>`;
const sheet = (path: string) => `<link rel="stylesheet" href="/files/${path}">`;
const many = (names: string, element: (name: string) => string) => names.split(' ').map(element).join('');

/** Each asked for everything that it has of our table, in the way its own instructions say. */
const candidates: Candidate[] = [
  {
    name: 'Botschaft',
    folder: join(root, 'build/widget'),
    body: `${script('botschaft-widget.classic.js')}<botschaft-share networks="${allNetworks}"></botschaft-share>`,
  },
  {
    name: 'shariff',
    folder: inPackage('shariff/dist'),
    body: `${sheet('shariff.complete.css')}<div class="shariff" data-services='["linkedin","twitter","facebook","whatsapp","telegram","reddit","threema","mail","clipboard"]'></div>${script('shariff.complete.js')}`,
  },
  {
    name: 'shareon',
    folder: inPackage('shareon/dist'),
    body: `${sheet('shareon.min.css')}<div class="shareon">${many('linkedin twitter facebook mastodon bluesky whatsapp telegram reddit teams', (name) => `<a class="${name}"></a>`)}<a class="email"></a><button class="copy-url"></button><button class="web-share"></button></div><script>addEventListener('load', () => window.Shareon && Shareon.init())</script>${script('shareon.iife.js')}`,
  },
  {
    name: 'sharer.js',
    folder: inPackage('sharer.js'),
    body: `${many('linkedin twitter x facebook threads bluesky whatsapp telegram reddit email', (name) => `<button data-sharer="${name}" data-url="http://localhost/" data-title="Title"></button>`)}${script('sharer.min.js')}`,
  },
  {
    name: 'likely',
    folder: inPackage('ilyabirman-likely/release'),
    body: `${sheet('likely.min.css')}<div class="likely">${many('linkedin twitter facebook whatsapp telegram reddit', (name) => `<div class="${name}">${name}</div>`)}</div>${script('likely.min.js')}`,
  },
  { name: 'react-share', folder: '', body: `<div id="root"></div>${script('react-share.js')}` },
];

/** Bundled as a website would: only the buttons that it uses, with React. */
const reactPage = `
import React from 'react';
import { render } from 'react-dom';
import * as parts from 'react-share';
const names = ['Linkedin', 'X', 'Facebook', 'Bluesky', 'Threads', 'Whatsapp', 'Telegram', 'Reddit', 'Email'];
const buttons = names.filter((name) => parts[name + 'ShareButton']).map((name) =>
  React.createElement(parts[name + 'ShareButton'], { key: name, url: location.href, title: 'Title', subject: 'Title' },
    parts[name + 'Icon'] ? React.createElement(parts[name + 'Icon'], { size: 44, round: true }) : null));
render(React.createElement('div', null, buttons), document.getElementById('root'));
`;

async function reactBundle(): Promise<Buffer> {
  const result = await build({
    stdin: { contents: reactPage, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return Buffer.from(result.outputFiles[0]?.contents ?? []);
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

async function serve(candidate: Candidate, bundle: Buffer) {
  const loaded = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const head = '<meta charset="utf-8"><title>Title</title><link rel="icon" href="data:,">';
      return response.end(`<!doctype html><html lang="en"><head>${head}</head><body>${candidate.body}</body></html>`);
    }
    try {
      const file = candidate.folder ? readFileSync(join(candidate.folder, path.replace('/files/', ''))) : bundle;
      loaded.set(path, gzipSync(file, { level: 9 }).length);
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      response.end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { loaded, url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** How an address tells which of our targets it belongs to. */
const reached: Record<string, RegExp> = {
  linkedin: /linkedin\.com/,
  x: /\/\/(x|twitter)\.com|\/\/(www\.)?twitter\.com/,
  facebook: /facebook\.com/,
  mastodon: /joinmastodon|mastodon|toot/,
  bluesky: /bsky\.app/,
  threads: /threads\.(com|net)/,
  whatsapp: /whatsapp|wa\.me/,
  telegram: /t\.me|telegram/,
  reddit: /reddit\.com/,
  teams: /teams\.microsoft/,
  threema: /threema:/,
};

/** Run in the page: the addresses behind all controls, and how many of them can be named. */
const lookOver = `(() => {
  const opened = [];
  window.open = (url) => { opened.push(String(url)); return null; };
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((each) => each.shadowRoot ? [each.shadowRoot] : [])];
  const all = roots.flatMap((root) => [...root.querySelectorAll('a, button, [role=button], .likely__widget')]);
  const controls = all.filter((each) => each.offsetWidth > 0);
  for (const control of controls) {
    if (control.href) opened.push(control.href); else if (control.tagName !== 'A' || !control.href) control.click();
  }
  return { opened, controls: controls.length, copies: /clipboard|copy/i.test(controls.map((each) => each.outerHTML).join('')) };
})()`;

async function look(context: BrowserContext, candidate: Candidate, bundle: Buffer) {
  const site = await serve(candidate, bundle);
  const page = await context.newPage();
  const elsewhere = new Set<string>();
  await page.route(
    (url) => url.origin !== new URL(site.url).origin,
    (route) => {
      elsewhere.add(route.request().url());
      return route.abort();
    },
  );
  await page.goto(site.url);
  await page.waitForTimeout(1000);
  const requests = elsewhere.size;
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = nodes.filter(
    ({ role, name }) => ['link', 'button'].includes(role?.value) && String(name?.value ?? '').trim() !== '',
  ).length;
  const { opened, controls, copies } = await page.evaluate<{ opened: string[]; controls: number; copies: boolean }>(
    lookOver,
  );
  const networks = Object.entries(reached).filter(([, pattern]) => opened.some((url) => pattern.test(url)));
  await page.close();
  site.close();
  const bytes = [...site.loaded.values()].reduce((sum, size) => sum + size, 0);
  return [
    candidate.name,
    `${(bytes / 1000).toFixed(1)} kB`,
    String(site.loaded.size),
    String(requests),
    `${Math.min(named, controls)} of ${controls}`,
    `${networks.length + (copies ? 1 : 0)} of ${Object.keys(reached).length + 1}`,
    Object.keys(reached)
      .filter((id) => !networks.some(([has]) => has === id))
      .join(' ') || '-',
  ];
}

const profileArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: profileArguments });
const context = await browser.newContext({ locale: 'en-GB' });
const bundle = await reactBundle();
const rows: string[][] = [];
for (const candidate of candidates) rows.push(await look(context, candidate, bundle));
await browser.close();
console.log(
  table(
    ['share buttons', 'gzipped', 'own files', 'requests elsewhere', 'named controls', 'targets', 'does not reach'],
    rows,
  ),
);
