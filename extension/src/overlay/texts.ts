/** Everything the overlay says in the page. */

import type { Level } from '../composer/mark';
import type { ApprovalDuty, Duties, Fix, RoleDuty, Timing } from '../generated/protocol';
import type { UiLanguage } from '../messages';

export interface Texts {
  levels: Record<Level, string>;
  count(count: number): string;
  checking: string;
  clean: string;
  goodTime: string;
  badTime: string;
  /** `why`: a few words for each rule that objects. */
  notNow(why: string): string;
  timeIsUp: string;
  nextTime(when: string): string;
  lengthOf(used: number, limit: number): string;
  protectedTopics(names: string): string;
  openPanel(state: string): string;
  panelTitle: string;
  close: string;
  nothingFound: string;
  showInText: string;
  section(section: string): string;
  owner: string;
  source: string;
  more: string;
  replaceWith(text: string): string;
  insert(text: string): string;
  /** `words` are shortened; empty where the finding's words are not what is removed. */
  remove(words: string): string;
  copy: string;
  copied: string;
  copyDraft: string;
  refused: string;
  changedMeanwhile: string;
  wrong: string;
  wrongLabel: string;
  wrongHint: string;
  wrongSave: string;
  wrongSaved: string;
  wrongFailed: string;
  cancel: string;
  yes: string;
  no: string;
  allFindings(count: number): string;
  shortcut: string;
  dialogTitle: Record<'ask' | 'warn' | 'block' | 'clear', string>;
  dialogIntro: Record<'ask' | 'warn' | 'block' | 'clear', string>;
  backToEditing: string;
  postAnyway: string;
  postNow: string;
  confirmBlocked: string;
  stillChecking: string;
  failed: string;
  failedShort: string;
  wentThroughUnchecked: string;
  gone: string;
  goneShort: string;
  reload: string;
  noButton: string;
  pressAgain: string;
  approvalTaken: string;
  approvalNotTaken: string;
  dialogHeld: string;
  heldTitle: string;
  heldShort: string;
  confirmHeld: string;
  askApproval: string;
  askFailed: string;
  openLibrary: string;
  approvalStates: Record<ApprovalDuty['state'], string>;
  approvalBy: (names: string) => string;
  approvalLost: string;
  refusedApproval: string;
  changesWanted: string;
  approvalExpired: string;
  answersFor: (name: string, topics: string) => string;
  deputy: (name: string) => string;
  byMail: string;
  roleMayNot: (role: RoleDuty) => string;
}

