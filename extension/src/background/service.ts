/**
 * Answers every message in messages.ts. Everything here can be rebuilt from storage at any time, because the browser
 * stops the background when it has been idle: nothing is kept alive, and nothing but what the store holds is lost.
 */
import { problem } from '../engine/problems';
import { dayIn, endOfDay, instantIn, isKnownTimeZone, systemTimeZone, zoneAround } from '../engine/time-zone';
import type { Problem, UiLanguage } from '../generated/protocol';
import type { Draft, FindingNote, Messages, MessageType, PlanWanted, Reminder, Settings, Status } from '../messages';
import { Approvals, type CheckedAnswers } from './approvals';
import { type Assets, Guideline, type Part } from './guideline';
import { countedHistory, remember, sharedHistory } from './history';
import { Policy } from './policy';
import { readSettings, resolveLanguage } from './settings';
import { type Area, Store } from './store';
import { budgetMinutes, today, withSeconds } from './work-time';

/** What the service needs from the place it runs in. */
export interface Environment {
  assets: Assets;
  lasting: Area;
  session: Area;
  /** BCP 47, for example de-AT. */
  browserLanguage: () => string;
  /** Epoch milliseconds. */
  now: () => number;
  /** Called when settings, packs or library changed: open pages and tabs check again. */
  changed: (settings: Settings, language: UiLanguage) => void;
  /** Called at the start and after every change: where sites that can live anywhere are switched on. */
  hostsKnown?: (hosts: Settings['hosts']) => void;
  /** Called when it becomes known whether anything must be fetched again from time to time. */
  needsRenewal: (needed: boolean) => void;
  /** Called with instants (epoch milliseconds) at which the background must look at the time again. */
  wake?: (at: number[]) => void;
  /** Called with the instant (epoch milliseconds) at which `flushOutbox` is wanted; null: not at all. */
  wakeAt?: (at: number | null) => void;
  /** What the company has set by policy; whatever it is, only what fits is taken. */
  managed?: () => Promise<Record<string, unknown>>;
  /** Ends after so many milliseconds. */
  sleep?: (milliseconds: number) => Promise<void>;
}

type Body<T extends MessageType> = Messages[T][0];
type Answer<T extends MessageType> = Messages[T][1];
type Handlers = {
  [T in Exclude<MessageType, 'openSidePanel' | 'helperState'>]: (body: Body<T>) => Answer<T> | Promise<Answer<T>>;
};

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

const mostNotes = 500;
const mostReminders = 50;
/** A reminder that comes later than this, because the browser was closed, helps nobody. */
const latestReminder = 60 * 60_000;

export class Service {
  private isStarted = false;
  private readonly policy: Policy;
  private readonly approvals: Approvals;

  private constructor(
    private readonly environment: Environment,
    private readonly store: Store,
    private readonly guideline: Guideline,
  ) {
    const { managed = async () => ({}), sleep = pause } = environment;
    this.policy = new Policy(store, managed, () => this.isStarted && void this.afterChange(), sleep);
    this.approvals = new Approvals({
      store,
      core: () => this.guideline.core(this.language()),
      packs: () => this.guideline.loadedPacks,
      language: () => this.language(),
      now: () => this.environment.now(),
      check: (draft, answers) => this.check(draft, answers),
      wakeAt: (at) => this.environment.wakeAt?.(at),
    });
  }

  static async start(environment: Environment): Promise<Service> {
    const store = await Store.open(environment.lasting, environment.session);
    const service = new Service(environment, store, new Guideline(environment.assets, store, environment.now));
    if (environment.managed) await service.policy.start();
    await service.guideline.start(service.language());
    service.isStarted = true;
    await service.approvals.resume();
    environment.needsRenewal(service.guideline.hasUrl());
    environment.hostsKnown?.(service.settings().hosts);
    return service;
  }

  async answer<T extends Exclude<MessageType, 'openSidePanel' | 'helperState'>>(
    type: T,
    body: Body<T>,
  ): Promise<Answer<T>> {
    return this.handlers[type](body);
  }

