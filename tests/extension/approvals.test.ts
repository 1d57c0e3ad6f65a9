/** Asking for approval and getting it, through the background with the real core, over restarts. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { outgoingFor } from '../../extension/src/approval/channels';
import { receiptOf } from '../../extension/src/approval/record';
import { approvalMessage } from '../../extension/src/approval/request';
import { isSignedBy, makeKey, readToken, type SigningKey, sign } from '../../extension/src/approval/token';
import { type Environment, Service } from '../../extension/src/background/service';
import { startSlack } from './approval-servers';
import { MemoryArea } from './memory-area';

const repository = new URL('../../', import.meta.url);
const command = fileURLToPath(new URL('build/native/botschaft', repository));
const start = Date.parse('2026-11-25T09:00:00Z');
const text = 'Unser Budget wächst.';
const draft = { text, network: 'linkedin', kind: 'post' } as const;
let folder = '';
let key: SigningKey;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'approvals-'));
  key = await makeKey('anna');
});
after(() => rmSync(folder, { recursive: true }));

const packWith = (publicKey: string, hook = 'https://hooks.slack.example/x') => ({
  format: 1,
  id: 'works',
  version: '7',
  name: { de: 'Werk', en: 'Works' },
  timeZone: 'Europe/Berlin',
  topics: [{ id: 'money', name: { de: 'Geld', en: 'Money' }, phrases: ['Budget'] }],
  people: [{ id: 'anna', name: 'Anna Berg', key: publicKey }],
  approval: {
    rules: [{ id: 'money-first', title: { de: 'Geld', en: 'Money' }, topics: ['money'], by: ['anna'] }],
    channels: [{ id: 'desk', type: 'slack', name: { de: 'Tisch', en: 'Desk' }, url: hook }],
  },
  rules: [],
});

class Machine {
  now = start;
  wake: number | null = null;
  readonly lasting = new MemoryArea();
  readonly session = new MemoryArea();
  managed: Record<string, unknown> = {};
  service!: Service;

  /** Starts the background, or starts it again as a browser does after having stopped it. */
  async boot(): Promise<Service> {
    const assets: Environment['assets'] = {
      text: (path) => readFile(new URL(`shared/${path}`, repository), 'utf8'),
      bytes: async (path) => new Uint8Array(await readFile(new URL(`build/wasm/${path}`, repository))).buffer,
    };
    this.service = await Service.start({
      assets,
      lasting: this.lasting,
      session: this.session,
      browserLanguage: () => 'de-DE',
      now: () => this.now,
      changed: () => undefined,
      needsRenewal: () => undefined,
      wakeAt: (at) => {
        this.wake = at;
      },
      managed: async () => this.managed,
      sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds / 100)),
    });
    return this.service;
  }

  async load(pack: object): Promise<void> {
    const body = { name: 'pack.json', json: JSON.stringify(pack), keepStarter: false };
    const status = await this.service.answer('loadPackFile', body);
    assert.deepEqual(status.pack.problems, []);
  }

  async verdict(words: string = text): Promise<string> {
    const answer = await this.service.answer('check', { ...draft, text: words });
    return answer.ok ? answer.verdict : 'failed';
  }

  async only() {
    const { entries } = await this.service.answer('approvals', {});
    assert.equal(entries.length, 1);
    const [entry] = entries;
    assert.ok(entry);
    return entry;
  }
}

async function machine(pack: object = packWith(key.x)): Promise<Machine> {
  const made = new Machine();
  await made.boot();
  await made.load(pack);
  return made;
}

/** What the approver's own browser answers. */
async function answerOf(
  decision: 'approved' | 'changes' | 'refused',
  more: { text?: string; note?: string; days?: number; network?: 'linkedin' | 'x'; after?: number } = {},
): Promise<string> {
  const approver = await machine();
  approver.now = start + (more.after ?? 0) * 60_000;
  await approver.lasting.set({ approverKey: key });
  await approver.boot();
  const answer = await approver.service.answer('approve', {
    text: more.text ?? text,
    network: more.network ?? 'linkedin',
    decision,
    note: more.note ?? '',
    days: more.days ?? 14,
  });
  assert.ok(answer.ok);
  return answer.token;
}