const de: Texts = {
  levels: { hint: 'Hinweis', ask: 'Frage', warn: 'Warnung', block: 'Stopp' },
  count: (count) => (count === 1 ? '1 Fund' : `${count} Funde`),
  checking: 'Wird geprüft …',
  clean: 'Alles gut',
  goodTime: 'Gute Zeit zum Posten',
  badTime: 'Keine gute Zeit zum Posten',
  notNow: (why) => `Jetzt nicht: ${why}`,
  timeIsUp: 'Die Zeit, die du dir heute für die Netzwerke nehmen wolltest, ist um. Niemand außer dir erfährt davon.',
  nextTime: (when) => `Nächste gute Zeit: ${when}`,
  lengthOf: (used, limit) => `${used} von ${limit} Zeichen`,
  protectedTopics: (names) => `Geschütztes Thema (${names}): Stilregeln schweigen.`,
  openPanel: (state) => `Botschaft: ${state}. Einzelheiten anzeigen`,
  panelTitle: 'Leitlinie',
  close: 'Schließen',
  nothingFound: 'Die Leitlinie hat an diesem Text nichts auszusetzen.',
  showInText: 'Im Text zeigen',
  section: (section) => `Abschnitt ${section}`,
  owner: 'Zuständig',
  source: 'Quelle',
  more: 'Mehr dazu',
  replaceWith: (text) => `Durch „${text}“ ersetzen`,
  insert: (text) => `„${text}“ einfügen`,
  remove: (words) => (words === '' ? 'Streichen' : `„${words}“ streichen`),
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyDraft: 'Text kopieren',
  refused: 'Der Editor hat die Änderung nicht angenommen. Dein Text ist unverändert; kopiere die neue Fassung:',
  changedMeanwhile: 'Der Text hat sich inzwischen geändert und wird neu geprüft.',
  wrong: 'Stimmt nicht?',
  wrongLabel: 'Warum stimmt das nicht? (freiwillig)',
  wrongHint: 'Deine Notiz bleibt auf diesem Rechner. In den Einstellungen kannst du sie kopieren und weitergeben.',
  wrongSave: 'Notiz behalten',
  wrongSaved: 'Notiz behalten.',
  wrongFailed: 'Die Notiz konnte nicht gespeichert werden. Versuche es noch einmal.',
  cancel: 'Abbrechen',
  yes: 'Ja',
  no: 'Nein',
  allFindings: (count) => (count === 1 ? 'Mehr zu diesem Fund' : `Alle ${count} Funde`),
  shortcut: 'Nächster Fund: Alt+Umschalt+F',
  dialogTitle: {
    ask: 'Eine Frage vor dem Posten',
    warn: 'Vor dem Posten noch einmal ansehen',
    block: 'Dieser Beitrag verstößt gegen die Leitlinie',
    clear: 'Alles geklärt',
  },
  dialogIntro: {
    ask: 'Das kann nur beantworten, wer den Beitrag schreibt.',
    warn: 'Die Leitlinie rät zu einer Änderung. Du entscheidest.',
    block: 'Der Beitrag ist noch nicht gepostet. Am besten zuerst ändern:',
    clear: 'Es steht nichts Ernstes mehr im Weg. Jetzt posten?',
  },
  backToEditing: 'Zurück zum Text',
  postAnyway: 'Trotzdem posten',
  postNow: 'Jetzt posten',
  confirmBlocked: 'Ich weiß, dass die Leitlinie diesen Beitrag untersagt, und poste ihn auf eigene Verantwortung.',
  stillChecking: 'Der geänderte Text wird geprüft …',
  failed: 'Die Prüfung antwortet nicht. Beiträge gehen ungeprüft durch, bis sie wieder antwortet.',
  failedShort: 'Nicht geprüft',
  wentThroughUnchecked: 'Dieser Beitrag ging ungeprüft durch, weil die Prüfung nicht geantwortet hat.',
  gone: 'Botschaft wurde aktualisiert und prüft erst nach dem Neuladen der Seite wieder. Kopiere vorher deinen Text.',
  goneShort: 'Seite neu laden',
  reload: 'Seite neu laden',
  noButton: 'Der Posten-Knopf dieser Seite wurde nicht erkannt: Funde erscheinen, aber nichts hält den Beitrag zurück.',
  pressAgain: 'Bitte drücke noch einmal auf Posten.',
  approvalTaken: 'Eine Freigabe ist angekommen. Sie gilt für genau den Text, um den es ging.',
  approvalNotTaken: 'Diese Freigabe gilt hier nicht. Füge sie unter „Freigaben“ ein, dort steht, warum.',
  dialogHeld: 'Der Beitrag ist noch nicht gepostet.',
  heldTitle: 'Vor dem Posten fehlt noch etwas',
  heldShort: 'Noch nicht frei',
  confirmHeld: 'Ich weiß, dass eine Freigabe fehlt, und poste den Beitrag auf eigene Verantwortung.',
  askApproval: 'Um Freigabe bitten',
  askFailed: 'Die Anfrage konnte nicht vorbereitet werden. Versuche es noch einmal.',
  openLibrary: 'Freigegebene Inhalte ansehen',
  approvalStates: { needed: 'Freigabe nötig:', unsure: 'Ist jemand zu erkennen?', given: 'Freigegeben:' },
  approvalBy: (names) => `Zustimmen kann: ${names}.`,
  approvalLost: 'Die Freigabe galt für einen anderen Wortlaut. Für den geänderten Text braucht es eine neue.',
  refusedApproval: 'Die letzte Anfrage zu diesem Text wurde abgelehnt.',
  changesWanted: 'Zu diesem Text sind Änderungen erwünscht.',
  approvalExpired: 'Die Freigabe für diesen Text ist abgelaufen.',
  answersFor: (name, topics) => `${name} ist zuständig für ${topics}.`,
  deputy: (name) => `Vertretung: ${name}.`,
  byMail: 'E-Mail',
  roleMayNot: ({ name, because, topic, otherwise }) => {
    const what =
      because === 'network'
        ? `Als „${name}“ bist du auf diesem Netzwerk nicht unterwegs.`
        : because === 'topic'
          ? `Als „${name}“ schreibst du nicht selbst über ${topic?.name ?? 'dieses Thema'}.`
          : `Als „${name}“ schreibst du keine eigenen Beiträge.`;
    const instead = {
      approval: 'Mit Freigabe geht es.',
      'approved-content': 'Du kannst freigegebene Inhalte teilen.',
      expert: 'Überlass es denen, die dafür zuständig sind.',
    };
    return `${what} ${instead[otherwise ?? 'approved-content']}`;
  },
};

