// The page that greets after the installation: it opens by itself, once; guideline, role, department and language are
// chosen there without any permission; and what the company's policy has set is shown as set.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import guideline from './fixtures/guideline.json' with { type: 'json' };
import { type Chromium, onboardingIn, startChromium } from './harness/chromium';
import { ask } from './harness/extension';
import { prepareExtension } from './harness/prepared-extension';
import { requestsBeyondTheBrowser } from './harness/session';
import { startSiteServer } from './harness/site-server';

const shots = new URL('../../build/screenshots/onboarding/', import.meta.url).pathname;
/** Where Debian's Chromium reads what an administrator has set. */
const policies = '/etc/chromium/policies/managed';

async function pictures(page: Page, name: string): Promise<void> {
  for (const width of [1280, 400]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${shots}${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
}

describe('onboarding', () => {
  const ends: (() => Promise<void> | void)[] = [];
  after(async () => {
    for (const end of ends.reverse()) await end();
  });

  async function install(options: Partial<Parameters<typeof startChromium>[0]> = {}) {
    mkdirSync(shots, { recursive: true });
    const server = await startSiteServer();
    ends.push(() => server.close());
    const chromium: Chromium = await startChromium({ server, keepOnboarding: true, locale: 'en-GB', ...options });
    ends.push(() => chromium.close());
    return { server, chromium, page: await onboardingIn(chromium.context) };
  }

  test('it opens by itself; the choices made there hold; no permission is asked for and nothing is sent', async () => {
    const { server, chromium, page } = await install();
    await page.getByRole('heading', { level: 1, name: 'Welcome to Botschaft' }).waitFor();
    await page.getByLabel('Language of the extension').selectOption('de');
    await page.getByRole('heading', { level: 1, name: 'Willkommen bei Botschaft' }).waitFor();
    await page.getByRole('button', { name: 'Mit der Beispielfirma ausprobieren' }).click();
    await page.getByText('Silbertann').first().waitFor();
    await page.getByLabel('Rolle').selectOption({ index: 1 });
    await page.getByText('Gespeichert.').waitFor();
    await page.getByLabel('Abteilung').selectOption({ index: 1 });
    await page.getByRole('checkbox').last().check();
    await pictures(page, 'de');
    const { settings, loadedPacks } = await ask(chromium, 'status', {});
    assert.deepEqual(
      [settings.uiLanguage, settings.role, settings.department, settings.topics.length],
      ['de', loadedPacks?.roles[0]?.id, loadedPacks?.departments[0]?.id, 1],
    );
    const granted = await page.evaluate(() => chrome.permissions.getAll());
    const { permissions = [], host_permissions: _ } = await page.evaluate(() => chrome.runtime.getManifest());
    assert.deepEqual([...(granted.permissions ?? [])].sort(), [...permissions].sort());
    assert.deepEqual(requestsBeyondTheBrowser(server.requests), []);

    await page.getByLabel('Sprache der Erweiterung').selectOption('en');
    await page.getByText('Welcome to Botschaft').waitFor();
    await pictures(page, 'en');
    await page.getByRole('link', { name: 'All settings' }).click();
    await page.waitForURL(/options\.html$/);
  });

  test('it does not open again when the browser starts anew', async () => {
    const profile = `${shots}profile`;
    rmSync(profile, { recursive: true, force: true });
    ends.push(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
    const { chromium, page } = await install({ profile });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await ask(chromium, 'saveSettings', { department: 'x' });
    await page.close();
    await chromium.close();
    const server = await startSiteServer();
    ends.push(() => server.close());
    const second = await startChromium({ server, profile, keepOnboarding: true });
    ends.push(() => second.close());
    assert.equal((await ask(second, 'status', {})).settings.department, 'x');
    await new Promise((done) => setTimeout(done, 1500));
    assert.deepEqual(
      second.context.pages().filter((each) => each.url().endsWith('/onboarding.html')),
      [],
    );
  });

  const canSetPolicies = process.getuid?.() === 0;
  test('what the company has set by policy is shown as set', { skip: !canSetPolicies && 'needs root' }, async () => {
    const roles = { ...guideline, roles: [{ id: 'expert', name: { de: 'Fachleute', en: 'Experts' } }] };
    // A folder of its own, and so an id of its own: no other browser on this machine takes this policy for its.
    const extension = prepareExtension('chrome', roles);
    ends.push(() => extension.remove());
    const probe = await install({ extension: extension.folder });
    const id = new URL(probe.page.url()).host;
    await probe.chromium.close();
    const file = `${policies}/botschaft-test-${id}.json`;
    mkdirSync(policies, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: { role: 'expert', department: 'hr' } } } }));
    ends.push(() => rmSync(file, { force: true }));
    const { page } = await install({ extension: extension.folder });
    // A browser that has just started may say it a little later.
    await page.getByText('Set by your company.').nth(1).waitFor();
    for (const [label, value] of [
      ['Role', 'expert'],
      ['Department', 'hr'],
    ] as const) {
      const select = page.getByLabel(label);
      assert.ok(await select.isDisabled());
      assert.equal(await select.inputValue(), value);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.screenshot({ path: `${shots}policy.png`, fullPage: true });
  });
});
