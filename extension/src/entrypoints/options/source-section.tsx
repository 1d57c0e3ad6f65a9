import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Messages, SourceState, Status } from '../../messages';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { ProblemList } from '../../ui/problem-list';
import { Section } from './section';

type Part = 'pack' | 'library';

/** Where the guideline or the library comes from: what is in force, what went wrong, and how to choose another. */
export function SourceSection({ part, status, change }: PageState & { part: Part }) {
  const { t } = useWords();
  const id = useId();
  const source = status[part];
  const [url, setUrl] = useState(source.kind === 'url' ? source.name : '');
  // What came with the extension stands on the starter guideline in any case: there it is a choice for the next one.
  const isOwn = source.kind !== 'builtin';
  const [forNext, setForNext] = useState(true);
  const keepStarter = isOwn ? source.keepStarter : forNext;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  const run = async (load: () => Promise<Status>) => {
    setBusy(true);
    setFailure('');
    await load().catch(() => setFailure(t('common.noAnswer')));
    setBusy(false);
  };
  const loadFile = async (file: File) => {
    const json = await file.text();
    const body = { name: file.name, json };
    return part === 'pack' ? change('loadPackFile', { ...body, keepStarter }) : change('loadLibraryFile', body);
  };
  const loadUrl = () => {
    const body = { url: url.trim() };
    return part === 'pack' ? change('loadPackUrl', { ...body, keepStarter }) : change('loadLibraryUrl', body);
  };
  const isBuiltin = (name: string) => source.kind === 'builtin' && source.name === name;
  const builtin = (body: Messages['useBuiltin'][0]) => void run(() => change('useBuiltin', body));

  return (
    <Section
      id={part === 'pack' ? 'guideline' : 'library'}
      title={t(part === 'pack' ? 'options.guideline' : 'options.library')}
      intro={t(part === 'pack' ? 'options.guidelineIntro' : 'options.libraryIntro')}
    >
      <div role="status" class="stack tight">
        {busy ? <p>{t('common.loading')}</p> : <InForce part={part} status={status} />}
        {failure === '' ? null : <p class="notice block">{failure}</p>}
        <Failed source={source} onAllowed={() => void run(loadUrl)} url={url} />
      </div>

      <div class="row">
        {part === 'pack' ? (
          <button
            type="button"
            disabled={busy}
            aria-pressed={isBuiltin('demo')}
            onClick={() => builtin({ id: 'demo' })}
            aria-describedby={`${id}-demo`}
          >
            {t('options.useDemo')}
          </button>
        ) : (
          <button
            type="button"
            disabled={busy}
            aria-pressed={isBuiltin('demo')}
            onClick={() => builtin({ id: 'demo', part })}
          >
            {t('options.useDemoLibrary')}
          </button>
        )}
        {part === 'pack' ? (
          <button
            type="button"
            disabled={busy}
            aria-pressed={isBuiltin('starter')}
            // The demo company's library goes with its guideline; a library of one's own stays.
            onClick={() => builtin(status.library.name === 'demo' ? { id: 'starter' } : { id: 'starter', part })}
          >
            {t('options.useStarter')}
          </button>
        ) : null}
        {part === 'library' && status.loadedLibrary ? (
          <button type="button" disabled={busy} onClick={() => builtin({ id: 'starter', part })}>
            {t('options.removeLibrary')}
          </button>
        ) : null}
        {source.kind === 'url' ? (
          <button type="button" disabled={busy} onClick={() => void run(() => change('renew', {}))}>
            {t('options.renew')}
          </button>
        ) : null}
      </div>
      {part === 'pack' ? (
        <p class="low" id={`${id}-demo`}>
          {t('options.useDemoHint')}
        </p>
      ) : null}

      <div class="pair">
        <div class="field">
          <span class="label" id={`${id}-file`}>
            {t(part === 'pack' ? 'options.filePack' : 'options.fileLibrary')}
          </span>
          <div>
            <label class="button file-button">
              <span id={`${id}-choose`}>{t('options.fileChoose')}</span>
              <input
                type="file"
                class="visually-hidden"
                accept=".json,application/json"
                aria-labelledby={`${id}-choose ${id}-file`}
                disabled={busy}
                onChange={(event) => {
                  const input = event.currentTarget;
                  const [file] = input.files ?? [];
                  if (!file) return;
                  void run(() => loadFile(file)).then(() => {
                    // Emptied, so that the same file, mended, can be chosen again.
                    input.value = '';
                  });
                }}
              />
            </label>
          </div>
        </div>
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault();
            void run(loadUrl);
          }}
        >
          <label for={`${id}-url`}>{t(part === 'pack' ? 'options.urlPack' : 'options.urlLibrary')}</label>
          <div class="with-button">
            <input
              id={`${id}-url`}
              type="url"
              placeholder="https://"
              value={url}
              aria-describedby={`${id}-url-hint`}
              onInput={(event) => setUrl(event.currentTarget.value)}
            />
            <button type="submit" disabled={busy || url.trim() === ''}>
              {t('options.urlLoad')}
            </button>
          </div>
          <p class="low" id={`${id}-url-hint`}>
            {t('options.urlHint')}
          </p>
        </form>
      </div>
      {part === 'pack' ? (
        <div>
          <label class="choice">
            <input
              type="checkbox"
              checked={keepStarter}
              aria-describedby={`${id}-starter-hint`}
              disabled={busy}
              onChange={(event) => {
                const box = event.currentTarget;
                const keep = box.checked;
                if (!isOwn) return setForNext(keep);
                // Where the guideline does not stand alone the tick comes back, with the reason above.
                void run(async () => {
                  const next = await change('keepStarter', { keep });
                  box.checked = next.pack.keepStarter;
                  return next;
                });
              }}
            />
            {t('options.keepStarter')}
          </label>
          <p class="low indented" id={`${id}-starter-hint`}>
            {t('options.keepStarterHint')} {isOwn ? '' : t('options.keepStarterNext')}
          </p>
        </div>
      ) : null}
    </Section>
  );
}