const en: Texts = {
  levels: { hint: 'Hint', ask: 'Question', warn: 'Warning', block: 'Stop' },
  count: (count) => (count === 1 ? '1 finding' : `${count} findings`),
  checking: 'Checking …',
  clean: 'All good',
  goodTime: 'A good time to post',
  badTime: 'Not a good time to post',
  notNow: (why) => `Not now: ${why}`,
  timeIsUp: 'The time that you wanted to give the networks today is up. Nobody but you is told.',
  nextTime: (when) => `Next good time: ${when}`,
  lengthOf: (used, limit) => `${used} of ${limit} characters`,
  protectedTopics: (names) => `Protected topic (${names}): rules of style are silent.`,
  openPanel: (state) => `Botschaft: ${state}. Show details`,
  panelTitle: 'Guideline',
  close: 'Close',
  nothingFound: 'The guideline has nothing to say about this text.',
  showInText: 'Show in the text',
  section: (section) => `Section ${section}`,
  owner: 'Owner',
  source: 'Source',
  more: 'Read more',
  replaceWith: (text) => `Replace with “${text}”`,
  insert: (text) => `Insert “${text}”`,
  remove: (words) => (words === '' ? 'Remove' : `Remove “${words}”`),
  copy: 'Copy',
  copied: 'Copied',
  copyDraft: 'Copy the text',
  refused: 'The editor did not take the change. Your text is as it was; copy the new wording:',
  changedMeanwhile: 'The text has changed in the meantime and is being checked again.',
  wrong: 'Wrong?',
  wrongLabel: 'Why is this wrong? (optional)',
  wrongHint: 'Your note stays on this machine. You can copy it in the settings and pass it on.',
  wrongSave: 'Keep the note',
  wrongSaved: 'Note kept.',
  wrongFailed: 'The note could not be saved. Please try again.',
  cancel: 'Cancel',
  yes: 'Yes',
  no: 'No',
  allFindings: (count) => (count === 1 ? 'More about this' : `All ${count} findings`),
  shortcut: 'Next finding: Alt+Shift+F',
  dialogTitle: {
    ask: 'One question before you post',
    warn: 'Have another look before you post',
    block: 'This post goes against the guideline',
    clear: 'All settled',
  },
  dialogIntro: {
    ask: 'Only the author of the post can answer this.',
    warn: 'The guideline advises a change. It is your decision.',
    block: 'The post has not been published. It is best to change it first:',
    clear: 'Nothing serious is in the way any more. Post now?',
  },
  backToEditing: 'Back to editing',
  postAnyway: 'Post anyway',
  postNow: 'Post now',
  confirmBlocked: 'I know that the guideline does not allow this post, and I publish it on my own responsibility.',
  stillChecking: 'Checking the changed text …',
  failed: 'The check does not answer. Posts go through unchecked until it does.',
  failedShort: 'Not checked',
  wentThroughUnchecked: 'This post went through unchecked because the check did not answer.',
  gone: 'Botschaft was updated and checks again once the page has been reloaded. Copy your text first.',
  goneShort: 'Reload the page',
  reload: 'Reload the page',
  noButton: 'The post button of this site was not recognised: findings are shown, but nothing holds the post back.',
  pressAgain: 'Please press Post once more.',
  approvalTaken: 'An approval has come in. It holds for exactly the text that was asked about.',
  approvalNotTaken: 'This approval does not hold here. Paste it under “Approvals” to see why.',
  dialogHeld: 'The post has not been published yet.',
  heldTitle: 'Something is missing before you post',
  heldShort: 'Not cleared yet',
  confirmHeld: 'I know that an approval is missing, and I publish the post on my own responsibility.',
  askApproval: 'Ask for approval',
  askFailed: 'The request could not be prepared. Please try again.',
  openLibrary: 'See approved content',
  approvalStates: { needed: 'Approval needed:', unsure: 'Can somebody be recognised?', given: 'Approved:' },
  approvalBy: (names) => `Can agree: ${names}.`,
  approvalLost: 'The approval was for other words. The changed text needs a new one.',
  refusedApproval: 'The last request for this text was refused.',
  changesWanted: 'Changes to this text are wanted.',
  approvalExpired: 'The approval for this text has expired.',
  answersFor: (name, topics) => `${name} answers for ${topics}.`,
  deputy: (name) => `Deputy: ${name}.`,
  byMail: 'E-mail',
  roleMayNot: ({ name, because, topic, otherwise }) => {
    const what =
      because === 'network'
        ? `As “${name}” you do not speak on this network.`
        : because === 'topic'
          ? `As “${name}” you do not write about ${topic?.name ?? 'this topic'} yourself.`
          : `As “${name}” you write no posts of your own.`;
    const instead = {
      approval: 'With approval you may.',
      'approved-content': 'You can share approved content.',
      expert: 'Leave it to those who answer for it.',
    };
    return `${what} ${instead[otherwise ?? 'approved-content']}`;
  },
};

