/**
 * The host of the core: runs build/wasm/botschaft.wasm (and site.wasm, which has the same interface) in a service worker,
 * an extension page or Node, by the C interface in wasm/abi/botschaft.h. One request in, one answer out. If the module traps, the instance is dropped, the
 * caller gets an answer with the problem, and a new instance starts with the packs and the library that were in force.
 */
import type {
  AnalyzeAnswer,
  AnalyzeRequest,
  ApprovalTextAnswer,
  ApprovalTextRequest,
  AuditAnswer,
  AuditRequest,
  CheckAnswer,
  CheckRequest,
  Failure,
  IntentAnswer,
  IntentRequest,
  LoadHolidaysAnswer,
  LoadHolidaysRequest,
  LoadLexiconAnswer,
  LoadLexiconRequest,
  LoadLibraryAnswer,
  LoadLibraryRequest,
  LoadPacksAnswer,
  LoadPacksRequest,
  PlanAnswer,
  PlanRequest,
  Request,
  SuggestAnswer,
  SuggestRequest,
  UiLanguage,
  ValidateAnswer,
  ValidateRequest,
} from '../generated/protocol';
import { PatternEngine } from './patterns';
import { problem } from './problems';

/** Request → answer, failures aside. */
export type AnswerTo<R extends Request> = R extends LoadPacksRequest
  ? LoadPacksAnswer
  : R extends LoadLibraryRequest
    ? LoadLibraryAnswer
    : R extends LoadLexiconRequest
      ? LoadLexiconAnswer
      : R extends ValidateRequest
        ? ValidateAnswer
        : R extends CheckRequest
          ? CheckAnswer
          : R extends SuggestRequest
            ? SuggestAnswer
            : R extends IntentRequest
              ? IntentAnswer
              : R extends AnalyzeRequest
                ? AnalyzeAnswer
                : R extends AuditRequest
                  ? AuditAnswer
                  : R extends ApprovalTextRequest
                    ? ApprovalTextAnswer
                    : R extends PlanRequest
                      ? PlanAnswer
                      : R extends LoadHolidaysRequest
                        ? LoadHolidaysAnswer
                        : never;

/** The interface version this host was written for. */
const abiVersion = 1;

interface CoreExports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  botschaft_abi_version: () => number;
  botschaft_new: () => number;
  botschaft_alloc: (size: number) => number;
  botschaft_free: (memory: number) => void;
  botschaft_call: (engine: number, request: number, size: number) => number;
}

const wasiNoSys = 52;

/**
 * The core does no I/O; what its runtime library imports all the same gets a stand-in that refuses. Ending the process
 * becomes a trap, which `call` turns into an answer.
 */
function refusingImports(
  module: WebAssembly.Module,
  given: Record<string, Record<string, WebAssembly.ImportValue>> = {},
): WebAssembly.Imports {
  const imports = { ...given };
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (given[from]?.[name]) continue;
    if (kind !== 'function')
      throw new Error(`The module imports ${from}.${name}, a ${kind}, which this host has not got.`);
    const group = imports[from] ?? {};
    imports[from] = group;
    if (name === 'proc_exit' || name === 'abort') {
      group[name] = () => {
        throw new WebAssembly.RuntimeError(`the module called ${name}`);
      };
    } else {
      group[name] = () => (from.startsWith('wasi') ? wasiNoSys : 0);
    }
  }
  return imports;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One running instance with one engine in it. Every method throws where the module traps. */
class Instance {
  private readonly core: CoreExports;
  private readonly engine: number;
  readonly patterns: PatternEngine;

  constructor(module: WebAssembly.Module, patterns: () => WebAssembly.Module | null) {
    const start = (engine: WebAssembly.Module) => new WebAssembly.Instance(engine, refusingImports(engine));
    this.patterns = new PatternEngine(patterns, start, () => this.core.memory.buffer);
    const imports = refusingImports(module, { patterns: this.patterns.imports });
    // The C interface is the contract; WebAssembly's own types know nothing of it.
    this.core = new WebAssembly.Instance(module, imports).exports as unknown as CoreExports;
    this.core._initialize?.();
    const version = this.core.botschaft_abi_version();
    if (version !== abiVersion) throw new Error(`The module speaks interface ${version}, this host ${abiVersion}.`);
    this.engine = this.core.botschaft_new();
  }

