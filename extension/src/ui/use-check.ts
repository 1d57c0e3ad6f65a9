import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckAnswer, Problem } from '../generated/protocol';
import type { Draft } from '../messages';
import { send } from '../send';

/** How long a person has to pause before the text is checked, in milliseconds. */
const pause = 200;

export interface Checked {
  /** The answer for `text`; null until there is one. It may be one pause older than the draft. */
  answer: CheckAnswer | null;
  text: string;
  problems: Problem[];
  /** Nobody answered. */
  silent: boolean;
}

const nothing: Checked = { answer: null, text: '', problems: [], silent: false };

/** Checks the draft whenever it changed and the person paused. `version` changes when the guideline does. */
export function useCheck(draft: Draft, version: unknown): Checked {
  const [checked, setChecked] = useState<Checked>(nothing);
  const latest = useRef(0);
  const key = JSON.stringify([draft, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when the draft is another one.
  useEffect(() => {
    const turn = ++latest.current;
    if (draft.text.trim() === '') {
      setChecked(nothing);
      return;
    }
    const timer = setTimeout(async () => {
      const next = await checkDraft(draft);
      if (turn === latest.current) setChecked(next);
    }, pause);
    return () => clearTimeout(timer);
  }, [key]);
  return checked;
}

/** Checks a draft now. Never rejects. */
export async function checkDraft(draft: Draft): Promise<Checked> {
  try {
    const answer = await send('check', draft);
    const { text } = draft;
    return answer.ok
      ? { answer, text, problems: [], silent: false }
      : { answer: null, text, problems: answer.problems, silent: false };
  } catch {
    return { ...nothing, text: draft.text, silent: true };
  }
}