test('a post that needs approval is held, asked for, approved, and held again once it is edited', async () => {
  const author = await machine();
  assert.equal(await author.verdict(), 'warn');
  const prepared = await author.service.answer('askApproval', { ...draft, link: 'https://werk.example/a' });
  assert.ok(prepared.ok);
  assert.deepEqual(await author.service.answer('askApproval', draft), prepared, 'the same draft is the same request');
  assert.equal((await author.only()).state, 'draft');
  await author.service.answer('approvalHandedOver', { record: prepared.id, channel: 'copy' });
  assert.equal((await author.only()).state, 'asked');
  const message = `Klar! ${await answerOf('approved')} Grüße, Anna`;
  const taken = await author.service.answer('takeApproval', { message });
  assert.deepEqual(taken, { ok: true, by: 'Anna Berg', decision: 'approved', record: prepared.id, state: 'approved' });
  assert.equal(await author.verdict(), 'clean');
  assert.equal(await author.verdict(`${text} \n`), 'clean', 'white space at the end is no change');
  assert.equal(await author.verdict(`${text} Sehr.`), 'warn');
  const edited = await author.service.answer('check', { ...draft, text: `${text} Sehr.` });
  assert.deepEqual(edited.ok && edited.duties?.states, ['other-text']);
  // The background is stopped and started: everything is still there.
  await author.boot();
  assert.equal(await author.verdict(), 'clean');
  assert.equal((await author.only()).state, 'approved');
  author.now = start + 15 * 24 * 60 * 60_000;
  assert.equal(await author.verdict(), 'warn');
  assert.equal((await author.only()).state, 'expired');
});

test('changes wanted and refusals come back with their note; a later approval counts', async () => {
  const author = await machine();
  await author.service.answer('askApproval', draft);
  await author.service.answer('takeApproval', { message: await answerOf('changes', { note: 'Ohne Budget, bitte' }) });
  let { state, record } = await author.only();
  assert.equal(state, 'changes');
  assert.equal(record.steps.find(({ what }) => what === 'changes' && true)?.what, 'changes');
  assert.match(JSON.stringify(record.steps), /Ohne Budget, bitte/);
  await author.service.answer('takeApproval', { message: await answerOf('refused') });
  assert.equal((await author.only()).state, 'refused');
  assert.equal(await author.verdict(), 'warn');
  await author.service.answer('takeApproval', { message: await answerOf('approved') });
  ({ state, record } = await author.only());
  assert.equal(state, 'approved');
  const receipt = receiptOf(record, state, start);
  assert.match(receipt, new RegExp(`"textHash": "sha-256:${record.textHash}"`));
  assert.deepEqual(JSON.parse(receipt).packVersion, '7');
  assert.ok(!receipt.includes(text), 'the receipt does not have the text');
});

test('whoever agreed can take it back: the last answer counts, in whatever order the answers come in', async () => {
  const agreed = await answerOf('approved');
  for (const decision of ['changes', 'refused'] as const) {
    const takenBack = await answerOf(decision, { after: 10 });
    const again = await answerOf('approved', { after: 20 });
    for (const order of [
      [agreed, takenBack],
      [takenBack, agreed],
    ]) {
      const author = await machine();
      author.now = start + 60 * 60_000;
      await author.service.answer('askApproval', draft);
      for (const message of order) await author.service.answer('takeApproval', { message });
      assert.equal((await author.only()).state, decision);
      const answer = await author.service.answer('check', draft);
      assert.deepEqual(answer.ok && [answer.verdict, answer.duties?.states], ['warn', [decision]]);
      await author.service.answer('takeApproval', { message: again });
      assert.equal((await author.only()).state, 'approved');
      assert.equal(await author.verdict(), 'clean');
      const old = await author.service.answer('takeApproval', { message: takenBack });
      assert.deepEqual(old.ok && [old.state, old.caveat], ['approved', { why: 'older' }]);
    }
  }
  // Before anything was asked for here, too; and an answer about another network takes nothing back.
  const author = await machine();
  author.now = start + 60 * 60_000;
  await author.service.answer('takeApproval', { message: agreed });
  await author.service.answer('takeApproval', { message: await answerOf('refused', { after: 5, network: 'x' }) });
  assert.equal(await author.verdict(), 'clean');
  await author.service.answer('takeApproval', { message: await answerOf('refused', { after: 10 }) });
  assert.equal(await author.verdict(), 'warn');
});

