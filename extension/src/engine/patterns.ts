/**
 * The pattern engine (build/wasm/patterns.wasm) as the core's module calls it. The two share no memory, so the bytes of
 * each call and of each reply are copied. It starts with the first call: a guideline without patterns costs nothing.
 */

/** The interface version this was written for. */
const abiVersion = 1;

interface PatternExports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  patterns_abi_version: () => number;
  patterns_alloc: (size: number) => number;
  patterns_free: (memory: number) => void;
  patterns_call: (call: number, data: number, size: number) => number;
}

/** What the core's module hears where there is no engine. */
const noReply = -1;

export class PatternEngine {
  private engine: PatternExports | null = null;
  private lastReply = new Uint8Array();
  /** Whether it trapped: what it knew is lost, and it stays silent. */
  broken = false;

  /** `memory` is the core's, asked for anew each time, because growing replaces it. */
  constructor(
    private readonly module: () => WebAssembly.Module | null,
    private readonly start: (module: WebAssembly.Module) => WebAssembly.Instance,
    private readonly memory: () => ArrayBuffer,
  ) {}

  /** The functions that the core's module imports from "patterns". */
  readonly imports = {
    call: (call: number, data: number, size: number): number => {
      try {
        return this.call(call, new Uint8Array(this.memory(), data, size));
      } catch (error) {
        console.error('patterns.wasm failed', error);
        this.broken = true;
        this.engine = null;
        return noReply;
      }
    },
    reply: (to: number): void => {
      new Uint8Array(this.memory(), to, this.lastReply.length).set(this.lastReply);
    },
  };

  private call(call: number, data: Uint8Array): number {
    const engine = this.running();
    if (!engine) return noReply;
    const address = engine.patterns_alloc(data.length);
    if (address === 0) throw new WebAssembly.RuntimeError('out of memory');
    new Uint8Array(engine.memory.buffer, address, data.length).set(data);
    const reply = engine.patterns_call(call, address, data.length);
    engine.patterns_free(address);
    const [at = 0, size = 0] = new Uint32Array(engine.memory.buffer, reply, 2);
    // A view is enough: the core asks for the reply before anything else is called.
    this.lastReply = new Uint8Array(engine.memory.buffer, at, size);
    return size;
  }

  private running(): PatternExports | null {
    if (this.engine || this.broken) return this.engine;
    const module = this.module();
    if (!module) return null;
    // The C interface is the contract; WebAssembly's own types know nothing of it.
    const engine = this.start(module).exports as unknown as PatternExports;
    engine._initialize?.();
    const version = engine.patterns_abi_version();
    if (version !== abiVersion) throw new Error(`patterns.wasm speaks interface ${version}, this host ${abiVersion}.`);
    this.engine = engine;
    return engine;
  }
}

/** Whether a pack, as it is written, may have a rule of patterns. */
export function hasPatterns(pack: string): boolean {
  return /"type"\s*:\s*"patterns"/.test(pack);
}