function InForce({ part, status }: { part: Part; status: Status }) {
  const { t, count, time, number } = useWords();
  const source = status[part];
  const from =
    source.kind === 'builtin'
      ? t('options.fromBuiltin')
      : `${t(source.kind === 'file' ? 'options.fromFile' : 'options.fromUrl', { name: source.name })}, ${t('options.loadedAt', { time: time(source.loadedAt) })}`;
  if (part === 'library') {
    const { loadedLibrary } = status;
    if (!loadedLibrary) return <p>{t('panel.noLibrary')}</p>;
    return (
      <div class="notice good">
        <p>
          <strong>{loadedLibrary.name}</strong> · {t('options.items', { n: number(loadedLibrary.items) })}
        </p>
        <p class="low">{from}</p>
        {loadedLibrary.leftOut.length > 0 ? (
          <details>
            <summary>{count('options.leftOut', loadedLibrary.leftOut.length)}</summary>
            <ProblemList problems={loadedLibrary.leftOut} />
          </details>
        ) : null}
      </div>
    );
  }
  const packs = status.loadedPacks?.packs ?? [];
  if (packs.length === 0) {
    return (
      <div class="notice block">
        <p>
          <strong>{t('status.failed')}</strong>
        </p>
        <ProblemList problems={status.problems} />
      </div>
    );
  }
  return (
    <div class="notice good">
      <ul>
        {packs.map((pack) => (
          <li key={pack.id}>
            <strong>{pack.name}</strong> · {t('status.version', { version: pack.version })} ·{' '}
            {t('status.rules', { n: number(pack.rules) })}
            {pack.examples ? ` · ${t('options.examples', { n: number(pack.examples) })}` : ''}
            {pack.owner ? ` · ${t('status.owner', { owner: pack.owner.name })}` : ''}
          </li>
        ))}
      </ul>
      <p class="low">{from}</p>
    </div>
  );
}

/** The last attempt, where it failed: the problems, and the permission that may be all that is missing. */
function Failed({ source, url, onAllowed }: { source: SourceState; url: string; onAllowed: () => void }) {
  const { t } = useWords();
  if (source.problems.length === 0) return null;
  const wanted = source.failedName ?? url;
  const unreachable = source.problems.some(({ code }) => code === 'unreachable') && URL.canParse(wanted);
  const allow = async () => {
    const { protocol, hostname } = new URL(wanted);
    // Match patterns of hosts name no port.
    const granted = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
    if (granted) onAllowed();
  };
  return (
    <div class="notice block stack tight">
      <p>
        <strong>{t('options.failed', { name: wanted })}</strong>
      </p>
      <p>{t('status.oldInForce')}</p>
      <ProblemList problems={source.problems} />
      {unreachable ? (
        <div class="row">
          <button type="button" onClick={() => void allow()}>
            {t('options.urlAllow', { host: new URL(wanted).host })}
          </button>
        </div>
      ) : null}
    </div>
  );
}