test('whoever may not agree is told so, and the request stays what it was', async () => {
  const ben = await makeKey('ben');
  const { people, approval, ...rest } = packWith(key.x);
  const colleagues = [...people, { id: 'ben', name: 'Ben Cole', key: ben.x }];
  const pictures = { id: 'pictures', title: { de: 'Bild', en: 'Picture' }, people: true as const, by: ['ben'] };
  const author = await machine({
    ...rest,
    people: colleagues,
    approval: { ...approval, rules: [...approval.rules, pictures] },
  });
  const prepared = await author.service.answer('askApproval', draft);
  assert.ok(prepared.ok);
  const good = await answerOf('approved');
  const read = readToken(good);
  assert.ok(read.ok);
  const ofBen = await sign({ ...read.claims, iss: 'ben' }, ben);
  for (const [language, words] of [
    ['de', /^Ben Cole darf diesem Beitrag nicht zustimmen/],
    ['en', /^Ben Cole may not agree to this post/],
  ] as const) {
    await author.service.answer('saveSettings', { uiLanguage: language });
    const taken = await author.service.answer('takeApproval', { message: ofBen });
    assert.match(taken.ok ? '' : (taken.problems[0]?.reason ?? ''), words);
  }
  let { state, record } = await author.only();
  assert.deepEqual([state, record.tokens, record.steps.map(({ what }) => what)], ['draft', [], ['prepared']]);
  await author.service.answer('approvalHandedOver', { record: prepared.id, channel: 'copy' });
  assert.equal((await author.only()).state, 'asked');
  // As an earlier version kept it: of no worth either.
  ({ record } = await author.only());
  await author.lasting.set({ approvals: [{ ...record, tokens: [ofBen] }] });
  await author.boot();
  assert.equal((await author.only()).state, 'asked');
  await author.lasting.set({ approvals: [record] });
  await author.boot();
  await author.service.answer('takeApproval', { message: good });
  assert.equal((await author.only()).state, 'approved');
  // With a picture of people both have to agree; one of them alone is not enough.
  const answers = { pictures: 'yes' } as const;
  await author.service.answer('askApproval', { ...draft, images: 1, answers });
  assert.equal((await author.only()).state, 'asked');
  const taken = await author.service.answer('takeApproval', { message: ofBen });
  assert.deepEqual(taken.ok && [taken.by, taken.state], ['Ben Cole', 'approved']);
  const checked = await author.service.answer('check', { ...draft, images: 1, answers });
  assert.equal(checked.ok && checked.verdict, 'clean');
});

test('forged, truncated, unknown: each is told in words, in both languages, and changes nothing', async () => {
  const author = await machine();
  await author.service.answer('askApproval', draft);
  const good = await answerOf('approved');
  const [head, payload = '', signature] = good.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const forged = (change: object) =>
    `${head}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${signature}`;
  const codes: string[] = [];
  for (const message of [
    'hello',
    `${head}.${payload}`,
    good.slice(0, -4),
    forged({ exp: 4e9 }),
    forged({ iss: 'zoe' }),
    forged({ exp: 'x' }),
  ]) {
    const answer = await author.service.answer('takeApproval', { message });
    assert.ok(!answer.ok);
    codes.push(answer.problems[0]?.code ?? '');
  }
  const cut = 'token-truncated';
  assert.deepEqual(codes, [cut, cut, cut, 'token-forged', 'token-unknown-person', 'token-unreadable']);
  await author.service.answer('saveSettings', { uiLanguage: 'en' });
  const english = await author.service.answer('takeApproval', { message: forged({ exp: 4e9 }) });
  assert.match(
    english.ok ? '' : (english.problems[0]?.reason ?? ''),
    /^The signature does not fit the key of Anna Berg/,
  );
  assert.equal((await author.only()).state, 'draft');
  assert.equal(await author.verdict(), 'warn');
  // For another text or network: genuine, kept, and of no effect here.
  const other = await author.service.answer('takeApproval', { message: await answerOf('approved', { network: 'x' }) });
  assert.deepEqual(other.ok && [other.record, other.state], [null, null]);
  assert.equal(await author.verdict(), 'warn');
  // A new key in the guideline takes back what the old one signed.
  await author.service.answer('takeApproval', { message: good });
  assert.equal(await author.verdict(), 'clean');
  await author.load(packWith((await makeKey('anna')).x));
  assert.equal(await author.verdict(), 'warn');
});