  private readonly handlers: Handlers = {
    check: (draft) => this.check(draft),
    suggest: (wanted) => {
      const core = this.guideline.core(this.language());
      if ('ok' in core) return core;
      const { department, topics } = this.settings();
      return core.call({
        op: 'suggest',
        ...wanted,
        uiLang: this.language(),
        ...(department === '' ? {} : { department }),
        topics,
        ...this.clock(),
        history: sharedHistory(this.store.get('history') ?? [], this.environment.now()),
      });
    },
    plan: (wanted) => this.plan(wanted),
    remind: async ({ reminder, on }) => {
      const others = this.reminders().filter(
        ({ utc, network }) => utc !== reminder.utc || network !== reminder.network,
      );
      const reminders = on ? [...others, reminder].sort((a, b) => a.utc - b.utc).slice(0, mostReminders) : others;
      await this.store.set('reminders', reminders);
      this.environment.wake?.(reminders.map(({ utc }) => utc * 1000));
      return { reminders };
    },
    reminders: () => ({ reminders: this.reminders() }),
    worked: ({ seconds }) => this.worked(seconds),
    workTime: () => {
      if (!this.settings().countTime) return null;
      const time = today(this.store.get('workTime'), systemTimeZone(), this.environment.now());
      return { minutes: Math.floor(time.seconds / 60), budget: this.budget() };
    },
    intent: (wanted) => {
      const core = this.guideline.core(this.language());
      return 'ok' in core ? core : core.call({ op: 'intent', uiLang: this.language(), ...wanted });
    },
    posted: async (what) => {
      const history = remember(this.store.get('history') ?? [], what, this.environment.now());
      await this.store.set('history', history);
      return { ok: true };
    },
    status: () => this.status(),
    saveSettings: async (change) => {
      const before = this.language();
      const own = readSettings(this.store.get('settings'));
      const next = readSettings({ ...own, ...change });
      // What a page shows as set by the policy does not become the person's own choice.
      for (const host of Object.keys(this.policy.inForce.sites ?? {})) {
        const { [host]: _, ...others } = next.sites;
        const mode = own.sites[host];
        next.sites = mode === undefined ? others : { ...others, [host]: mode };
      }
      await this.store.set('settings', next);
      if (this.language() !== before) await this.guideline.speak(this.language());
      await this.forgetOldTime();
      return this.afterChange();
    },
    loadPackFile: ({ name, json, keepStarter }) => this.load('pack', name, json, keepStarter),
    loadPackUrl: ({ url, keepStarter }) => this.load('pack', url, null, keepStarter),
    keepStarter: async ({ keep }) => {
      await this.guideline.keepStarter(keep, this.language());
      return this.afterChange();
    },
    loadLibraryFile: ({ name, json }) => this.load('library', name, json),
    loadLibraryUrl: ({ url }) => this.load('library', url, null),
    renew: async () => {
      await this.guideline.renew(this.language());
      return this.afterChange();
    },
    useBuiltin: async ({ id, part }) => {
      for (const each of part ? [part] : (['pack', 'library'] as const)) {
        await this.guideline.putBuiltin(each, id, this.language());
      }
      return this.afterChange();
    },
    chooseLegal: async ({ ids }) => {
      await this.guideline.chooseLegal(ids, this.language());
      return this.afterChange();
    },
    stored: async () => ({ stored: await this.store.everything() }),
    deleteStored: async ({ what }) => {
      if (what !== 'everything') {
        await this.store.remove([what]);
        return this.afterChange();
      }
      await this.store.remove([
        'settings',
        'pack',
        'library',
        'legalPacks',
        'packAttempt',
        'libraryAttempt',
        'testedPacks',
        'history',
        'notes',
        'planner',
        'reminders',
        'workTime',
        'approvals',
        'looseApprovals',
        'outbox',
        'claims',
        'approverKey',
        'trelloToken',
        'policy',
      ]);
      // The side panel's, which keeps it there itself.
      await this.environment.session.remove(['ownTexts']).catch(() => undefined);
      await this.guideline.start(this.language());
      return this.afterChange();
    },
    askApproval: (draft) => this.approvals.prepare(draft),
    approvals: () => this.approvals.list(),
    approvalSend: (what) => this.approvals.send(what),
    approvalHandedOver: (what) => this.approvals.handedOver(what),
    approvalRetry: ({ id }) => this.approvals.retry(id),
    approvalDiscard: ({ id }) => this.approvals.discard(id),
    saveTrelloToken: async ({ token }) => {
      await this.store.set('trelloToken', token.slice(0, 300));
      return { ok: true };
    },
    takeApproval: async ({ message }) => {
      const taken = await this.approvals.take(message);
      if (taken.ok) await this.afterChange();
      return taken;
    },
    becomeApprover: ({ person }) => this.approvals.becomeApprover(person),
    approve: (what) => this.approvals.approve(what),
    flushOutbox: async () => {
      await this.approvals.flush();
      return { ok: true };
    },
    reportFinding: async ({ finding, excerpt, note }) => {
      const entry: FindingNote = {
        at: this.environment.now(),
        rule: finding.rule,
        ...(finding.pack === undefined ? {} : { pack: finding.pack }),
        title: finding.title,
        excerpt: excerpt.slice(0, 500),
        note: note.slice(0, 2000),
      };
      await this.store.set('notes', [...(this.store.get('notes') ?? []), entry].slice(-mostNotes));
      return { ok: true };
    },
  };

