/** One composer on the page: its editors, what is known about the draft in them, and the gate before its post button. */
import type { CheckAnswer, Duties, Finding, Problem, Timing } from '../generated/protocol';
import type { Draft, Failed } from '../messages';
import type { Site } from '../sites/sites';
import { CheckLoop, type Trouble } from './check-loop';
import { isField } from './field';
import { countAttached, editorsOf, kindOf, limitOfHost, type Place } from './find';
import type { Verdict } from './gate';
import { levels, type Marks } from './mark';
import type { Mirrors } from './mirror';
import { readText, type TextMap } from './read';
import { type Outcome, replaceText, undoStepBegins } from './replace';

/** A finding and where it is on the page. */
export interface PlacedFinding {
  /** Stays the same from one check to the next while the finding does. */
  key: string;
  finding: Finding;
  editor: HTMLElement;
  /** Live; null for a finding about the whole post. */
  range: Range | null;
  /** The words it is about. */
  excerpt: string;
}

export interface ComposerParts {
  ask(draft: Draft): Promise<CheckAnswer | Failed>;
  marks: Marks;
  mirrors: Mirrors;
  changed(): void;
}

interface Part {
  editor: HTMLElement;
  loop: CheckLoop;
  watching: AbortController;
  /** What was in it last, for a dialog whose next step comes without the editor. */
  kept: string;
  findings: PlacedFinding[];
  /** When the person changed the text last, as performance.now() tells it. */
  typedAt: number;
  /** What the network counts of its last checked text; null where that goes into no other part's count. */
  length: number | null;
  /** What its editor holds now; read only where something has changed since. */
  read(): TextMap;
}

type RangeOf = TextMap['range'];

/**
 * Of a longer mark, such as that of a text that is much too long, so many characters are painted: browsers paint all lines
 * of a mark anew at each key. Pointer and card know the whole of it.
 */
const mostPainted = 120;

/** Said once for a thread, not once for each of its posts. */
const aboutThePress = new Set<Finding['type']>(['calendar', 'frequency', 'rest', 'question']);

const seriousness: readonly Verdict[] = ['clean', ...levels];

export class Composer {
  /** Answers to the guideline's questions for the post being written, by rule id. */
  private answers: Record<string, 'yes' | 'no'> = {};
  private readonly limit: number | null;
  private readonly partOfEditor = new Map<HTMLElement, Part>();

  constructor(
    private readonly site: Site,
    public place: Place,
    private readonly parts: ComposerParts,
  ) {
    this.limit = limitOfHost(site);
    this.refresh();
  }

  /** Takes up editors that have appeared and lets go of those that have left. */
  refresh(): void {
    const editors = new Set(editorsOf(this.site, this.place));
    if (editors.size === 0 && this.keepsText) return;
    for (const part of this.partOfEditor.values()) if (!editors.has(part.editor)) this.drop(part);
    for (const editor of editors) {
      if (!this.partOfEditor.has(editor)) this.take(editor);
      // In the order of the page: a part may have been put between two others.
      const part = this.partOfEditor.get(editor);
      this.partOfEditor.delete(editor);
      if (part) this.partOfEditor.set(editor, part);
    }
  }

  get isAlive(): boolean {
    return this.partOfEditor.size > 0 && (this.place.root.isConnected || this.keepsText);
  }

  /** Remembers what is written, before a press that may lead to a step without the editor. */
  keepText(): void {
    if (!this.place.facts.keepsText) return;
    for (const part of this.all) if (part.editor.isConnected) part.kept = part.read().text;
  }

  /** In the next step, which has the post button but not the editor. */
  get keepsText(): boolean {
    return this.all.length > 0 && this.all.every(({ editor, kept }) => !editor.isConnected && kept !== '');
  }

  /** The site may be about to clear its editors: a field cleared by a script tells nobody. */
  lookAgain(): void {
    for (const part of this.all) part.loop.schedule();
  }

  /** The post is out: what was kept for its last step is no draft any more. */
  dropKept(): void {
    for (const part of this.all) part.kept = '';
  }

  get editors(): HTMLElement[] {
    return this.all.map((part) => part.editor);
  }

  get mirrors(): Mirrors {
    return this.parts.mirrors;
  }

  /** Where all the words of an editor are on the page. */
  wholeText(editor: HTMLElement): Range | null {
    const part = this.partOfEditor.get(editor);
    return part ? this.rangesOf(part)(0, part.read().text.length) : null;
  }

  get hasText(): boolean {
    return this.text !== '';
  }

  /** All of it; the parts of a thread one after the other. */
  get text(): string {
    return this.all.map(textOf).filter(Boolean).join('\n');
  }

  get findings(): PlacedFinding[] {
    const said = new Set<string>();
    return this.all.flatMap((part) =>
      part.findings.filter(({ finding }) => {
        if (!aboutThePress.has(finding.type)) return true;
        const isNew = !said.has(finding.rule);
        said.add(finding.rule);
        return isNew;
      }),
    );
  }

