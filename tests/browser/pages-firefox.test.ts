// The extension's own pages in Firefox. No test can open them from outside; but the page after the installation opens by
// itself, and from there a script can do what the extension's pages do: open others, and ask the background.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { makeKey, type SigningKey, sign } from '../../extension/src/approval/token';
import type { Messages, MessageType } from '../../extension/src/messages';
import { type FakeService, startSlack } from '../extension/approval-servers';
import { approvalGuideline } from './fixtures/approval-guideline';
import { composerCalled } from './harness/composers';
import { firefoxTab } from './harness/driver';
import { extensionPageIn, type Firefox, startFirefox } from './harness/firefox';
import { root } from './harness/paths';
import { type SiteServer, startSiteServer } from './harness/site-server';
import { until } from './harness/waiting';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = new URL('../../build/screenshots/firefox/', import.meta.url).pathname;
const composer = composerCalled('X post in the page');
const article = 'https://www.silbertann.example/newsroom/tannbox-3';
const text = 'Unser Budget wächst, und wir bilden aus.';

interface ExtensionWindow {
  browser: {
    runtime: { sendMessage(message: unknown): Promise<unknown>; getURL(path: string): string };
    tabs: {
      create(options: { url: string }): Promise<unknown>;
      query(wanted: { url: string }): Promise<{ id?: number }[]>;
    };
    notifications: { getAll(): Promise<Record<string, unknown>> };
    permissions: { getAll(): Promise<{ permissions: string[]; origins: string[] }> };
  };
}

/** Where the extension's pages are driven from. */
class Pages {
  constructor(
    readonly firefox: Firefox,
    readonly first: Page,
  ) {}

  ask<T extends MessageType>(type: T, body: Messages[T][0]): Promise<Messages[T][1]> {
    return this.first.evaluate(
      (message) => (globalThis as unknown as ExtensionWindow).browser.runtime.sendMessage(message),
      { type, body } as unknown as string,
    ) as Promise<Messages[T][1]>;
  }

  async open(path: string, width = 1280): Promise<Page> {
    await this.first.evaluate((wanted) => {
      const { browser } = globalThis as unknown as ExtensionWindow;
      return browser.tabs.create({ url: browser.runtime.getURL(`/${wanted}`) }).then(() => null);
    }, path);
    const page = await extensionPageIn(this.firefox.browser, path);
    await page.setViewport({ width, height: 900 });
    await page.waitForSelector('h1');
    return page;
  }
}

async function start(prefs: Record<string, unknown> = {}): Promise<{ server: SiteServer; pages: Pages }> {
  mkdirSync(shots, { recursive: true });
  const server = await startSiteServer();
  const firefox = await startFirefox(server, undefined, { keepOnboarding: true, prefs });
  return { server, pages: new Pages(firefox, await extensionPageIn(firefox.browser, 'onboarding.html')) };
}