  private async check(draft: Draft, answered?: CheckedAnswers): Promise<Answer<'check'>> {
    if (draft.tone) await this.guideline.fetchLexicon();
    const approvals = answered ?? (await this.approvals.forCheck(draft.text));
    const core = this.guideline.core(this.language());
    if ('ok' in core) return core;
    const { role } = this.settings();
    const { text, network, kind, answers, images, videos, tone, item, limit, alsoCounted, before } = draft;
    return core.call({
      op: 'check',
      text,
      network,
      kind,
      lang: 'auto',
      uiLang: this.language(),
      ...(role === '' ? {} : { role }),
      ...this.clocks(),
      history: countedHistory(this.store.get('history') ?? [], this.environment.now()),
      ...approvals,
      ...(answers === undefined ? {} : { answers }),
      ...(images === undefined ? {} : { images }),
      ...(videos === undefined ? {} : { videos }),
      ...(tone ? { tone: 'profile' } : {}),
      ...(item === undefined ? {} : { item }),
      ...(limit === undefined ? {} : { limit }),
      ...(alsoCounted === undefined ? {} : { alsoCounted }),
      ...(before === undefined || before.length === 0 ? {} : { before }),
    });
  }

  private async plan(wanted: PlanWanted): Promise<Answer<'plan'>> {
    const core = this.guideline.core(this.language());
    if ('ok' in core) return core;
    if (this.store.get('planner') === undefined) await this.store.set('planner', crypto.randomUUID());
    const { calendar, ...what } = wanted;
    const { role } = this.settings();
    return core.call({
      op: 'plan',
      ...what,
      uiLang: this.language(),
      ...(role === '' ? {} : { role }),
      ...this.clocks(),
      history: countedHistory(this.store.get('history') ?? [], this.environment.now()),
      person: this.store.get('planner') ?? '',
      ...(calendar === undefined ? {} : { ics: calendar }),
    });
  }

  /** Those that lie ahead. */
  private reminders(): Reminder[] {
    return (this.store.get('reminders') ?? []).filter(({ utc }) => utc * 1000 > this.environment.now());
  }

  /** What is due now, or was due while the browser was closed, is told once and forgotten. */
  async dueReminders(): Promise<Reminder[]> {
    const all = this.store.get('reminders') ?? [];
    // A minute early is on time: alarms are not exact.
    const due = all.filter(({ utc }) => utc * 1000 <= this.environment.now() + 60_000);
    if (due.length === 0) return [];
    await this.store.set(
      'reminders',
      all.filter((each) => !due.includes(each)),
    );
    const late = this.environment.now() - latestReminder;
    return due.filter(({ utc }) => utc * 1000 >= late);
  }