  get trouble(): Trouble | null {
    return this.all.map((part) => part.loop.trouble).find((trouble) => trouble !== null) ?? null;
  }

  /** What the core set aside or could not look at, each once, whatever part of a thread it was said of. */
  get coreNotices(): Problem[] {
    const notices = this.all.flatMap((part) => part.loop.checked?.answer.notices ?? []);
    return [...new Map(notices.map((notice) => [notice.code, notice])).values()];
  }

  get isChecked(): boolean {
    return this.all.some((part) => part.loop.checked !== null);
  }

  get timing(): Timing | undefined {
    return this.all.map((part) => part.loop.checked?.answer.timing).find((timing) => timing !== undefined);
  }

  /** The length of the post, or of the longest in a thread. */
  get length(): CheckAnswer['length'] | undefined {
    if (!this.site.hasLimit) return undefined;
    const lengths = this.all.flatMap((part) => part.loop.checked?.answer.length ?? []);
    return lengths.sort((a, b) => b.used - a.used)[0];
  }

  /** Of the first editor that has something to say, those that hold the post first. */
  get duties(): Duties | undefined {
    const duties = this.all.flatMap((part) => part.loop.checked?.answer.duties ?? []);
    return duties.find(({ level }) => level !== undefined) ?? duties[0];
  }

  /** Names of the protected topics of the whole thread, each once. */
  get topics(): string[] {
    const topics = this.all.flatMap((part) => part.loop.checked?.answer.protected ?? []);
    return [...new Set(topics.map(({ name }) => name))];
  }

  /** What the core recognised in the post, to be remembered with it: the library's item, and the topics' ids. */
  get about(): { item: string | undefined; topics: string[] } {
    const answers = this.all.flatMap((part) => part.loop.checked?.answer ?? []);
    const topics = answers.flatMap((answer) => answer.topics?.map(({ id }) => id) ?? []);
    return { item: answers.flatMap((answer) => answer.items ?? [])[0], topics: [...new Set(topics)].slice(0, 50) };
  }

  /** The most serious verdict; null while one of the editors has no answer for what is in it now. */
  verdict(): Verdict | null {
    const written = this.all.filter((part) => textOf(part) !== '');
    const answers = (written.length > 0 ? written : this.all).map((part) => part.loop.known());
    if (answers.includes(null)) return null;
    const worst = Math.max(0, ...answers.map((answer) => seriousness.indexOf(answer?.verdict ?? 'clean')));
    return seriousness[worst] ?? 'clean';
  }

  /** Asks for whatever is not known, and gives the verdict; null where there was no answer. */
  async check(): Promise<Verdict | null> {
    // A second round for an editor that changed while it was being asked about.
    for (let round = 0; round < 2 && this.verdict() === null; round += 1) {
      await Promise.all(this.all.map((part) => part.loop.check()));
    }
    return this.verdict();
  }

  /** What is known was answered under another guideline or for another post. */
  checkAgain(): void {
    for (const part of this.all) part.loop.forget();
  }

  draft(editor = this.editors[0]): Draft | null {
    const part = editor && this.partOfEditor.get(editor);
    if (!part) return null;
    return {
      text: textOf(part),
      network: this.site.network,
      kind: kindOf(this.place),
      images: countAttached(this.place.root, this.place.facts.images),
      videos: countAttached(this.place.root, this.place.facts.videos),
      answers: { ...this.answers },
      ...(this.limit === null ? {} : { limit: this.limit }),
      ...(this.place.facts.countsTogether ? { alsoCounted: this.lengthBefore(part) } : {}),
      ...(this.place.facts.thread ? { before: this.before(part).map(textOf) } : {}),
    };
  }

  /** The editors with words in them that come before this one on the page. */
  private before(part: Part): Part[] {
    return this.all.slice(0, this.all.indexOf(part)).filter((each) => textOf(each) !== '');
  }

  /** What the network counts of the editors before this one, so that the last one's count is that of all. */
  private lengthBefore(part: Part): number {
    return this.before(part).reduce((sum, { length }) => sum + (length ?? 0), 0);
  }

  /** Where a part's length has changed, the count of those behind it has, too. */
  private noteLength(part: Part): void {
    if (!this.place.facts.countsTogether) return;
    const { checked } = part.loop;
    const length = checked ? checked.answer.length.used - (checked.draft.alsoCounted ?? 0) : 0;
    if (length === part.length) return;
    part.length = length;
    for (const other of this.all) if (other !== part) other.loop.schedule();
  }

  async fix(placed: PlacedFinding, index: number): Promise<Outcome> {
    const part = this.partOfEditor.get(placed.editor);
    if (part) await undoStepBegins(part.editor, part.typedAt);
    const current = await this.upToDate(placed);
    const fix = current?.finding.fixes?.[index];
    const checked = this.partOfEditor.get(placed.editor)?.loop.checked;
    if (!fix || !checked) return 'changed';
    if (!placed.editor.isConnected) return 'refused';
    const outcome = await replaceText(placed.editor, checked.draft.text, fix);
    // That was us: another fix right behind it need not wait.
    if (part) part.typedAt = Number.NEGATIVE_INFINITY;
    await this.check();
    return outcome;
  }

