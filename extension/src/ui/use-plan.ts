/** Asks the core for slots, again whenever the question or the guideline changes. */
import { useEffect, useState } from 'preact/hooks';
import type { PlanAnswer } from '../generated/protocol';
import type { PlanWanted } from '../messages';
import { send } from '../send';

/** Null until there is an answer, and where there is none. `version`: changes when the guideline may have changed. */
export function usePlan(wanted: PlanWanted, version: unknown): PlanAnswer | null {
  const [plan, setPlan] = useState<PlanAnswer | null>(null);
  const question = JSON.stringify(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when the same question has another answer.
  useEffect(() => {
    let current = true;
    send('plan', JSON.parse(question) as PlanWanted).then(
      (answer) => current && setPlan(answer.ok ? answer : null),
      () => current && setPlan(null),
    );
    return () => {
      current = false;
    };
  }, [question, version]);
  return plan;
}