  private budget(): number | null {
    return budgetMinutes(this.settings(), this.guideline.loadedPacks?.workingMinutes);
  }

  private async worked(seconds: number): Promise<Answer<'worked'>> {
    if (!this.settings().countTime) return { used: false };
    const now = this.environment.now();
    const time = withSeconds(today(this.store.get('workTime'), systemTimeZone(), now), seconds);
    const budget = this.budget();
    const used = budget !== null && !time.told && time.seconds >= budget * 60;
    await this.store.set('workTime', used ? { ...time, told: true } : time);
    this.environment.wake?.([endOfDay(systemTimeZone(), now)]);
    return { used };
  }

  /** The browser says that the company's policy is another now. */
  renewPolicy(): Promise<void> {
    return this.policy.renew();
  }

  /** Nothing is left of a day that is over, nor where the count was switched off. */
  async forgetOldTime(): Promise<void> {
    const time = this.store.get('workTime');
    if (!time) return;
    const isToday = time.day === dayIn(systemTimeZone(), this.environment.now());
    if (!isToday || !this.settings().countTime) await this.store.remove(['workTime']);
  }

  private async load(part: Part, name: string, json: string | null, keepStarter = true): Promise<Status> {
    const { guideline } = this;
    if (json === null) await guideline.loadUrl(part, name, keepStarter, this.language());
    else await guideline.loadFile(part, name, json, keepStarter, this.language());
    return this.afterChange();
  }

  /** What holds: the policy's word is the last. */
  private settings(): Settings {
    const own = readSettings(this.store.get('settings'));
    return { ...own, ...this.policy.inForce, sites: { ...own.sites, ...this.policy.inForce.sites } };
  }

  private language(): UiLanguage {
    return resolveLanguage(this.settings(), this.environment.browserLanguage());
  }

  /** The instant and the transitions, in the guideline's zone, or this machine's where the guideline names none. */
  private clock() {
    const named = this.guideline.loadedPacks?.timeZone;
    const timeZone = named !== undefined && isKnownTimeZone(named) ? named : systemTimeZone();
    const now = this.environment.now();
    return { now: instantIn(timeZone, now), zone: zoneAround(timeZone, now) };
  }

  /** The same, and the person's own zone, where it is another. */
  private clocks() {
    const own = systemTimeZone();
    const named = this.guideline.loadedPacks?.timeZone;
    const isOther = named !== undefined && named !== own && isKnownTimeZone(named);
    return { ...this.clock(), ...(isOther ? { personZone: zoneAround(own, this.environment.now()) } : {}) };
  }

  private async afterChange(): Promise<Status> {
    this.environment.changed(this.settings(), this.language());
    this.environment.hostsKnown?.(this.settings().hosts);
    this.environment.needsRenewal(this.guideline.hasUrl());
    return this.status();
  }

  private async status(): Promise<Status> {
    const language = this.language();
    const core = this.guideline.core(language);
    const problems: Problem[] = 'ok' in core ? [...core.problems] : [];
    const zone = this.guideline.loadedPacks?.timeZone;
    if (zone !== undefined && !isKnownTimeZone(zone)) problems.push(problem('unknown-time-zone', language, zone));
    const { failure } = this.store;
    return {
      engine: 'ok' in core || this.guideline.loadedPacks === null ? 'failed' : 'ready',
      problems,
      uiLanguage: language,
      settings: this.settings(),
      managed: this.policy.inForce,
      pack: await this.guideline.sourceState('pack', language),
      library: await this.guideline.sourceState('library', language),
      legal: await this.guideline.legalState(language),
      loadedPacks: this.guideline.loadedPacks,
      loadedLibrary: this.guideline.loadedLibrary,
      storage: failure ? [problem(failure.code, language, failure.detail)] : [],
    };
  }
}