test('what is wrong with an approval that comes in is told in German and in English', async () => {
  const author = await machine();
  const good = await answerOf('approved');
  const [head, payload = '', signature] = good.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const changed = (change: object) =>
    `${head}.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.${signature}`;
  const wrong: [string, RegExp, RegExp][] = [
    [good.slice(0, -4), /^Das ist keine vollständige Freigabe/, /^This is no complete approval/],
    [changed({ exp: 'x' }), /^Diese Freigabe lässt sich nicht lesen/, /^This approval cannot be read/],
    [changed({ exp: 4e9 }), /^Die Unterschrift passt nicht zum Schlüssel von Anna Berg/, /^The signature does not fit/],
    [changed({ iss: 'zoe' }), /^Die Leitlinie kennt niemanden .*zoe/, /^The guideline knows nobody .*zoe/],
  ];
  for (const [language, column] of [
    ['de', 1],
    ['en', 2],
  ] as const) {
    await author.service.answer('saveSettings', { uiLanguage: language });
    for (const row of wrong) {
      const answer = await author.service.answer('takeApproval', { message: row[0] });
      const [problem] = answer.ok ? [] : answer.problems;
      assert.match(problem?.reason ?? '', row[column]);
      assert.ok(problem?.mend);
    }
  }
});

test('an approval whose time was over when it came in is genuine, told as over, and lets nothing through', async () => {
  const author = await machine();
  const prepared = await author.service.answer('askApproval', draft);
  assert.ok(prepared.ok);
  const message = await answerOf('approved', { days: 1 });
  author.now = start + 2 * 24 * 60 * 60_000;
  const taken = await author.service.answer('takeApproval', { message });
  assert.deepEqual(taken.ok && [taken.decision, taken.record, taken.state], ['approved', prepared.id, 'expired']);
  assert.deepEqual(taken.ok && taken.caveat, { why: 'expired' });
  assert.equal(await author.verdict(), 'warn');
});

test('an approval that holds only later, or for another network, is told as that', async () => {
  const author = await machine();
  const prepared = await author.service.answer('askApproval', draft);
  assert.ok(prepared.ok);
  const good = await answerOf('approved');
  const read = readToken(good);
  assert.ok(read.ok);
  const from = start / 1000 + 3600;
  const taken = await author.service.answer('takeApproval', {
    message: await sign({ ...read.claims, iat: from, nbf: from }, key),
  });
  assert.deepEqual(taken.ok && [taken.record, taken.state], [prepared.id, 'draft']);
  assert.deepEqual(taken.ok && taken.caveat, { why: 'not-yet', from: from * 1000 });
  assert.equal(await author.verdict(), 'warn');
  author.now = from * 1000;
  assert.equal((await author.only()).state, 'approved');
  const message = await answerOf('approved', { network: 'x' });
  const other = await author.service.answer('takeApproval', { message });
  assert.deepEqual(other.ok && [other.record, other.caveat], [null, { why: 'other-network', network: 'x' }]);
  const words = await answerOf('approved', { text: 'Unser Budget.', network: 'x' });
  const elsewhere = await author.service.answer('takeApproval', { message: words });
  assert.deepEqual(elsewhere.ok && [elsewhere.record, elsewhere.caveat], [null, undefined]);
});

test('an approver whose clock goes two minutes ahead is believed at once', async () => {
  const author = await machine();
  await author.service.answer('askApproval', draft);
  const taken = await author.service.answer('takeApproval', { message: await answerOf('approved', { after: 2 }) });
  assert.deepEqual(taken.ok && [taken.state, taken.caveat], ['approved', undefined]);
  assert.equal(await author.verdict(), 'clean');
});