export const texts: Record<UiLanguage, Texts> = { de, en };

/** The longest words a button repeats, in UTF-16 units. */
const longestWords = 40;

/** What a fix does, as its button's name; `excerpt` are the finding's words, `finding` where they stand. */
export function fixLabel(t: Texts, fix: Fix, excerpt = '', finding: { start?: number; end?: number } = {}): string {
  const shown = fix.text.trim().replace(/\s+/g, ' ');
  if (shown === '') {
    // A space beside the words goes with them.
    const { start = -1, end = -1 } = finding;
    const isAll = fix.start <= start && start - fix.start <= 1 && end <= fix.end && fix.end - end <= 1;
    const words = excerpt.trim().replace(/\s+/g, ' ');
    return t.remove(!isAll ? '' : words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words);
  }
  return fix.start === fix.end ? t.insert(shown) : t.replaceWith(shown);
}

/** The core's wall time in the pack's zone, `YYYY-MM-DDTHH:MM`, as people write it. */
export function wallTime(language: UiLanguage, time: string): string {
  // The zone has been applied already: UTC keeps the digits as they are.
  const date = new Date(`${time}Z`);
  if (Number.isNaN(date.getTime())) return time;
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(locale, options).format(date);
}

/** The next good time, with the zone's name where the person's clock shows another time; empty where there is none. */
export function nextTime(language: UiLanguage, { next, zone }: Timing): string {
  return next === undefined ? '' : wallTime(language, next) + (zone === undefined ? '' : ` (${zone})`);
}

/** What became of the last answers for this text, where they let nothing through. */
export function answerInWords(t: Texts, states: NonNullable<Duties['states']>): string | null {
  if (states.includes('refused')) return t.refusedApproval;
  if (states.includes('changes')) return t.changesWanted;
  return states.includes('expired') ? t.approvalExpired : null;
}

/** Whether now is a good time, why not, and when the next one is, in one sentence. */
export function timingInWords(language: UiLanguage, timing: Timing): string {
  const t = texts[language];
  if (timing.good) return t.goodTime;
  const why = timing.because?.join(', ');
  const next = timing.next === undefined ? '' : `. ${t.nextTime(nextTime(language, timing))}`;
  return (why === undefined || why === '' ? t.badTime : t.notNow(why)) + next;
}

/** As wallTime, as short as it goes: for the pill. */
export function shortTime(language: UiLanguage, time: string): string {
  const date = new Date(`${time}Z`);
  if (Number.isNaN(date.getTime())) return time;
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', options).format(date).replace(/[.,]/g, '');
}
