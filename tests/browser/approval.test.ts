// Asking for approval, from the composer to the channel and back, in a real Chromium.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { requestCode } from '../../extension/src/approval/request';
import { makeKey, type SigningKey, sign } from '../../extension/src/approval/token';
import { type FakeService, startSlack } from '../extension/approval-servers';
import { approvalGuideline } from './fixtures/approval-guideline';
import { startChromium } from './harness/chromium';
import { composerCalled, openComposer } from './harness/composers';
import { applyGuideline, ask } from './harness/extension';
import { Overlay } from './harness/overlay';
import { type Session, startSession } from './harness/session';
import { startSiteServer } from './harness/site-server';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const text = 'Unser Budget wächst, und wir bilden aus.';

const composer = composerCalled('LinkedIn post (Quill 2');

for (const locale of ['de-DE', 'en-GB'] as const) {
  describe(`approval, ${locale}`, () => {
    const language = locale === 'de-DE' ? 'de' : 'en';
    let session: Session;
    let slack: FakeService;
    let key: SigningKey;
    let page: Page;
    let overlay: Overlay;
    before(async () => {
      session = await startSession({ locale, colorScheme: locale === 'de-DE' ? 'light' : 'dark' });
      slack = await startSlack();
      key = await makeKey('anna');
      const hook = `${slack.base}/services/T0/B0/secret`;
      await applyGuideline(session.chromium, approvalGuideline(key.x, hook), language);
      page = await openComposer(session.chromium, composer);
      overlay = await Overlay.of(page);
    });
    after(async () => {
      await session.close();
      await slack.close();
    });

    test('a held post leads to the page that shows exactly what leaves; the answer lets it through', async () => {
      await page.keyboard.type(text);
      await overlay.click('pill');
      const contact = await overlay.find('contact');
      assert.match(contact.text, locale === 'de-DE' ? /Anna Berg beantwortet Fragen/ : /Anna Berg answers questions/);
      assert.deepEqual(
        (await overlay.all('message-link')).map(({ name }) => name),
        [locale === 'de-DE' ? 'Anna Berg: E-Mail' : 'Anna Berg: E-mail', 'Anna Berg: Slack', 'Ben Cole: Teams'],
      );
      await shoot(page, `panel-${locale}`);
      // Nothing in the words is wrong, and the pill does not say that all is well.
      assert.match((await overlay.find('pill')).name, locale === 'de-DE' ? /Noch nicht frei/ : /Not cleared yet/);
      await overlay.click('close');
      await page.click(composer.submit);
      await overlay.find('dialog');
      await shoot(page, `dialog-${locale}`);
      const opened = session.chromium.context.waitForEvent('page');
      await overlay.click('ask-approval');
      const approval = await opened;
      await approval.locator('[data-part="exact"]').waitFor();
      const shown = await approval.locator('[data-part="exact"]').textContent();
      assert.equal(slack.requests, 0, 'nothing leaves before the click');
      for (const width of [1280, 400]) {
        await approval.setViewportSize({ width, height: 1000 });
        await shoot(approval, `page-${locale}-${width}`);
        const widest = await approval.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(widest <= width, `the page is ${widest} px wide`);
      }
      assert.deepEqual(await accessibilityProblems(approval), []);
      // The prompt for the address is the browser's own and cannot be clicked here: it is as if it were granted.
      await approval.evaluate('Object.defineProperty(chrome.permissions, "request", { value: async () => true })');
      await approval.locator('[data-part="send"]').click();
      await approval.locator('[data-part="request"][data-state="asked"]').waitFor();
      assert.equal(slack.taken.length, 1);
      assert.ok(shown?.endsWith(slack.taken[0]?.body ?? '-'), 'the bytes shown are the bytes that arrived');
      // Anna's answer.
      const { entries } = await ask(session.chromium, 'approvals', {});
      const record = entries[0]?.record;
      assert.ok(record);
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: 'anna', iat: now, nbf: now - 60, exp: now + 3600, textHash: record.textHash } as const;
      const token = await sign({ ...claims, network: 'linkedin', decision: 'approved' }, key);
      await approval.locator('#token').fill(`Hi! ${token}`);
      await approval.locator('#token').press('Tab');
      await approval.keyboard.press('Enter');
      await approval.locator('[data-part="request"][data-state="approved"]').waitFor();
      await shoot(approval, `approved-${locale}`);
      assert.deepEqual(await accessibilityProblems(approval), []);
      await approval.close();
      await page.bringToFront();
      await overlay.click('dialog-edit');
      await overlay.waitUntilGone('dialog');
      await overlay.click('pill');
      assert.match(
        (await overlay.find('approval', ({ text: words }) => /Freigegeben|Approved/.test(words))).text,
        /Budget|Zahlen|figures/,
      );
    });

    test('an edited text loses its approval, visibly', async () => {
      await page.click(composer.editable);
      await page.keyboard.press('End');
      await page.keyboard.type(' Sehr!');
      const lost = await overlay.find('lost-approval');
      assert.match(lost.text, locale === 'de-DE' ? /anderen Wortlaut/ : /other words/);
      await shoot(page, `lost-${locale}`);
    });

    test('an answer that holds only later, and one that is over, are told as that', async () => {
      const { chromium } = session;
      const opened = chromium.context.waitForEvent('page', (each) => each.url().includes('approval.html'));
      await ask(chromium, 'askApproval', { text: `${text} Sehr!`, network: 'linkedin', kind: 'post' });
      const approval = await opened;
      const { entries } = await ask(chromium, 'approvals', {});
      const textHash = entries.find(({ record }) => record.text.endsWith('Sehr!'))?.record.textHash ?? '';
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: 'anna', textHash, network: 'linkedin', decision: 'approved' } as const;
      const later = await sign({ ...claims, iat: now - 9000, nbf: now + 3600, exp: now + 7200 }, key);
      const over = await sign({ ...claims, iat: now - 8000, nbf: now - 8000, exp: now - 60 }, key);
      for (const [token, words] of [
        [later, locale === 'de-DE' ? /^Die Antwort von Anna Berg gilt erst ab/ : /^The answer of Anna Berg holds only/],
        [over, locale === 'de-DE' ? /^Anna Berg hatte zugestimmt/ : /^Anna Berg had agreed/],
      ] as const) {
        await approval.locator('#token').fill(token);
        await approval.locator('form button[type="submit"]').first().click();
        await approval.locator('[role="status"] .notice', { hasText: words }).waitFor();
        await shoot(approval, `answer-${token === over ? 'over' : 'later'}-${locale}`);
      }
      await approval.close();
      await page.bringToFront();
      const said =
        locale === 'de-DE' ? /Freigabe für diesen Text ist abgelaufen/ : /approval for this text has expired/;
      assert.match((await overlay.find('last-answer')).text, said);
      await shoot(page, `over-${locale}`);
    });

    test('an approver makes a key, reads the request and answers; the link brings it in', async () => {
      const { chromium } = session;
      await applyGuideline(chromium, approvalGuideline(key.x, `${slack.base}/services/T0/B0/secret`), language);
      const approver = await chromium.context.newPage();
      await approver.setViewportSize({ width: 1280, height: 1000 });
      await approver.goto(chromium.extensionPage('approval.html'));
      await approver.locator('details > summary').click();
      await approver.locator('#approver-person + button').click();
      const publicKey = await approver.locator('code').textContent();
      assert.match(publicKey ?? '', /^[\w-]{43}$/);
      await applyGuideline(
        chromium,
        approvalGuideline(publicKey ?? '', `${slack.base}/services/T0/B0/secret`),
        language,
      );
      await approver.locator('#request').fill(`FYI\n> ${requestCode({ text: 'Unser Budget.', network: 'linkedin' })}`);
      await approver.getByText('Unser Budget.').waitFor();
      await approver.locator('#days').fill('3');
      await approver.locator('#decision-note').fill('Gern!');
      await approver.locator('button.primary', { hasText: locale === 'de-DE' ? 'Zustimmen' : 'Agree' }).click();
      const link = await approver.locator('[data-part="link"]').textContent();
      await shoot(approver, `approver-${locale}`);
      assert.deepEqual(await accessibilityProblems(approver), []);
      await approver.close();
      const reader = await chromium.open(link ?? '');
      const its = await Overlay.of(reader);
      await its.find('notice', ({ text: words }) => /Eine Freigabe ist angekommen|An approval has come in/.test(words));
      assert.equal(new URL(reader.url()).hash, '', 'the page does not keep it');
      const answer = await ask(chromium, 'check', { text: 'Unser Budget.', network: 'linkedin', kind: 'post' });
      assert.equal(answer.ok && answer.verdict, 'clean');
      await reader.close();
    });

    test('"I am taking this one" tells the channel, once', async () => {
      const { chromium } = session;
      await ask(chromium, 'useBuiltin', { id: 'demo', part: 'library' });
      const panel = await chromium.context.newPage();
      await panel.goto(chromium.extensionPage('sidepanel.html'));
      const opened = chromium.context.waitForEvent('page');
      await panel.locator('.library-card a[href^="/approval.html?claim="]').first().click();
      const claim = await opened;
      await claim.locator('#claim-who').fill('Jo');
      await claim.evaluate('Object.defineProperty(chrome.permissions, "request", { value: async () => true })');
      const before = slack.taken.length;
      await claim.locator('[data-part="claim"] [data-part="send"]').click();
      await claim.locator('[data-part="claim"] .notice.good').waitFor();
      assert.equal(slack.taken.length, before + 1);
      const { text: said } = JSON.parse(slack.taken.at(-1)?.body ?? '') as { text: string };
      assert.match(said, locale === 'de-DE' ? /Jo übernimmt diesen Inhalt\./ : /Jo is taking this content\./);
      await shoot(claim, `claim-${locale}`);
      assert.deepEqual(await accessibilityProblems(claim), []);
      await claim.close();
      await panel.close();
    });
  });
}

