import { useEffect, useState } from 'preact/hooks';
import type { TextKey } from '../../i18n';
import type { FindingNote, Messages, Status } from '../../messages';
import { send } from '../../send';
import { copyText, saveFile } from '../../ui/clipboard';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { Section } from './section';

type What = Messages['deleteStored'][0]['what'];

/** Everything that is stored, read again whenever the status changed. */
function useStored(status: Status): Record<string, unknown> {
  const [stored, setStored] = useState<Record<string, unknown>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status is the sign that something was written.
  useEffect(() => {
    let current = true;
    send('stored', {}).then(
      (answer) => current && setStored(answer.stored),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [status]);
  return stored;
}

const confirmations: Record<What, TextKey> = {
  everything: 'options.deleteConfirm',
  history: 'options.deleteConfirmHistory',
  notes: 'options.deleteConfirmNotes',
};

/** Asks before it deletes, in the page, where the keyboard already is. */
function DeleteButton({ what, label, change }: { what: What; label: string; change: PageState['change'] }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [result, setResult] = useState<TextKey | null>(null);
  const remove = async () => {
    setAsking(false);
    const done = await change('deleteStored', { what }).catch(() => null);
    setResult(done ? 'options.deleted' : 'common.noAnswer');
  };
  if (asking) {
    return (
      <div class="notice block row" role="alert">
        <strong>{t(confirmations[what])}</strong>
        <button type="button" class="danger" onClick={() => void remove()}>
          {t('common.delete')}
        </button>
        <button type="button" ref={(button) => button?.focus()} onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
    );
  }
  return (
    <>
      <button type="button" class="danger" onClick={() => setAsking(true)}>
        {label}
      </button>
      <span role="status">{result ? t(result) : ''}</span>
    </>
  );
}

export function NotesSection({ status, change }: PageState) {
  const { t } = useWords();
  const [copied, setCopied] = useState<TextKey | null>(null);
  // Written by the background alone, typed by FindingNote.
  const notes = (useStored(status).notes ?? []) as FindingNote[];
  const asJson = () => JSON.stringify(notes, null, 2);
  return (
    <Section id="notes" title={t('options.notes')} intro={t('options.notesIntro')}>
      {notes.length === 0 ? <p>{t('options.notesNone')}</p> : <NoteList notes={notes} />}
      {notes.length > 0 ? (
        <div class="row">
          <button
            type="button"
            onClick={async () => setCopied((await copyText(asJson())) ? 'common.copied' : 'common.copyFailed')}
          >
            {t('options.notesCopy')}
          </button>
          <button type="button" onClick={() => saveFile('botschaft-notes.json', asJson(), 'application/json')}>
            {t('options.notesExport')}
          </button>
          <span role="status">{copied ? t(copied) : ''}</span>
          <DeleteButton what="notes" label={t('options.notesDelete')} change={change} />
        </div>
      ) : null}
    </Section>
  );
}

function NoteList({ notes }: { notes: readonly FindingNote[] }) {
  const { time } = useWords();
  return (
    <ul class="stack tight">
      {notes.map((note) => (
        <li key={`${note.at} ${note.rule}`} class="note">
          <p>
            <strong>{note.title}</strong> <span class="low">{time(note.at)}</span>
          </p>
          {note.excerpt === '' ? null : <p class="low">… {note.excerpt} …</p>}
          {note.note === '' ? null : <p>{note.note}</p>}
        </li>
      ))}
    </ul>
  );
}

const storedNames: Record<string, TextKey> = {
  settings: 'stored.settings',
  pack: 'stored.pack',
  library: 'stored.library',
  packAttempt: 'stored.packAttempt',
  libraryAttempt: 'stored.libraryAttempt',
  history: 'stored.history',
  planner: 'stored.planner',
  reminders: 'stored.reminders',
  workTime: 'stored.workTime',
  notes: 'stored.notes',
  tabHosts: 'stored.tabHosts',
  ownTexts: 'stored.ownTexts',
  testedPacks: 'stored.testedPacks',
  approvals: 'stored.approvals',
  looseApprovals: 'stored.looseApprovals',
  outbox: 'stored.outbox',
  claims: 'stored.claims',
  approverKey: 'stored.approverKey',
  trelloToken: 'stored.trelloToken',
  policy: 'stored.policy',
};

export function StoredSection({ status, change }: PageState) {
  const { t, number } = useWords();
  const entries = Object.entries(useStored(status)).filter(([, value]) => value !== null && value !== undefined);
  return (
    <Section id="stored" title={t('options.stored')} intro={t('options.storedIntro')}>
      {entries.length === 0 ? <p>{t('options.storedNothing')}</p> : null}
      <ul class="stack tight">
        {entries.map(([key, value]) => {
          const json = JSON.stringify(value, null, 2);
          const name = storedNames[key];
          return (
            <li key={key}>
              <details>
                <summary>
                  {name ? t(name) : key} <span class="low">({number(new Blob([json]).size)} B)</span>
                </summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard. */}
                <pre tabIndex={0}>{json}</pre>
              </details>
            </li>
          );
        })}
      </ul>
      <div class="row">
        <DeleteButton what="history" label={t('options.deleteHistory')} change={change} />
        <DeleteButton what="everything" label={t('options.deleteEverything')} change={change} />
      </div>
    </Section>
  );
}
