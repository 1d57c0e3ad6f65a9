/**
 * What the company has set by policy. Browsers may answer late, with nothing at first, or not at all: at the first start
 * after an installation, Chromium's promise can stay open for good. So a start waits a moment only and goes on with what the
 * policy said last; the browser is asked again, and what it says later holds from then on.
 */
import type { Managed } from '../messages';
import { readManaged } from './settings';
import type { Store } from './store';

/** How long a start waits for the browser's answer, in milliseconds. */
const patience = 300;
/** Pauses before asking again while the browser has said nothing, in milliseconds. */
const pauses = [1000, 3000, 6000];

type Answer = 'set' | 'empty' | 'none';

export class Policy {
  constructor(
    private readonly store: Store,
    private readonly ask: () => Promise<Record<string, unknown>>,
    private readonly changed: () => void,
    private readonly sleep: (milliseconds: number) => Promise<void>,
  ) {
    this.inForce = readManaged(store.get('policy'));
  }

  inForce: Managed;

  /** Ends with the browser's answer, or after a moment without one. */
  async start(): Promise<void> {
    if ((await this.look()) !== 'set') void this.askAgain();
  }

  /** The browser says that the policy is another now. */
  async renew(): Promise<void> {
    if ((await this.look()) === 'empty') await this.take({});
  }

  private async askAgain(): Promise<void> {
    let last: Answer = 'none';
    for (const pause of pauses) {
      await this.sleep(pause);
      last = await this.look();
      if (last === 'set') return;
    }
    // Nothing several times over is no slow start: the policy was taken back.
    if (last === 'empty') await this.take({});
  }

  private async look(): Promise<Answer> {
    const asked = this.ask()
      // Firefox refuses where no policy is set.
      .catch(() => ({}))
      .then(async (policy): Promise<Answer> => {
        const managed = readManaged(policy);
        if (Object.keys(managed).length === 0) return 'empty';
        await this.take(managed);
        return 'set';
      });
    return Promise.race([asked, this.sleep(patience).then((): Answer => 'none')]);
  }

  private async take(managed: Managed): Promise<void> {
    if (JSON.stringify(managed) === JSON.stringify(this.inForce)) return;
    this.inForce = managed;
    if (Object.keys(managed).length === 0) await this.store.remove(['policy']);
    else await this.store.set('policy', managed);
    this.changed();
  }
}
