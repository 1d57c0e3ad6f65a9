/**
 * What the person made of captions in their own words, by library item. Kept until they discard it, also when the item
 * drops out of the list, and when the panel is closed by mistake: in storage.session, which is memory and ends with the
 * browser. Like every draft it never reaches a disk.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Suggestion } from '../../generated/protocol';

export interface OwnText {
  text: string;
  /** As it was when the person wrote: it can be shown where it is no longer suggested. */
  item: Suggestion;
}

export type OwnTexts = Record<string, OwnText>;

const key = 'ownTexts';
/** How long a person has to pause before the words are kept, in milliseconds. */
const pause = 150;

/** The texts, and how to change one: null discards it. */
export function useOwnTexts(): [OwnTexts, (item: Suggestion, text: string | null) => void] {
  const [texts, setTexts] = useState<OwnTexts>({});
  const latest = useRef<OwnTexts>({});
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const adopt = useCallback((next: OwnTexts) => {
    latest.current = next;
    setTexts(next);
  }, []);

  const keep = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    // Where even this is full, the words stay in the panel for as long as it is open.
    browser.storage.session.set({ [key]: latest.current }).catch(() => undefined);
  }, []);

  useEffect(() => {
    // Under this key there is only what `keep` wrote. What was typed before the answer came is newer.
    browser.storage.session.get(key).then(
      ({ [key]: kept }) => adopt({ ...(kept as OwnTexts | undefined), ...latest.current }),
      () => undefined,
    );
    // Another window's panel wrote, or the person deleted everything. What is being typed here is newer.
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const change = changes[key];
      if (change && timer.current === null) adopt((change.newValue as OwnTexts | undefined) ?? {});
    };
    browser.storage.session.onChanged.addListener(onChanged);
    // A panel that is closed gets no time for a timer.
    window.addEventListener('pagehide', keep);
    return () => {
      browser.storage.session.onChanged.removeListener(onChanged);
      window.removeEventListener('pagehide', keep);
    };
  }, [adopt, keep]);

  const change = useCallback(
    (item: Suggestion, text: string | null) => {
      const { [item.item]: _, ...others } = latest.current;
      adopt(text === null ? others : { ...others, [item.item]: { text, item } });
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(keep, pause);
    },
    [adopt, keep],
  );
  return [texts, change];
}