test('an approval of the command holds in the browser, and one of the browser for the command', async () => {
  const keyFile = join(folder, 'anna.json');
  const made = spawnSync(command, ['approve', '--new-key', keyFile, '--by', 'anna'], { encoding: 'utf8' });
  const [, publicKey = ''] = /"key": "([\w-]+)"/.exec(made.stdout) ?? [];
  const pack = join(folder, 'pack.json');
  writeFileSync(pack, JSON.stringify(packWith(publicKey)));
  const run = (...args: string[]) =>
    spawnSync(command, ['approve', '--ui', 'en', '--pack', pack, '--at', '2026-11-25T09:00Z', ...args], {
      encoding: 'utf8',
      input: `${text}\n`,
    });
  const author = await machine(packWith(publicKey));
  const taken = await author.service.answer('takeApproval', { message: run('--key', keyFile).stdout });
  assert.deepEqual(taken.ok && [taken.by, taken.decision], ['Anna Berg', 'approved']);
  assert.equal(await author.verdict(), 'clean');
  const jwk = JSON.parse(readFileSync(keyFile, 'utf8')) as SigningKey;
  await author.lasting.set({ approverKey: jwk });
  await author.boot();
  const answer = await author.service.answer('approve', {
    text,
    network: 'linkedin',
    decision: 'approved',
    note: '',
    days: 3,
  });
  assert.ok(answer.ok);
  assert.ok(await isSignedBy(answer.token, publicKey));
  assert.equal(run('--verify', answer.token).stdout, 'Valid: Anna Berg has agreed to this text.\n');
  const read = readToken(answer.token);
  assert.ok(read.ok);
  assert.match(
    run('--verify', await sign({ ...read.claims, iss: 'anna', exp: 4e9 }, key)).stderr,
    /^Forged or damaged/,
  );
});

test('what cannot be sent waits, over restarts, and arrives once', async () => {
  const slack = await startSlack();
  const port = Number(new URL(slack.base).port);
  const author = await machine(packWith(key.x, `${slack.base}/services/T0/B0/secret`));
  const prepared = await author.service.answer('askApproval', draft);
  assert.ok(prepared.ok);
  const { record } = await author.only();
  const channel = (await author.service.answer('status', {})).loadedPacks?.channels?.[0];
  assert.ok(channel);
  const outgoing = outgoingFor(channel, approvalMessage(record, '', 'de'));
  assert.ok(outgoing);
  await slack.close();
  await author.service.answer('approvalSend', { record: record.id, channel: 'desk', outgoing });
  const offline = await author.only();
  assert.deepEqual([offline.state, offline.waiting[0]?.problems[0]?.code], ['waiting', 'channel-offline']);
  assert.equal(author.wake, start + 30_000);
  // Too early, then a restart while still offline, then the service is back but busy, then it works.
  await author.service.answer('flushOutbox', {});
  author.now = start + 31_000;
  await author.boot();
  await author.service.answer('flushOutbox', {});
  assert.equal(author.wake, start + 31_000 + 60_000);
  const again = await startSlack(port);
  try {
    again.next = [(response) => response.writeHead(429, { 'Retry-After': '7' }).end()];
    author.now = start + 200_000;
    await author.boot();
    await author.service.answer('flushOutbox', {});
    assert.equal(author.wake, start + 207_000);
    assert.equal(await author.verdict(), 'warn', 'a check works whatever the network does');
    author.now = start + 207_000;
    await author.service.answer('flushOutbox', {});
    await author.service.answer('flushOutbox', {});
    assert.equal(again.taken.length, 1);
    assert.equal(again.taken[0]?.body, outgoing.body);
    const { state, waiting } = await author.only();
    assert.deepEqual([state, waiting, author.wake], ['asked', [], null]);
  } finally {
    await again.close();
  }
});

test('what a service refused for good is no longer being sent', async () => {
  const slack = await startSlack();
  const url = `${slack.base}/services/old`;
  const author = await machine(packWith(key.x, url));
  try {
    const prepared = await author.service.answer('askApproval', draft);
    assert.ok(prepared.ok);
    const outgoing = { method: 'POST', url, contentType: 'application/json', body: '{"text":"a"}' } as const;
    await author.service.answer('approvalSend', { record: prepared.id, channel: 'desk', outgoing });
    const { state, waiting } = await author.only();
    assert.deepEqual([state, waiting[0]?.isFinal], ['failed', true]);
    // Tried again: on its way while the service is busy.
    slack.next = [(response) => response.writeHead(500).end('rollup_error')];
    await author.service.answer('approvalRetry', { id: waiting[0]?.id ?? '' });
    assert.equal((await author.only()).state, 'waiting');
  } finally {
    await slack.close();
  }
});

