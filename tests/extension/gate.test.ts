// What becomes of one press of the site's post button.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { askLimit, Gate, type GateParts, type Verdict } from '../../extension/src/composer/gate';

/** A gate before a pretend button that writes down what happens to it. */
function gateWith(given: { known?: Verdict | null; asked?: () => Promise<Verdict | null>; hasButton?: boolean }) {
  const events: string[] = [];
  const state = { time: 1000, known: given.known ?? null };
  const note = (event: string) => () => {
    events.push(event);
  };
  const parts: GateParts = {
    known: () => state.known,
    ask: given.asked ?? (() => Promise.resolve(null)),
    press: () => {
      events.push('press');
      // The site's own button makes an event that comes to the gate as well.
      events.push(gate.holds(false) ? 'own press held' : 'own press passed');
    },
    canPress: () => given.hasButton ?? true,
    openDialog: note('dialog'),
    posted: note('posted'),
    unchecked: note('unchecked'),
    pressAgain: note('press again'),
    now: () => state.time,
  };
  const gate = new Gate(parts);
  return { gate, events, state };
}

describe('a press whose verdict is known', () => {
  for (const known of ['clean', 'hint'] as const) {
    test(`passes at once on "${known}"`, () => {
      const { gate, events } = gateWith({ known });
      assert.equal(gate.holds(true), false);
      assert.deepEqual(events, ['posted']);
    });
  }

  for (const known of ['ask', 'warn', 'block'] as const) {
    test(`is held on "${known}"`, () => {
      const { gate, events } = gateWith({ known });
      assert.equal(gate.holds(true), true);
      assert.deepEqual(events, ['dialog']);
    });
  }

  test('opens one dialog, however often it is pressed', () => {
    const { gate, events } = gateWith({ known: 'block' });
    for (let press = 0; press < 3; press++) assert.equal(gate.holds(true), true);
    assert.deepEqual(events, ['dialog']);
  });

  test('counts once though key, click and submit all come', () => {
    const { gate, events, state } = gateWith({ known: 'clean' });
    assert.equal(gate.holds(true), false);
    state.known = null;
    assert.equal(gate.holds(false), false, 'the site has emptied the editor in between');
    assert.deepEqual(events, ['posted']);
  });

  test('is held straight after another post when it is a new and serious one', () => {
    const { gate, events, state } = gateWith({ known: 'clean' });
    assert.equal(gate.holds(true), false);
    state.known = 'block';
    state.time += 300;
    assert.equal(gate.holds(true), true);
    assert.deepEqual(events, ['posted', 'dialog']);
  });

  test('can be held again after going back to editing', () => {
    const { gate, events } = gateWith({ known: 'warn' });
    gate.holds(true);
    gate.cancel();
    assert.equal(gate.holds(true), true);
    assert.deepEqual(events, ['dialog', 'dialog']);
  });
});

describe('posting from the dialog', () => {
  test('presses the site’s button exactly once, also when confirmed twice', () => {
    const { gate, events } = gateWith({ known: 'warn' });
    gate.holds(true);
    gate.confirm();
    gate.confirm();
    assert.deepEqual(events, ['dialog', 'posted', 'press', 'own press passed']);
  });

  test('swallows the rest of a double click, and lets the form be submitted', () => {
    const { gate, state } = gateWith({ known: 'warn' });
    gate.holds(true);
    gate.confirm();
    state.time += 100;
    assert.equal(gate.holds(true), true, 'second half of a double click');
    assert.equal(gate.holds(false), false, 'submit that follows the press');
  });

  test('holds the next post like any other', () => {
    const { gate, events, state } = gateWith({ known: 'warn' });
    gate.holds(true);
    gate.confirm();
    state.time += 5000;
    assert.equal(gate.holds(true), true);
    assert.equal(events.filter((event) => event === 'dialog').length, 2);
  });

  test('without a button to press: the person presses again, and that goes through', () => {
    const { gate, events, state } = gateWith({ known: 'warn', hasButton: false });
    gate.holds(true);
    gate.confirm();
    assert.ok(events.includes('press again'));
    state.time += 2000;
    assert.equal(gate.holds(true), false);
  });

  test('is impossible without a press before it', () => {
    const { gate, events } = gateWith({ known: 'warn' });
    gate.confirm();
    assert.deepEqual(events, []);
  });
});

describe('a press whose verdict is not known', () => {
  test('is held, asked about, and pressed once when there is nothing against it', async () => {
    const { gate, events } = gateWith({ asked: () => Promise.resolve('clean') });
    assert.equal(gate.holds(true), true);
    assert.equal(gate.holds(true), true, 'a second press while asking');
    await wait(5);
    assert.deepEqual(events, ['posted', 'press', 'own press passed']);
  });

  test('opens the dialog when there is', async () => {
    const { gate, events } = gateWith({ asked: () => Promise.resolve('block') });
    gate.holds(true);
    await wait(5);
    assert.deepEqual(events, ['dialog']);
  });

  for (const [what, asked] of [
    ['no answer', () => Promise.resolve(null)],
    ['an error', () => Promise.reject(new Error('gone'))],
  ] as const) {
    test(`goes through on ${what}, and the person is told`, async () => {
      const { gate, events } = gateWith({ asked });
      gate.holds(true);
      await wait(5);
      assert.deepEqual(events, ['unchecked', 'posted', 'press', 'own press passed']);
    });
  }

  test('goes through when the answer takes longer than the limit', async () => {
    const { gate, events } = gateWith({ asked: () => new Promise(() => undefined) });
    gate.holds(true);
    await wait(askLimit - 100);
    assert.deepEqual(events, []);
    await wait(200);
    assert.deepEqual(events, ['unchecked', 'posted', 'press', 'own press passed']);
  });
});

test('a dialog that cannot be shown keeps nobody from posting', () => {
  const gate = new Gate({
    known: () => 'block',
    ask: () => Promise.resolve('block'),
    canPress: () => true,
    press: () => undefined,
    openDialog: () => {
      throw new Error('no overlay');
    },
    posted: () => undefined,
    unchecked: () => undefined,
    pressAgain: () => undefined,
    now: () => 0,
  });
  assert.equal(gate.holds(true), false);
});
