// When a draft is asked about, and which answers count.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { CheckLoop, pause } from '../../extension/src/composer/check-loop';
import type { CheckAnswer } from '../../extension/src/generated/protocol';
import type { Draft, Failed } from '../../extension/src/messages';
import { SendFailed } from '../../extension/src/send';

const answerTo = (draft: Draft): CheckAnswer => ({
  ok: true,
  verdict: 'hint',
  lang: 'de',
  findings: [{ rule: draft.text, type: 'phrases', level: 'hint', title: draft.text, message: '' }],
  length: { network: draft.network, used: draft.text.length },
});

type Reply = (draft: Draft) => Promise<CheckAnswer | Failed>;

function loopWith(reply: Reply = (draft) => Promise.resolve(answerTo(draft))) {
  const state = { text: '', time: 0, asked: [] as string[], changes: 0 };
  const loop = new CheckLoop({
    read: () => ({ text: state.text, network: 'x', kind: 'post' }),
    ask: (draft) => {
      state.asked.push(draft.text);
      return reply(draft);
    },
    changed: () => {
      state.changes += 1;
    },
    now: () => state.time,
  });
  return { loop, state };
}

describe('asking', () => {
  test('waits for a pause, and then asks once with the whole text', async () => {
    const { loop, state } = loopWith();
    for (const text of ['H', 'Ha', 'Hal', 'Hallo']) {
      state.text = text;
      loop.schedule();
      await wait(10);
    }
    await wait(pause - 60);
    assert.deepEqual(state.asked, []);
    await wait(100);
    assert.deepEqual(state.asked, ['Hallo']);
    assert.equal(loop.known()?.findings[0]?.title, 'Hallo');
  });

  test('does not ask again about what is known', async () => {
    const { loop, state } = loopWith();
    state.text = 'Hallo';
    await loop.check();
    await loop.check();
    assert.deepEqual(state.asked, ['Hallo']);
  });

  test('asks once when the pause ends while a press is already asking', async () => {
    const { loop, state } = loopWith(async (draft) => {
      await wait(20);
      return answerTo(draft);
    });
    state.text = 'Hallo';
    await Promise.all([loop.check(), loop.check()]);
    assert.deepEqual(state.asked, ['Hallo']);
  });

  test('says nothing about an empty editor, and takes back what was said', async () => {
    const { loop, state } = loopWith();
    state.text = 'Hallo';
    await loop.check();
    state.text = '';
    loop.schedule();
    await wait(pause + 50);
    assert.deepEqual(state.asked, ['Hallo']);
    assert.equal(loop.checked, null);
    assert.equal(state.changes, 2);
  });

  test('asks about an empty text when somebody presses Post: there may be a picture', async () => {
    const { loop, state } = loopWith();
    await loop.check();
    assert.deepEqual(state.asked, ['']);
  });

  test('stops', async () => {
    const { loop, state } = loopWith();
    state.text = 'Hallo';
    loop.schedule();
    loop.stop();
    await wait(pause + 50);
    assert.deepEqual(state.asked, []);
  });
});

describe('answers', () => {
  test('that come late do not replace newer ones', async () => {
    const { loop, state } = loopWith(async (draft) => {
      await wait(draft.text === 'alt' ? 60 : 5);
      return answerTo(draft);
    });
    state.text = 'alt';
    const first = loop.check();
    state.text = 'neu';
    await loop.check();
    await first;
    assert.equal(loop.checked?.draft.text, 'neu');
    assert.equal(state.changes, 1);
  });

  test('are not known for a text that has changed since', async () => {
    const { loop, state } = loopWith();
    state.text = 'Hallo';
    await loop.check();
    state.text = 'Hallo!';
    assert.equal(loop.known(), null);
    assert.notEqual(loop.checked, null, 'the marks stay until the next answer');
  });

  test('are out of date after a minute, because they also speak of the time', async () => {
    const { loop, state } = loopWith();
    state.text = 'Hallo';
    await loop.check();
    state.time = 59_000;
    assert.notEqual(loop.known(), null);
    state.time = 61_000;
    assert.equal(loop.known(), null);
  });

  test('do not count any more under another guideline', async () => {
    const { loop, state } = loopWith();
    state.text = 'Hallo';
    await loop.check();
    loop.forget();
    assert.equal(loop.known(), null);
    await wait(pause + 50);
    assert.deepEqual(state.asked, ['Hallo', 'Hallo']);
    assert.notEqual(loop.known(), null);
  });
});

describe('trouble', () => {
  test('a background that falls asleep in the middle is asked a second time', async () => {
    let calls = 0;
    const { loop, state } = loopWith((draft) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new SendFailed('silent', null)) : Promise.resolve(answerTo(draft));
    });
    state.text = 'Hallo';
    await loop.check();
    assert.equal(loop.trouble, null);
    assert.notEqual(loop.known(), null);
  });

  test('silence twice is trouble, and the next check tries again', async () => {
    let calls = 0;
    const { loop, state } = loopWith((draft) => {
      calls += 1;
      return calls <= 2 ? Promise.reject(new SendFailed('silent', null)) : Promise.resolve(answerTo(draft));
    });
    state.text = 'Hallo';
    await loop.check();
    assert.equal(loop.trouble, 'failed');
    await loop.check();
    assert.equal(loop.trouble, null);
  });

  test('a core that failed is trouble', async () => {
    const { loop, state } = loopWith(() => Promise.resolve({ ok: false, problems: [] }));
    state.text = 'Hallo';
    await loop.check();
    assert.equal(loop.trouble, 'failed');
    assert.equal(loop.known(), null);
  });

  test('an extension that was updated is not asked again', async () => {
    const { loop, state } = loopWith(() => Promise.reject(new SendFailed('gone', null)));
    state.text = 'Hallo';
    await loop.check();
    assert.equal(loop.trouble, 'gone');
    assert.deepEqual(state.asked, ['Hallo']);
  });
});