test('what waited when the browser was closed goes on its way, or has its alarm, as soon as the background starts', async () => {
  const slack = await startSlack();
  const url = `${slack.base}/services/T0/B0/secret`;
  const author = await machine(packWith(key.x, url));
  try {
    const outgoing = { method: 'POST', url, contentType: 'application/json', body: '{"text":"a"}' };
    const entry = { id: 'o1', item: 'fair', channel: 'desk', type: 'slack', outgoing, attempts: 0, notBefore: start };
    const later = { ...entry, id: 'o2', item: 'later', notBefore: start + 60_000 };
    const cut = { ...entry, id: 'o3', item: 'cut', startedAt: start };
    await author.lasting.set({ outbox: [entry, later, cut] });
    await author.boot();
    // At once, before anything is sent: what was on its way has its reason.
    const { waitingClaims } = await author.service.answer('approvals', {});
    const told = waitingClaims.map(({ id, isFinal, problems }) => [id, isFinal, problems[0]?.code]);
    assert.deepEqual(told.at(-1), ['o3', true, 'channel-timeout']);
    for (let tries = 0; slack.taken.length === 0 && tries < 100; tries += 1) await pause(10);
    for (let tries = 0; author.wake === null && tries < 100; tries += 1) await pause(10);
    assert.deepEqual([slack.taken.length, author.wake], [1, start + 60_000]);
    const { claims } = await author.service.answer('approvals', {});
    assert.deepEqual(claims, [{ item: 'fair', at: start }]);
  } finally {
    await slack.close();
  }
});

test('what was on its way when the browser ended is not sent twice by itself', async () => {
  const slack = await startSlack();
  const author = await machine(packWith(key.x, `${slack.base}/services/T0/B0/secret`));
  try {
    const entry = {
      id: 'o1',
      item: 'fair',
      channel: 'desk',
      type: 'slack',
      outgoing: {
        method: 'POST',
        url: `${slack.base}/services/T0/B0/secret`,
        contentType: 'application/json',
        body: '{"text":"a"}',
      },
      attempts: 0,
      notBefore: start,
      startedAt: start,
    };
    await author.lasting.set({ outbox: [entry] });
    await author.boot();
    await author.service.answer('flushOutbox', {});
    assert.equal(slack.requests, 0);
    const { waitingClaims } = await author.service.answer('approvals', {});
    assert.deepEqual([waitingClaims[0]?.isFinal, waitingClaims[0]?.problems[0]?.code], [true, 'channel-timeout']);
    await author.service.answer('approvalRetry', { id: 'o1' });
    assert.equal(slack.taken.length, 1);
    const { claims } = await author.service.answer('approvals', {});
    assert.deepEqual(claims, [{ item: 'fair', at: start }]);
  } finally {
    await slack.close();
  }
});

test('a channel that the guideline does not have is not sent to', async () => {
  const author = await machine();
  const outgoing = { method: 'POST', url: 'https://elsewhere.example', contentType: 'text/plain', body: '' } as const;
  const unknown = await author.service.answer('approvalSend', { channel: 'gone', outgoing });
  assert.equal(unknown.ok ? '' : unknown.problems[0]?.code, 'channel-unknown');
  const elsewhere = await author.service.answer('approvalSend', { channel: 'desk', outgoing });
  assert.equal(elsewhere.ok ? '' : elsewhere.problems[0]?.code, 'channel-unknown');
});

test('the company’s policy sets role and department, and nothing that does not fit', async () => {
  const author = new Machine();
  author.managed = { role: 'expert', department: 7, other: 'x' };
  await author.boot();
  await author.service.answer('saveSettings', { role: 'everyone', department: 'hr' });
  const { settings, managed } = await author.service.answer('status', {});
  assert.deepEqual([settings.role, settings.department, managed], ['expert', 'hr', { role: 'expert' }]);
});