  call(request: string): string {
    const { core } = this;
    const bytes = encoder.encode(request);
    const address = core.botschaft_alloc(bytes.length);
    if (address === 0) throw new WebAssembly.RuntimeError('out of memory');
    try {
      // `memory.buffer` is read anew after every call: growing the memory replaces it.
      new Uint8Array(core.memory.buffer, address, bytes.length).set(bytes);
      const reply = core.botschaft_call(this.engine, address, bytes.length);
      const [data = 0, size = 0] = new Uint32Array(core.memory.buffer, reply, 2);
      return decoder.decode(new Uint8Array(core.memory.buffer, data, size));
    } finally {
      core.botschaft_free(address);
    }
  }
}

export class CoreHost {
  private instance: Instance | null = null;
  /** The requests whose effect a new instance must have: the holidays, the words of the tone, the packs and the library in force. */
  private holidays: string | null = null;
  private lexicon: string | null = null;
  private packs: string | null = null;
  private library: string | null = null;

  private patterns: WebAssembly.Module | null = null;

  /** Throws where the module cannot be instantiated: there is no core to answer then. */
  constructor(private readonly module: WebAssembly.Module) {
    this.instance = this.start();
  }

  /** `source`: the bytes of botschaft.wasm, or the module compiled from them. */
  static async create(source: WebAssembly.Module | BufferSource): Promise<CoreHost> {
    return new CoreHost(source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source));
  }

  /** Gives it patterns.wasm, before the first packs that need it. Without it rules of patterns find nothing and say so. */
  async addPatterns(source: WebAssembly.Module | BufferSource): Promise<void> {
    this.patterns = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  }

  get hasPatterns(): boolean {
    return this.patterns !== null;
  }

  /** Whether it was given the public holidays of regions. */
  get hasHolidays(): boolean {
    return this.holidays !== null;
  }

  /** Whether it was given the words that the tone is told by. */
  get hasLexicon(): boolean {
    return this.lexicon !== null;
  }

  /**
   * Never throws. A trap gives a Failure with the code `core-trapped`. `json`: the request as text, where it carries
   * documents as they were written, which no object can: one of two keys of the same name would be gone.
   */
  call<R extends Request>(request: R, json: string = JSON.stringify(request)): AnswerTo<R> | Failure {
    // New packs get a new pattern engine where the last one broke.
    if (request.op === 'loadPacks' && this.instance?.patterns.broken) this.instance = null;
    try {
      // The answer's shape follows from the request's by the protocol, which the core is tested against.
      const answer = JSON.parse(this.running().call(json)) as AnswerTo<R> | Failure;
      if (answer.ok && request.op === 'loadLexicon') this.lexicon = json;
      if (answer.ok && request.op === 'loadHolidays') this.holidays = json;
      if (answer.ok && request.op === 'loadPacks') this.packs = json;
      if (answer.ok && request.op === 'loadLibrary') this.library = json;
      return answer;
    } catch (error) {
      this.instance = null;
      return { ok: false, problems: [problem('core-trapped', languageOf(request), String(error))] };
    }
  }

  /** The same for a request that is JSON already; the answer's bytes as the core wrote them. Throws on a trap. */
  callJson(request: string): string {
    try {
      return this.running().call(request);
    } catch (error) {
      this.instance = null;
      throw error;
    }
  }

  private start(): Instance {
    return new Instance(this.module, () => this.patterns);
  }

  private running(): Instance {
    if (this.instance) return this.instance;
    const fresh = this.start();
    for (const request of [this.holidays, this.lexicon, this.packs, this.library]) {
      if (request !== null) fresh.call(request);
    }
    this.instance = fresh;
    return fresh;
  }
}

function languageOf(request: Request): UiLanguage {
  return request.uiLang ?? 'en';
}
