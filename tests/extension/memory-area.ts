import type { Area } from '../../extension/src/background/store';

/** A storage area in memory that, like the browser's, copies what it is given and refuses what exceeds its quota. */
export class MemoryArea implements Area {
  private items: Record<string, unknown> = {};

  /** `quota` in UTF-16 units of the items as JSON. */
  constructor(private readonly quota = Number.POSITIVE_INFINITY) {}

  async get(): Promise<Record<string, unknown>> {
    return structuredClone(this.items);
  }

  async set(items: Record<string, unknown>): Promise<void> {
    const next = { ...this.items, ...structuredClone(items) };
    if (JSON.stringify(next).length > this.quota) throw new Error('Resource::kQuotaBytes quota exceeded');
    this.items = next;
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) delete this.items[key];
  }
}
