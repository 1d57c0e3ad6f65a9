import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { fits, hrefFor, isSecure, outgoingFor, retryAfter, sendOut } from '../../extension/src/approval/channels';
import type { ApprovalRecord } from '../../extension/src/approval/record';
import { approvalMessage, claimMessage, readRequestCode } from '../../extension/src/approval/request';
import type { ApprovalChannel } from '../../extension/src/generated/protocol';
import { type FakeService, startSlack, startTeams, startTrello } from './approval-servers';

const now = Date.parse('2026-11-25T09:00:00Z');
const text = 'Wir <!channel> & <@U1> freuen uns über *alles*:\n- „Größe“ 🎉';
const record: ApprovalRecord = {
  id: 'r1',
  network: 'linkedin',
  kind: 'post',
  text,
  textHash: 'h',
  link: 'https://werk.example/a',
  pack: 'works',
  packVersion: '7',
  findings: [{ rule: 'hype', level: 'hint', title: 'Zu laut', message: '„alles“ ist viel.' }],
  needed: [{ id: 'm', title: 'Zahlen', by: [{ id: 'anna', name: 'Anna Berg' }] }],
  steps: [],
  tokens: [],
};
const message = approvalMessage(record, 'Liebe Anna, passt das?', 'de');

test('the message has the text, who is asked, the findings, the link, and a code that brings the exact text', () => {
  assert.equal(message.title, 'Bitte um Freigabe (LinkedIn)');
  for (const part of [
    'Liebe Anna, passt das?',
    text,
    'Zahlen (Anna Berg)',
    'Zu laut: „alles“ ist viel.',
    'https://werk.example/a',
  ])
    assert.ok(message.body.includes(part), part);
  // Whatever a messenger makes of the words around it.
  const quoted = message.body
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\r\n');
  assert.deepEqual(readRequestCode(quoted), { text, network: 'linkedin', pack: 'works', packVersion: '7' });
  assert.equal(readRequestCode('nothing here'), null);
  assert.equal(readRequestCode(message.body.slice(0, -9)), null);
  assert.match(
    claimMessage({ title: 'Sommerfest', url: 'https://a.example' }, 'Jo', 'en').body,
    /^Jo is taking this content\./,
  );
});

