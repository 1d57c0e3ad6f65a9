/**
 * The packs and the library in force: loads them into the core, keeps the last good ones when new ones fail, and says
 * why they failed in the language of the moment.
 */
import { CoreHost } from '../engine/core';
import { problem } from '../engine/problems';
import type { LoadLibraryAnswer, LoadPacksAnswer, Problem, UiLanguage } from '../generated/protocol';
import type { BuiltinId, SourceState } from '../messages';
import { type Fetched, fetchDocument, parseObject, readDocument } from './fetch-document';
import type { FailedAttempt, Store, StoredSource } from './store';

/** Files that came with the extension, by their path in it. */
export interface Assets {
  text(path: string): Promise<string>;
  bytes(path: string): Promise<ArrayBuffer>;
}

export type Part = 'pack' | 'library';

const attemptKey = { pack: 'packAttempt', library: 'libraryAttempt' } as const;
const starterPack: StoredSource = { kind: 'builtin', name: 'starter', loadedAt: 0, keepStarter: true };
const noLibrary: StoredSource = { kind: 'builtin', name: 'none', loadedAt: 0, keepStarter: true };
/** What the core gets where there is no library. */
const emptyLibrary = { format: 1, id: 'none', name: { de: 'Keine', en: 'None' }, items: [] };

export class Guideline {
  private host: CoreHost | null = null;
  private hostFailure = '';
  /** What the core runs with; differs from what is stored where that no longer loads. */
  private inForce: Record<Part, StoredSource> = { pack: starterPack, library: noLibrary };
  loadedPacks: LoadPacksAnswer | null = null;
  loadedLibrary: LoadLibraryAnswer | null = null;

