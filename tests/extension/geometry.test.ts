// Where pill, panel and card go.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Box, overlaps, placeCard, placePanel, placePill } from '../../extension/src/overlay/geometry';

const screen = { width: 1280, height: 800 };
const pill = { width: 70, height: 28 };
const everywhere = () => true;

describe('the pill', () => {
  const editor: Box = { left: 360, top: 140, width: 560, height: 200 };

  test('stands beside the editor, where growing text does not push it about', () => {
    assert.deepEqual(placePill(editor, pill, screen, [], everywhere), { left: 928, top: 140 });
  });

  test('goes inside where there is no room beside, away from the text', () => {
    const wide: Box = { left: 0, top: 140, width: 1280, height: 200 };
    const line: Box = { left: 10, top: 150, width: 900, height: 20 };
    const place = placePill(wide, pill, screen, [line], everywhere);
    assert.ok(place);
    assert.equal(overlaps({ ...place, ...pill }, line), false);
    assert.ok(place.left + pill.width <= screen.width);
  });

  test('covers neither text nor button, whatever the editor looks like', () => {
    for (const width of [200, 600, 1280]) {
      for (const top of [0, 300, 770]) {
        const box: Box = { left: 0, top, width, height: 28 };
        const text: Box = { left: 0, top, width, height: 24 };
        const button: Box = { left: width - 90, top: top + 36, width: 90, height: 30 };
        const place = placePill(box, pill, screen, [text, button], everywhere);
        assert.ok(place);
        for (const taken of [text, button]) {
          assert.equal(overlaps({ ...place, ...pill }, taken), false, `${width} wide at ${top}`);
        }
      }
    }
  });

  test('leaves alone what can be clicked on the page', () => {
    const link: Box = { left: 925, top: 130, width: 200, height: 60 };
    const place = placePill(editor, pill, screen, [], (box) => !overlaps(box, link));
    assert.ok(place);
    assert.equal(overlaps({ ...place, ...pill }, link), false);
  });

  test('stays on the screen with an editor that is larger than it', () => {
    const place = placePill({ left: 100, top: -500, width: 600, height: 3000 }, pill, screen, [], everywhere);
    assert.ok(place && place.top >= 0 && place.top + pill.height <= screen.height);
  });

  test('is not shown for an editor that was scrolled away', () => {
    assert.equal(placePill({ left: 100, top: -300, width: 600, height: 100 }, pill, screen, [], everywhere), null);
  });
});

describe('the panel', () => {
  const size = { width: 360, height: 500 };

  test('stands beside the composer, under the pill, narrower where it must be', () => {
    const composer: Box = { left: 360, top: 140, width: 560, height: 270 };
    const at: Box = { left: 928, top: 140, ...pill };
    const place = placePanel(composer, at, size, screen);
    const box = { ...place, height: size.height };
    assert.equal(overlaps(box, composer), false);
    assert.equal(overlaps(box, at), false);
    assert.ok(place.left + place.width <= screen.width);
    assert.equal(place.width, 344);
  });

  test('goes to the left where there is more room', () => {
    const composer: Box = { left: 700, top: 140, width: 560, height: 270 };
    const place = placePanel(composer, { left: 1190, top: 380, ...pill }, size, screen);
    assert.ok(place.left + place.width <= composer.left);
  });

  test('goes under the composer on a narrow screen', () => {
    const composer: Box = { left: 10, top: 10, width: 380, height: 150 };
    const at: Box = { left: 320, top: 130, ...pill };
    const place = placePanel(composer, at, size, { width: 400, height: 800 });
    assert.equal(overlaps({ ...place, height: size.height }, composer), false);
  });

  test('stays on the screen where there is no room at all', () => {
    const composer: Box = { left: 0, top: 0, width: 400, height: 600 };
    const place = placePanel(composer, { left: 320, top: 500, ...pill }, size, { width: 400, height: 600 });
    assert.ok(place.top >= 0 && place.left >= 0 && place.top + size.height <= 600);
  });
});

describe('the card', () => {
  const card = { width: 340, height: 220 };

  test('opens under the words, over them at the foot of the screen, and never leaves the screen', () => {
    const words: Box = { left: 400, top: 200, width: 90, height: 20 };
    assert.deepEqual(placeCard(words, card, screen), { left: 400, top: 228 });
    assert.deepEqual(placeCard({ ...words, top: 700 }, card, screen), { left: 400, top: 472 });
    assert.equal(placeCard({ ...words, left: 1200 }, card, screen).left, 932);
  });
});