test('what waited when the browser was closed is sent once it is open again', async () => {
  const slack = await startSlack();
  const server = await startSiteServer();
  const profile = mkdtempSync(join(tmpdir(), 'botschaft-profile-'));
  const url = `${slack.base}/services/T0/B0/secret`;
  try {
    const first = await startChromium({ server, profile });
    const page = await first.context.newPage();
    await page.goto(first.extensionPage('approval.html'));
    const outgoing = { method: 'POST', url, contentType: 'application/json', body: '{"text":"a"}' };
    const entry = { id: 'o1', item: 'fair', channel: 'desk', type: 'slack', outgoing, attempts: 1 };
    const outbox = [{ ...entry, notBefore: Date.now() + 3000 }];
    await page.evaluate(`chrome.storage.local.set(${JSON.stringify({ outbox })})`);
    await first.close();
    assert.equal(slack.requests, 0);
    const second = await startChromium({ server, profile });
    // Nobody opens a page or presses anything; the alarm comes half a minute later at most.
    const end = Date.now() + 45_000;
    while (slack.taken.length === 0 && Date.now() < end) await pause(100);
    assert.equal(slack.taken.length, 1);
    await second.close();
  } finally {
    await slack.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

/** Into build/test-results when asked for: pictures for people to look at. */
async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.BOTSCHAFT_PICTURES) await page.screenshot({ path: `${process.env.BOTSCHAFT_PICTURES}/${name}.png` });
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
