import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again and again until the answer is right.
 * @param what said when it never was, together with the last answer
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  milliseconds = 5000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  let answer = await ask();
  while (!isRight(answer)) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}. The last answer: ${JSON.stringify(answer)}`);
    await wait(20);
    answer = await ask();
  }
  return answer;
}

/** The middle value; of an even number the upper of the two. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
