/**
 * The packs and the library in force: loads them into the core, keeps the last good ones when new ones fail, and says
 * why they failed in the language of the moment.
 */
import { CoreHost } from '../engine/core';
import { hasPatterns } from '../engine/patterns';
import { problem } from '../engine/problems';
import { legalPacks } from '../generated/legal-packs';
import type {
  LoadHolidaysRequest,
  LoadLexiconRequest,
  LoadLibraryAnswer,
  LoadLibraryRequest,
  LoadPacksAnswer,
  LoadPacksRequest,
  Problem,
  UiLanguage,
  ValidateRequest,
} from '../generated/protocol';
import type { BuiltinId, LegalState, SourceState } from '../messages';
import { type Fetched, fetchDocument, readDocument } from './fetch-document';
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
const emptyLibrary = JSON.stringify({ format: 1, id: 'none', name: { de: 'Keine', en: 'None' }, items: [] });

export class Guideline {
  private host: CoreHost | null = null;
  private hostFailure = '';
  /** What the core runs with; differs from what is stored where that no longer loads. */
  private inForce: Record<Part, StoredSource> = { pack: starterPack, library: noLibrary };
  private legalInForce: string[] = [];
  private legalFailure: { ids: string[] } | null = null;
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
    const legal = knownLegal(this.store.get('legalPacks') ?? []);
    this.legalFailure = null;
    if (!(await this.putPackInForce(pack, language, legal))) {
      // Of the company's guideline and the legal packs, what loads without the other stays.
      if (legal.length > 0 && (await this.putPackInForce(pack, language, []))) {
        this.legalFailure = { ids: legal };
      } else {
        await this.refused('pack', pack);
        if (!(await this.putPackInForce(starterPack, language, legal)))
          await this.putPackInForce(starterPack, language, []);
      }
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

  /** The guideline in force once more, with or without the starter guideline underneath; where that fails, as it was. */
  async keepStarter(keep: boolean, language: UiLanguage): Promise<void> {
    const { json, ...source } = this.inForce.pack;
    if (json === undefined || source.keepStarter === keep) return;
    await this.adopt('pack', { ...source, keepStarter: keep }, { ok: true, json }, language);
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

  /** Where the packs do not go together with the guideline in force, those chosen before stay. */
  async chooseLegal(ids: readonly string[], language: UiLanguage): Promise<void> {
    const chosen = knownLegal(ids);
    const works = await this.putPackInForce(this.inForce.pack, language, chosen);
    this.legalFailure = works ? null : { ids: chosen };
    if (works) await this.store.set('legalPacks', chosen);
  }

  async legalState(language: UiLanguage): Promise<LegalState> {
    const { legalFailure, host } = this;
    if (!legalFailure || !host) return { chosen: this.legalInForce, problems: [] };
    const packs = await this.documentsOf('pack', this.inForce.pack, legalFailure.ids).catch(() => []);
    const answer = validate(host, packs, language);
    return { chosen: this.legalInForce, problems: answer.ok ? [] : answer.problems };
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
    if (part === 'pack') await this.fetchNeedsOf(host, documents);
    // A library that the core refuses does not take the place of the one in force, so asking again is harmless.
    const answer =
      part === 'pack' ? validate(host, documents, language) : loadLibrary(host, documents[0] ?? emptyLibrary, language);
    return answer.ok ? [] : answer.problems;
  }

  /**
   * The packs, lowest first, or the one library, that a source stands for, as they are written. Rejects where one cannot
   * be read.
   */
  private async documentsOf(
    part: Part,
    source: StoredSource,
    legal: readonly string[] = this.legalInForce,
  ): Promise<string[]> {
    const { kind, name, keepStarter, json } = source;
    const texts: string[] = [];
    if (part === 'pack' && (keepStarter || kind === 'builtin'))
      texts.push(await this.assets.text('packs/starter.json'));
    if (part === 'pack')
      texts.push(...(await Promise.all(legal.map((id) => this.assets.text(`packs/legal/${id}.json`)))));
    if (kind === 'builtin' && name === 'demo') texts.push(await this.assets.text(`packs/demo/${part}.json`));
    if (json !== undefined) texts.push(json);
    return texts.map((text) => text.replace(/^\uFEFF/, ''));
  }

  private async putPackInForce(
    source: StoredSource,
    language: UiLanguage,
    legal: string[] = this.legalInForce,
  ): Promise<boolean> {
    const packs = await this.documentsOf('pack', source, legal).catch(() => null);
    if (!this.host || !packs) return false;
    // Examples take most of the time of loading. What came with the extension was tested before it was packed; anything
    // else is tested once, and then recognised when the background starts again.
    const digest = await digestOf(packs);
    await this.fetchNeedsOf(this.host, packs);
    const examplesPassed = source.kind === 'builtin' || this.store.get('testedPacks') === digest;
    const request: LoadPacksRequest = { op: 'loadPacks', uiLang: language, packs: [], examplesPassed };
    const answer = this.host.call(request, withPacks(request, packs));
    if (!answer.ok) return false;
    if (!examplesPassed) await this.store.set('testedPacks', digest);
    this.loadedPacks = answer;
    this.inForce.pack = source;
    this.legalInForce = legal;
    return true;
  }

  /** What these packs are not read without, each once. */
  private async fetchNeedsOf(host: CoreHost, packs: string[]): Promise<void> {
    // Without the engine the packs load all the same, and every check says what it could not look at.
    if (!host.hasPatterns && packs.some(hasPatterns)) {
      await this.assets.bytes('patterns.wasm').then(
        (bytes) => host.addPatterns(bytes),
        (error: unknown) => console.error('patterns.wasm cannot be read', error),
      );
    }
    if (packs.some(speaksOfTone)) await this.fetchLexicon();
    // Without them a guideline that names regions is refused.
    if (!host.hasHolidays && packs.some(namesRegions)) await this.loadBundled(host, 'loadHolidays', 'holidays');
  }

  /**
   * The words that the tone is told by. They cost as much memory and time as a guideline, so they come when a guideline
   * speaks of tone or somebody asks for it. Without them nothing is said about tone.
   */
  async fetchLexicon(): Promise<void> {
    const { host } = this;
    if (host && !host.hasLexicon) await this.loadBundled(host, 'loadLexicon', 'lexicon');
  }

  /** A document that came with the extension, handed to the core as it is written. */
  private async loadBundled(
    host: CoreHost,
    op: 'loadHolidays' | 'loadLexicon',
    name: 'holidays' | 'lexicon',
  ): Promise<void> {
    try {
      const document = await this.assets.text(`${name}.json`);
      const request: LoadHolidaysRequest | LoadLexiconRequest =
        op === 'loadHolidays' ? { op, holidays: {} } : { op, lexicon: {} };
      const answer = host.call(request, `{"op":"${op}","${name}":${document}}`);
      if (!answer.ok) console.error(`${name}.json was refused`, answer.problems);
    } catch (error) {
      console.error(`${name}.json cannot be read`, error);
    }
  }

  private async putLibraryInForce(source: StoredSource, language: UiLanguage): Promise<boolean> {
    const documents = await this.documentsOf('library', source).catch(() => null);
    if (!this.host || !documents) return false;
    const [library = emptyLibrary] = documents;
    const answer = loadLibrary(this.host, library, language);
    if (!answer.ok) return false;
    this.loadedLibrary = library === emptyLibrary ? null : answer;
    this.inForce.library = source;
    return true;
  }
}

/** The request with these documents, as they are written, in its empty list of packs. */
function withPacks(request: LoadPacksRequest | ValidateRequest, packs: readonly string[]): string {
  const { packs: _, ...rest } = request;
  return `${JSON.stringify(rest).slice(0, -1)},"packs":[${packs.join(',')}]}`;
}

function validate(host: CoreHost, packs: readonly string[], language: UiLanguage) {
  const request: ValidateRequest = { op: 'validate', uiLang: language, packs: [] };
  return host.call(request, withPacks(request, packs));
}

function loadLibrary(host: CoreHost, library: string, language: UiLanguage) {
  const request: LoadLibraryRequest = { op: 'loadLibrary', uiLang: language, library: {} };
  return host.call(request, `{"op":"loadLibrary","uiLang":"${language}","library":${library}}`);
}

/** Whether a pack, as it is written, may name regions by whose holidays it goes. */
function namesRegions(pack: string): boolean {
  return /"holidayRegions"\s*:/.test(pack);
}

/** Whether a pack, as it is written, may have bounds or targets of tone. */
function speaksOfTone(pack: string): boolean {
  return /"tone"\s*:\s*\[/.test(pack);
}

/** In the order in which they come with the extension, each once. */
function knownLegal(ids: readonly string[]): string[] {
  return legalPacks.map(({ id }) => id).filter((id) => ids.includes(id));
}

/** The same for the same documents, in hexadecimal. */
async function digestOf(documents: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(documents)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