describe('Slack', () => {
  let slack: FakeService;
  before(async () => {
    slack = await startSlack();
  });
  after(() => slack.close());
  afterEach(() => {
    slack.next = [];
    slack.taken = [];
  });
  const channel = (path = '/services/T0/B0/secret'): ApprovalChannel => ({
    id: 'c',
    name: 'C',
    type: 'slack',
    url: slack.base + path,
  });
  const send = (to = channel(), timeout?: number) => {
    const outgoing = outgoingFor(to, message);
    assert.ok(outgoing);
    return sendOut(to, outgoing, 0, now, timeout);
  };

  test('the bytes that were shown are the bytes that arrive, and a draft cannot call a whole channel', async () => {
    const shown = outgoingFor(channel(), message);
    assert.deepEqual(await send(), { kind: 'sent' });
    assert.equal(slack.taken[0]?.body, shown?.body);
    const { text: sent } = JSON.parse(slack.taken[0]?.body ?? '') as { text: string };
    assert.ok(sent.includes('Wir &lt;!channel&gt; &amp; &lt;@U1&gt; freuen uns'), sent);
  });

  test('a revoked webhook is refused for good, with what Slack said', async () => {
    assert.deepEqual(await send(channel('/services/old')), {
      kind: 'failed',
      code: 'channel-refused',
      detail: '404 no_service',
    });
  });

  test('429 waits as long as Retry-After says', async () => {
    slack.next = [(response) => response.writeHead(429, { 'Retry-After': '30' }).end('{"ok":false}')];
    const sent = await send();
    assert.deepEqual(
      [sent.kind, 'after' in sent && sent.after, 'code' in sent && sent.code],
      ['later', 30_000, 'channel-busy'],
    );
    assert.equal(retryAfter('Wed, 25 Nov 2026 09:02:00 GMT', now), 120_000);
    assert.equal(retryAfter('soon', now), null);
    assert.equal(retryAfter('0', now), 1000);
    assert.equal(retryAfter('999999999', now), 24 * 60 * 60_000);
  });

  test('500 and no connection: later; a timeout may have arrived and is not repeated', async () => {
    slack.next = [(response) => response.writeHead(500).end('rollup_error')];
    assert.equal((await send()).kind, 'later');
    slack.next = [(response) => response.socket?.destroy()];
    assert.deepEqual(await send(), { kind: 'later', code: 'channel-offline', after: 30_000, detail: '127.0.0.1' });
    slack.next = [() => undefined];
    assert.deepEqual(await send(channel(), 150), { kind: 'failed', code: 'channel-timeout', detail: '127.0.0.1' });
  });

  test('a web page, another answer or a way elsewhere is no success', async () => {
    slack.next = [
      (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Sign in'),
    ];
    assert.deepEqual(await send(), { kind: 'failed', code: 'channel-html', detail: '200' });
    slack.next = [(response) => response.writeHead(200).end('fine')];
    assert.deepEqual(await send(), { kind: 'failed', code: 'channel-refused', detail: '200 fine' });
    slack.next = [(response) => response.writeHead(307, { Location: 'https://elsewhere.example' }).end()];
    assert.deepEqual(await send(), { kind: 'failed', code: 'channel-refused', detail: 'redirect' });
  });

  test('what Slack would cut goes another way; signs count as they are written', () => {
    // changelog/2018-04-truncating-really-long-messages; the title and two line breaks count too.
    assert.equal(fits(channel(), { title: 't', body: 'ä'.repeat(39_997) }), true);
    assert.equal(fits(channel(), { title: 't', body: 'ä'.repeat(39_998) }), false);
    assert.equal(fits(channel(), { title: 't', body: '&'.repeat(8_000) }), false);
  });
});

test('only https leaves the machine', async () => {
  assert.equal(isSecure('http://hooks.slack.example/x'), false);
  assert.equal(isSecure('ftp://127.0.0.1/x'), false);
  assert.equal(isSecure('no address'), false);
  const outgoing = {
    method: 'POST',
    url: 'http://hooks.slack.example/x',
    contentType: 'text/plain',
    body: '',
  } as const;
  assert.deepEqual(await sendOut({ type: 'slack' }, outgoing, 0, now), {
    kind: 'failed',
    code: 'channel-insecure',
    detail: 'http://hooks.slack.example/x',
  });
});

test('Trello: a card in the list, with the person’s own token', async () => {
  const trello = await startTrello();
  const channel: ApprovalChannel = { id: 'b', name: 'B', type: 'trello', list: '5f00aa', key: 'the-key' };
  const send = (to: ApprovalChannel, token = 'my token+/=') => {
    const outgoing = outgoingFor(to, message, token, trello.base);
    assert.ok(outgoing);
    return sendOut(to, outgoing, 2, now);
  };
  try {
    assert.deepEqual(await send(channel), { kind: 'sent', link: 'https://trello.com/c/abc' });
    assert.equal(new URLSearchParams(trello.taken[0]?.body).get('desc'), message.body);
    assert.deepEqual(await send(channel, 'old'), {
      kind: 'failed',
      code: 'channel-token',
      detail: '401 invalid token',
    });
    assert.deepEqual(await send({ ...channel, list: 'gone' }), {
      kind: 'failed',
      code: 'channel-refused',
      detail: '400 invalid value for idList',
    });
    trello.next = [
      (response) =>
        response
          .writeHead(429, { 'Content-Type': 'application/json' })
          .end('{"error":"API_TOKEN_LIMIT_EXCEEDED","message":"Rate limit exceeded"}'),
    ];
    // Without Retry-After: half a minute, doubled at each attempt.
    const busy = await send(channel);
    assert.deepEqual([busy.kind, 'after' in busy && busy.after], ['later', 120_000]);
    assert.equal(fits(channel, { title: 't', body: 'ä'.repeat(16_384) }), true);
    assert.equal(fits(channel, { title: 't', body: 'ä'.repeat(16_385) }), false);
    assert.deepEqual((await send({ ...channel }, 'my token+/=')).kind, 'sent');
  } finally {
    await trello.close();
  }
});

test('Teams: an Adaptive Card in which the draft is text and no Markdown', async () => {
  const teams = await startTeams();
  const url = `${teams.base}/workflows/x/triggers/manual/paths/invoke?sig=s`;
  const channel: ApprovalChannel = { id: 't', name: 'T', type: 'teams', url };
  try {
    const outgoing = outgoingFor(channel, message);
    assert.ok(outgoing);
    assert.deepEqual(await sendOut(channel, outgoing, 0, now), { kind: 'sent' });
    const card = JSON.parse(teams.taken[0]?.body ?? '') as {
      attachments: [{ content: { body: { type: string; inlines: { text: string }[] }[] } }];
    };
    const blocks = card.attachments[0].content.body;
    assert.ok(blocks.every(({ type }) => type === 'RichTextBlock'));
    const words = blocks.map(({ inlines }) => inlines.map(({ text: run }) => run).join('')).slice(1);
    assert.equal(words.join('\n\n'), message.body);
    assert.equal(fits(channel, message), true);
    // In bytes, and below the documented 28 KB.
    assert.equal(fits(channel, { title: 't', body: 'ä'.repeat(10_000) }), true);
    assert.equal(fits(channel, { title: 't', body: 'ä'.repeat(10_500) }), false);
  } finally {
    await teams.close();
  }
});

test('mail and Trello’s form are opened with the message; a long mail brings its subject only', () => {
  const mail = hrefFor({ id: 'm', name: 'M', type: 'mail', to: 'anna@werk.example' }, { title: 'A & B', body: 'x\ny' });
  assert.equal(mail, 'mailto:anna@werk.example?subject=A%20%26%20B&body=x%0D%0Ay');
  const long = hrefFor({ id: 'm', name: 'M', type: 'mail', to: 'a@b.example' }, { title: 'T', body: 'x'.repeat(2000) });
  assert.equal(long, 'mailto:a@b.example?subject=T');
  const card = new URL(hrefFor({ id: 'c', name: 'C', type: 'trello-link' }, message) ?? '');
  assert.deepEqual(
    [card.host, card.pathname, card.searchParams.get('desc')],
    ['trello.com', '/add-card', message.body],
  );
  assert.equal(hrefFor({ id: 'c', name: 'C', type: 'copy' }, message), null);
});