  /** The same finding in the text as it is now, which may have been typed on since; null where that cannot be told. */
  private async upToDate(placed: PlacedFinding): Promise<PlacedFinding | null> {
    const part = this.partOfEditor.get(placed.editor);
    if (!part) return null;
    const alike = () =>
      part.findings.filter(({ finding, excerpt }) => {
        return finding.rule === placed.finding.rule && excerpt === placed.excerpt;
      });
    const before = alike();
    const number = before.findIndex(({ key }) => key === placed.key);
    await part.loop.check();
    const after = alike();
    return after.length === before.length ? (after[number] ?? null) : null;
  }

  async answer(rule: string, answer: 'yes' | 'no'): Promise<void> {
    this.answers[rule] = answer;
    await this.check();
  }

  /** A new post begins: the questions are asked again. */
  forgetAnswers(): void {
    this.answers = {};
    this.checkAgain();
  }

  dispose(): void {
    for (const part of this.all) this.drop(part);
  }

  private get all(): Part[] {
    return [...this.partOfEditor.values()];
  }

  private take(editor: HTMLElement): void {
    const loop = new CheckLoop({
      read: () => this.draft(editor) as Draft,
      ask: this.parts.ask,
      now: () => performance.now(),
      changed: () => this.repaint(part),
    });
    // Editors change their text in more ways than events tell (own undo, emoji pickers, clearing after the post). The
    // callback only restarts a timer.
    let lastRead: TextMap | null = null;
    const changed = () => {
      lastRead = null;
      part.typedAt = performance.now();
      // What is said of a thread's later parts depends on the earlier ones.
      this.lookAgain();
    };
    const observer = new MutationObserver(changed);
    observer.observe(editor, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['contenteditable', 'aria-hidden', 'alt'],
    });
    const read = () => {
      // What is in a field no observer tells, and reading it costs nothing.
      if (isField(editor)) return readText(editor);
      if (observer.takeRecords().length > 0) changed();
      lastRead ??= readText(editor);
      return lastRead;
    };
    const watching = new AbortController();
    const { signal } = watching;
    signal.addEventListener('abort', () => observer.disconnect());
    // What is typed into a field changes nothing in the page.
    if (isField(editor)) editor.addEventListener('input', changed, { signal });
    const part: Part = {
      editor,
      loop,
      watching,
      kept: '',
      findings: [],
      typedAt: Number.NEGATIVE_INFINITY,
      length: null,
      read,
    };
    this.partOfEditor.set(editor, part);
    loop.schedule();
  }

  private drop(part: Part): void {
    part.loop.stop();
    part.watching.abort();
    this.parts.marks.paint(part.editor, []);
    if (isField(part.editor)) this.mirrors.drop(part.editor);
    this.partOfEditor.delete(part.editor);
  }

  /** Where stretches of an editor's text are on the page. */
  private rangesOf({ editor, read }: Part): RangeOf {
    return isField(editor) ? (start, end) => this.mirrors.of(editor).range(start, end) : read().range;
  }

  private repaint(part: Part): void {
    this.noteLength(part);
    if (isField(part.editor) && part.loop.checked) this.mirrors.of(part.editor).place();
    const rangeOf = this.rangesOf(part);
    part.findings = place(part, this.editors.indexOf(part.editor), rangeOf);
    const marks = part.findings.flatMap(({ range, finding }) => {
      const { start = 0, end = 0, level } = finding;
      const painted = range && end - start > mostPainted ? rangeOf(start, start + mostPainted) : range;
      return painted ? [{ range: painted, level }] : [];
    });
    this.parts.marks.paint(part.editor, marks);
    if (isField(part.editor) && part.loop.checked) {
      this.mirrors.of(part.editor).marksEnd = Math.max(0, ...marks.map(({ range }) => range.endOffset));
    }
    this.parts.changed();
  }
}

function place({ editor, loop, read }: Part, number: number, rangeOf: RangeOf): PlacedFinding[] {
  if (!loop.checked) return [];
  const { draft, answer } = loop.checked;
  const { text } = read();
  return answer.findings.map((finding) => {
    const { start, end } = finding;
    const hasPlace = start !== undefined && end !== undefined;
    return {
      key: `${number}:${finding.rule}:${start ?? ''}`,
      finding,
      editor,
      // The person may have typed on while the answer was under way: then the offsets are not this text's.
      range: hasPlace && text === draft.text ? rangeOf(start, end) : null,
      excerpt: hasPlace ? draft.text.slice(start, end) : '',
    };
  });
}

const textOf = ({ editor, kept, read }: Part) => (editor.isConnected ? read().text : kept);