async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => {
    // Put there by the line before.
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const addressOf = (page: Page) => page.evaluate(() => location.href).catch(() => '');

const shown = (page: Page, selector: string) =>
  page
    .waitForSelector(selector, { timeout: 10_000 })
    .then(() => page.$eval(selector, (part) => part.textContent ?? ''));

describe('the extension’s pages in Firefox', () => {
  let server: SiteServer;
  let pages: Pages;
  let slack: FakeService;
  let key: SigningKey;
  before(async () => {
    ({ server, pages } = await start({
      // Firefox's own switch for tests: what a person would be asked is as if they had said yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // Its own notifications: there is no desktop here to show them.
      'alerts.useSystemBackend': false,
    }));
    slack = await startSlack();
    key = await makeKey('anna');
  });
  after(async () => {
    await pages.firefox.close();
    await server.close();
    await slack.close();
  });

  test('after the installation: guideline, role and department are chosen, in both languages and widths', async () => {
    const { first } = pages;
    await first.waitForSelector('h1');
    await first.click('#guideline button:nth-of-type(1)');
    await first.waitForFunction(() => document.querySelectorAll('#you select:disabled').length === 0);
    const [, role, department] = await first.$$('#you select');
    for (const select of [role, department]) {
      const value = await select?.evaluate((box) => (box as unknown as HTMLSelectElement).options[1]?.value ?? '');
      await select?.select(value ?? '');
    }
    await until(
      'they are kept',
      async () => (await pages.ask('status', {})).settings,
      ({ role: kept, department: also }) => kept !== '' && also !== '',
    );
    for (const uiLanguage of ['de', 'en'] as const) {
      await pages.ask('saveSettings', { uiLanguage });
      await first.waitForFunction((lang) => document.documentElement.lang === lang, {}, uiLanguage);
      for (const width of [1280, 400]) {
        await first.setViewport({ width, height: 900 });
        const widest = await first.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(widest <= width, `the page is ${widest} px wide`);
        await first.screenshot({ path: `${shots}onboarding-${uiLanguage}-${width}.png`, fullPage: true });
      }
      assert.deepEqual(await accessibilityProblems(first), []);
    }
    const { permissions } = await first.evaluate(() =>
      (globalThis as unknown as ExtensionWindow).browser.permissions.getAll(),
    );
    assert.ok(!permissions.includes('notifications'));
  });

  test('a held post is handed over as shown, the signed answer lets it through, an edit loses it', async () => {
    const status = await pages.ask('loadPackFile', {
      name: 'works.json',
      json: JSON.stringify(approvalGuideline(key.x, `${slack.base}/services/T0/B0/secret`)),
      keepStarter: false,
    });
    assert.deepEqual(status.pack.problems, []);
    await pages.ask('saveSettings', { uiLanguage: 'de', role: '', department: '' });
    const site = await pages.firefox.open(composer.url);
    const tab = firefoxTab(site);
    await tab.click(composer.editable);
    await tab.type(text);
    await tab.part('pill', ({ label }) => /Noch nicht frei/.test(label));
    await tab.clickPart('pill');
    assert.match((await tab.part('contact')).text, /Anna Berg beantwortet Fragen/);
    await tab.clickPart('close');
    await tab.click(composer.submit);
    await tab.part('dialog');
    await tab.clickPart('ask-approval');
    const approval = await extensionPageIn(pages.firefox.browser, 'approval.html');
    const exact = await shown(approval, '[data-part="exact"]');
    assert.equal(slack.requests, 0, 'nothing leaves before the click');
    for (const width of [400, 1280]) {
      await approval.setViewport({ width, height: 1000 });
      await approval.screenshot({ path: `${shots}approval-${width}.png` });
    }
    assert.deepEqual(await accessibilityProblems(approval), []);
    await approval.click('[data-part="send"]');
    await shown(approval, '[data-part="request"][data-state="asked"]');
    assert.equal(slack.taken.length, 1);
    assert.ok(exact.endsWith(slack.taken[0]?.body ?? '-'), 'the bytes shown are the bytes that arrived');
    const { entries } = await pages.ask('approvals', {});
    const record = entries[0]?.record;
    assert.ok(record);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: 'anna', iat: now, nbf: now - 60, exp: now + 3600, textHash: record.textHash } as const;
    const token = await sign({ ...claims, network: 'x', decision: 'approved' }, key);
    await approval.type('#token', `Hi! ${token}`);
    await approval.keyboard.press('Tab');
    await approval.keyboard.press('Enter');
    await shown(approval, '[data-part="request"][data-state="approved"]');
    await approval.close();
    await site.bringToFront();
    await tab.clickPart('dialog-edit');
    await tab.gone('dialog');
    await tab.part('pill', ({ label }) => !/Noch nicht frei/.test(label));
    await tab.click(composer.editable);
    await tab.key('End');
    await tab.type(' Sehr!');
    await tab.clickPart('pill', ({ label }) => /Noch nicht frei/.test(label));
    assert.match((await tab.part('lost-approval')).text, /anderen Wortlaut/);
    await site.close();
  });

  test('"I am taking this one" tells the channel', async () => {
    await pages.ask('useBuiltin', { id: 'demo', part: 'library' });
    const panel = await pages.open('sidepanel.html', 400);
    await panel.waitForSelector('.library-card a[href^="/approval.html?claim="]');
    const claimed = await panel.$eval('.library-card a[href^="/approval.html?claim="]', (link) =>
      link.getAttribute('href'),
    );
    await panel.close();
    const claim = await pages.open((claimed ?? '').slice(1));
    await claim.waitForSelector('#claim-who');
    await claim.type('#claim-who', 'Jo');
    await claim.click('[data-part="claim"] [data-part="send"]');
    await shown(claim, '[data-part="claim"] .notice.good');
    const { text: said } = JSON.parse(slack.taken.at(-1)?.body ?? '') as { text: string };
    assert.match(said, /Jo übernimmt diesen Inhalt\./);
    assert.deepEqual(await accessibilityProblems(claim), []);
    await claim.close();
  });

  test('the helper is switched on in the settings, appears on the company’s pages, and shares with the campaign’s tags', async () => {
    await pages.ask('useBuiltin', { id: 'demo' });
    const options = await pages.open('options.html');
    await options.waitForSelector('#website input');
    await options.click('#website input');
    await options.waitForFunction(() => document.querySelector('#website input:checked') !== null);
    await options.close();
    const site = await pages.firefox.browser.newPage();
    await until(
      'the helper is there',
      async () => {
        await site.goto(article);
        await new Promise((done) => setTimeout(done, 500));
        return site.evaluate(() => document.querySelectorAll('[data-botschaft="helper"]').length);
      },
      (count) => count === 1,
      15_000,
    );
    const tab = firefoxTab(site, 'helper');
    await tab.clickPart('share');
    await tab.part('share-panel');
    assert.match((await tab.part('share-link')).text, /Auf LinkedIn teilen/);
    await site.screenshot({ path: `${shots}helper.png` });
    await tab.clickPart('share-link');
    const shared = await until(
      'the network’s own page is open',
      async () => {
        const urls = await Promise.all((await pages.firefox.browser.pages()).map(addressOf));
        return urls.find((url) => url.startsWith('https://www.linkedin.com/')) ?? '';
      },
      (url) => url !== '',
    );
    assert.match(
      new URL(shared).searchParams.get('text') ?? '',
      /\?utm_source=linkedin&utm_medium=employee&utm_campaign=/,
    );
    await site.close();
  });

  test('"Is this page ready?": the page as the server sends it, its score, the cards with the picture', async () => {
    const site = await pages.firefox.browser.newPage();
    await site.goto(article);
    const tab = await pages.first.evaluate(async () => {
      const { tabs } = (globalThis as unknown as ExtensionWindow).browser;
      const [found] = await tabs.query({ url: '*://www.silbertann.example/newsroom/*' });
      return found?.id ?? 0;
    });
    const audit = await pages.open(`audit.html?tab=${tab}`);
    await audit.waitForSelector('.audit, .notice.block');
    assert.equal((await audit.$$('.notice.block')).length, 0, 'the browser lets us look');
    assert.equal((await audit.$$('.preview')).length, 5);
    const checks = await audit.$$eval('.check', (all) => all.map(({ id }) => id));
    assert.ok(checks.includes('check-title'), checks.join(' '));
    // What the command says of the same bytes.
    const html = await site.evaluate(() => fetch(location.href).then((response) => response.text()));
    const command = spawnSync(
      join(root, 'build/native/botschaft'),
      ['audit', '-', '--url', article, '--format', 'json'],
      {
        input: html,
        encoding: 'utf8',
      },
    );
    const { checks: expected } = JSON.parse(command.stdout) as { checks: { id: string; level: string }[] };
    const levels = await audit.$$eval('.check', (all) =>
      all.map((check) => [
        check.id.slice('check-'.length),
        check.classList[1] === 'clean' ? 'good' : check.classList[1],
      ]),
    );
    // The picture and robots.txt are looked at in the browser only.
    const ofPage = expected.filter(({ id }) => !/image|crawlers/.test(id));
    assert.ok(ofPage.length > 5);
    for (const { id, level } of ofPage) assert.deepEqual([id, Object.fromEntries(levels)[id]], [id, level]);
    for (const width of [400, 1280]) {
      await audit.setViewport({ width, height: 900 });
      assert.ok((await audit.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await audit.screenshot({ path: `${shots}audit-${width}.png` });
    }
    assert.deepEqual(await accessibilityProblems(audit), []);
    await audit.close();
    await site.close();
  });

  test('the plan: slots with reasons; a reminder asks for notifications, is kept, and Firefox shows it', async () => {
    const panel = await pages.open('sidepanel.html', 400);
    await panel.waitForSelector('[data-part=plan] summary');
    await panel.click('[data-part=plan] summary');
    await panel.waitForSelector('[data-part=slot] button');
    assert.equal((await panel.$$('[data-part=slot]')).length, 5);
    await panel.screenshot({ path: `${shots}plan.png` });
    await panel.click('[data-part=slot] button');
    await panel.waitForSelector('[data-part=slot] button[aria-pressed=true]');
    const { reminders } = await pages.ask('reminders', {});
    assert.equal(reminders.length, 1);
    const granted = await panel.evaluate(() => (globalThis as unknown as ExtensionWindow).browser.permissions.getAll());
    assert.ok(granted.permissions.includes('notifications'));
    // A slot that comes in a moment.
    const utc = Math.floor(Date.now() / 1000) + 2;
    await pages.ask('remind', { reminder: { network: 'x', utc, at: '2026-11-25T09:30' }, on: true });
    const showing = await until(
      'the reminder is shown',
      () => panel.evaluate(() => (globalThis as unknown as ExtensionWindow).browser.notifications.getAll()),
      (all) => Object.keys(all).length > 0,
      20_000,
    );
    assert.deepEqual(Object.keys(showing), [`x ${utc}`]);
    await panel.close();
  });
});

test('in Firefox, nothing is sent and no reminder is set while the question is not answered', async () => {
  const { server, pages } = await start();
  try {
    await pages.ask('useBuiltin', { id: 'demo' });
    const panel = await pages.open('sidepanel.html', 400);
    await panel.waitForSelector('[data-part=plan] summary');
    await panel.click('[data-part=plan] summary');
    await panel.waitForSelector('[data-part=slot] button');
    await panel.click('[data-part=slot] button');
    await new Promise((done) => setTimeout(done, 1500));
    assert.deepEqual((await pages.ask('reminders', {})).reminders, []);
    const { permissions } = await panel.evaluate(() =>
      (globalThis as unknown as ExtensionWindow).browser.permissions.getAll(),
    );
    assert.ok(!permissions.includes('notifications'));
  } finally {
    await pages.firefox.close();
    await server.close();
  }
});
