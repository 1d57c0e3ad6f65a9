import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { SuggestAnswer } from '../../generated/protocol';
import type { Status } from '../../messages';
import { send } from '../../send';
import { GuidelineLine, StatusNotices } from '../../ui/guideline-line';
import { Mark, RefreshIcon, SettingsIcon } from '../../ui/icons';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { PlanSection } from '../../ui/plan-section';
import { ProblemList } from '../../ui/problem-list';
import { onSurroundingsChanged, readSurroundings, type Surroundings } from '../../ui/surroundings';
import { Filters, type Wanted, wantsEverything } from './filters';
import { LibraryCard } from './library-card';
import { useOwnTexts } from './own-texts';
import './side-panel.css';

const firstPage = 10;
/** The protocol's most. */
const mostItems = 100;

export function SidePanel({ status, change }: PageState) {
  const { t } = useWords();
  return (
    <main class="panel stack">
      <header class="row spread">
        <div class="brand">
          <Mark />
          <h1>{t('panel.title')}</h1>
        </div>
        <button
          type="button"
          class="quiet"
          aria-label={t('common.openOptions')}
          title={t('common.openOptions')}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <SettingsIcon />
        </button>
      </header>
      <StatusNotices status={status} />
      {status.loadedLibrary ? (
        <Library status={status} />
      ) : (
        <NoLibrary onDemo={() => void change('useBuiltin', { id: 'demo' }).catch(() => null)} />
      )}
      <footer>
        <GuidelineLine status={status} />
      </footer>
    </main>
  );
}

function NoLibrary({ onDemo }: { onDemo: () => void }) {
  const { t } = useWords();
  return (
    <div class="card stack nothing">
      <h2>{t('panel.noLibrary')}</h2>
      <p>{t('panel.noLibraryMend')}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('panel.openOptions')}
        </button>
        <button type="button" onClick={onDemo}>
          {t('options.useDemo')}
        </button>
      </div>
    </div>
  );
}

function Library({ status }: { status: Status }) {
  const { t, count, language } = useWords();
  const [wanted, setWanted] = useState<Wanted>(wantsEverything);
  const [limit, setLimit] = useState(firstPage);
  const [surroundings, setSurroundings] = useState<Surroundings>({ page: null, draft: null });
  const [answer, setAnswer] = useState<SuggestAnswer | null>(null);
  const [problems, setProblems] = useState<SuggestAnswer['notices']>([]);
  const [ownTexts, keepOwnText] = useOwnTexts();

  const look = useCallback(() => void readSurroundings().then(setSurroundings), []);
  useEffect(() => {
    look();
    return onSurroundingsChanged(look);
  }, [look]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status may mean another library or other topics.
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const next = await suggest(wanted, surroundings, limit).catch(() => null);
      if (!current) return;
      if (next?.ok) setAnswer(next);
      setProblems(
        next === null
          ? [{ code: 'silent', place: '', reason: t('common.noAnswer'), mend: '' }]
          : next.ok
            ? (next.notices ?? [])
            : next.problems,
      );
    }, 120);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, surroundings, limit, status, t]);

  const { page, draft } = surroundings;
  const hasDraft = draft !== null && draft.text.trim() !== '';
  const listed = answer?.items ?? [];
  // What the person is working on stays in reach, also where it is no longer among the suggested.
  const inWork = answer
    ? Object.values(ownTexts).filter(({ item }) => !listed.some((each) => each.item === item.item))
    : [];
  return (
    <>
      <Filters
        status={status}
        wanted={wanted}
        onWanted={(next) => {
          setWanted(next);
          setLimit(firstPage);
        }}
      />
      <PlanSection status={status} draft={draft} />
      {problems?.length ? (
        <div class="notice warn">
          <ProblemList problems={problems} />
        </div>
      ) : null}
      <div class="row spread">
        <p class="low" role="status">
          {answer ? count('panel.count', answer.total) : t('common.loading')}
          {hasDraft ? ` · ${t('panel.draft')}` : page ? ` · ${t('panel.page')}` : ''}
        </p>
        <button type="button" class="quiet" aria-label={t('panel.refresh')} title={t('panel.refresh')} onClick={look}>
          <RefreshIcon />
        </button>
      </div>
      {answer && answer.items.length === 0 ? (
        <div class="card stack nothing">
          <p>{t('panel.none')}</p>
          <div class="row">
            <button type="button" onClick={() => setWanted(wantsEverything)}>
              {t('panel.reset')}
            </button>
          </div>
        </div>
      ) : null}
      <ul class="cards" aria-label={t('panel.title')}>
        {[...inWork.map(({ item }) => item), ...listed].map((item) => (
          <li key={item.item}>
            <LibraryCard
              item={item}
              status={status}
              draft={draft}
              lang={wanted.lang === '' ? language : wanted.lang}
              kept={ownTexts[item.item]?.text ?? null}
              onKept={(text) => keepOwnText(item, text)}
            />
          </li>
        ))}
      </ul>
      {answer && answer.total > answer.items.length && limit < mostItems ? (
        <button type="button" onClick={() => setLimit(Math.min(limit + firstPage, mostItems))}>
          {t('panel.more')}
        </button>
      ) : null}
    </>
  );
}

function suggest({ query, topic, department, lang }: Wanted, { page, draft }: Surroundings, limit: number) {
  return send('suggest', {
    limit,
    ...(query.trim() === '' ? {} : { query: query.trim() }),
    ...(lang === '' ? {} : { lang }),
    ...(topic === '' && department === ''
      ? {}
      : { filter: { ...(topic === '' ? {} : { topic }), ...(department === '' ? {} : { department }) } }),
    ...(page ? { page: { url: page.url.slice(0, 4000), title: page.title.slice(0, 2000) } } : {}),
    ...(draft && draft.text.trim() !== '' ? { text: draft.text, network: draft.network } : {}),
  });
}