  constructor(
    private readonly assets: Assets,
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** Starts the core with what is stored; where that fails, with the starter guideline and no library. */
  async start(language: UiLanguage): Promise<void> {
    try {
      this.host = await CoreHost.create(await this.assets.bytes('botschaft.wasm'));
    } catch (error) {
      this.hostFailure = String(error);
      return;
    }
    const pack = this.store.get('pack') ?? starterPack;
    if (!(await this.putPackInForce(pack, language))) {
      await this.refused('pack', pack);
      await this.putPackInForce(starterPack, language);
    }
    const library = this.store.get('library') ?? noLibrary;
    if (!(await this.putLibraryInForce(library, language))) {
      await this.refused('library', library);
      await this.putLibraryInForce(noLibrary, language);
    }
  }

  /** The core, or what to answer where there is none. */
  core(language: UiLanguage): CoreHost | { ok: false; problems: Problem[] } {
    return this.host ?? { ok: false, problems: [problem('core-missing', language, this.hostFailure)] };
  }

  /** The same packs and library again, with the core's sentences in another language. */
  async speak(language: UiLanguage): Promise<void> {
    await this.putPackInForce(this.inForce.pack, language);
    await this.putLibraryInForce(this.inForce.library, language);
  }

  async loadFile(part: Part, name: string, json: string, keepStarter: boolean, language: UiLanguage): Promise<void> {
    await this.adopt(part, { kind: 'file', name, keepStarter, loadedAt: this.now() }, readDocument(json), language);
  }

  async loadUrl(part: Part, url: string, keepStarter: boolean, language: UiLanguage): Promise<void> {
    const source = { kind: 'url', name: url, keepStarter, loadedAt: this.now() } as const;
    await this.adopt(part, source, await fetchDocument(url), language);
  }

  /** Fetches again what came from a URL. What is in force stays so where that fails. */
  async renew(language: UiLanguage): Promise<void> {
    for (const part of ['pack', 'library'] as const) {
      const source = this.store.get(part);
      if (source?.kind === 'url') await this.loadUrl(part, source.name, source.keepStarter, language);
    }
  }

  async putBuiltin(part: Part, id: BuiltinId, language: UiLanguage): Promise<void> {
    const name = part === 'library' && id === 'starter' ? 'none' : id;
    const source: StoredSource = { kind: 'builtin', name, loadedAt: 0, keepStarter: true };
    await (part === 'pack' ? this.putPackInForce(source, language) : this.putLibraryInForce(source, language));
    await this.store.set(part, source);
    await this.store.set(attemptKey[part], null);
  }

  async sourceState(part: Part, language: UiLanguage): Promise<SourceState> {
    const { json: _, ...source } = this.inForce[part];
    const attempt = this.store.get(attemptKey[part]) ?? null;
    if (!attempt) return { ...source, problems: [] };
    return { ...source, problems: await this.problemsOf(part, attempt, language), failedName: attempt.name };
  }

  /** Whether anything has to be fetched again from time to time. */
  hasUrl(): boolean {
    return this.store.get('pack')?.kind === 'url' || this.store.get('library')?.kind === 'url';
  }

  private async adopt(part: Part, source: StoredSource, fetched: Fetched, language: UiLanguage): Promise<void> {
    const { name, keepStarter } = source;
    if (!fetched.ok) {
      await this.store.set(attemptKey[part], { name, keepStarter, code: fetched.code, detail: fetched.detail });
      return;
    }
    const whole = { ...source, json: fetched.json };
    const works = await (part === 'pack'
      ? this.putPackInForce(whole, language)
      : this.putLibraryInForce(whole, language));
    if (!works) return this.refused(part, whole);
    await this.store.set(part, whole);
    await this.store.set(attemptKey[part], null);
  }

  private async refused(part: Part, { name, keepStarter, json }: StoredSource): Promise<void> {
    if (json !== undefined) await this.store.set(attemptKey[part], { name, keepStarter, json });
  }

  private async problemsOf(part: Part, attempt: FailedAttempt, language: UiLanguage): Promise<Problem[]> {
    if ('code' in attempt) return [problem(attempt.code, language, attempt.detail)];
    const { host } = this;
    if (!host) return [problem('core-missing', language, this.hostFailure)];
    const { name, keepStarter, json } = attempt;
    const documents = await this.documentsOf(part, { kind: 'file', name, keepStarter, json, loadedAt: 0 });
    // A library that the core refuses does not take the place of the one in force, so asking again is harmless.
    const answer =
      part === 'pack'
        ? host.call({ op: 'validate', uiLang: language, packs: documents })
        : host.call({ op: 'loadLibrary', uiLang: language, library: documents[0] ?? {} });
    return answer.ok ? [] : answer.problems;
  }

  /** The packs, lowest first, or the one library, that a source stands for. Rejects where one cannot be read. */
  private async documentsOf(part: Part, source: StoredSource): Promise<Record<string, unknown>[]> {
    const { kind, name, keepStarter, json } = source;
    const texts: string[] = [];
    if (part === 'pack' && (keepStarter || kind === 'builtin'))
      texts.push(await this.assets.text('packs/starter.json'));
    if (kind === 'builtin' && name === 'demo') texts.push(await this.assets.text(`packs/demo/${part}.json`));
    if (json !== undefined) texts.push(json);
    return texts.map((text) => {
      const parsed = parseObject(text);
      if (!parsed.ok) throw new Error(parsed.detail);
      return parsed.value;
    });
  }

  private async putPackInForce(source: StoredSource, language: UiLanguage): Promise<boolean> {
    const packs = await this.documentsOf('pack', source).catch(() => null);
    if (!this.host || !packs) return false;
    // Examples take most of the time of loading. What came with the extension was tested before it was packed; anything
    // else is tested once, and then recognised when the background starts again.
    const digest = await digestOf(packs);
    const examplesPassed = source.kind === 'builtin' || this.store.get('testedPacks') === digest;
    const answer = this.host.call({ op: 'loadPacks', uiLang: language, packs, examplesPassed });
    if (!answer.ok) return false;
    if (!examplesPassed) await this.store.set('testedPacks', digest);
    this.loadedPacks = answer;
    this.inForce.pack = source;
    return true;
  }

  private async putLibraryInForce(source: StoredSource, language: UiLanguage): Promise<boolean> {
    const documents = await this.documentsOf('library', source).catch(() => null);
    if (!this.host || !documents) return false;
    const [library = emptyLibrary] = documents;
    const answer = this.host.call({ op: 'loadLibrary', uiLang: language, library });
    if (!answer.ok) return false;
    this.loadedLibrary = library === emptyLibrary ? null : answer;
    this.inForce.library = source;
    return true;
  }
}

/** The same for the same documents, in hexadecimal. */
async function digestOf(documents: Record<string, unknown>[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(documents)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
