import { GuidelineLine, StatusNotices } from '../../ui/guideline-line';
import { Mark } from '../../ui/icons';
import { useWords } from '../../ui/language';
import type { PageState } from '../../ui/page';
import { NotesSection, StoredSection } from './kept-sections';
import { LegalSection } from './legal-section';
import './options.css';
import { SitesSection, WebsiteSection } from './sites-section';
import { SourceSection } from './source-section';
import { TimeSection } from './time-section';
import { YouSection } from './you-section';

const sections = [
  ['you', 'options.you'],
  ['time', 'time.title'],
  ['guideline', 'options.guideline'],
  ['legal', 'options.legal'],
  ['library', 'options.library'],
  ['sites', 'options.sites'],
  ['website', 'helpers.title'],
  ['notes', 'options.notes'],
  ['stored', 'options.stored'],
] as const;

export function Options(state: PageState) {
  const { t, language } = useWords();
  const { status } = state;
  return (
    <div class="options">
      <header class="stack tight">
        <div class="brand">
          <Mark />
          <h1>
            {t('app.name')} <span class="low">{t('options.title')}</span>
          </h1>
        </div>
        <nav aria-label={t('options.title')}>
          <ul>
            {sections.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          <a href={`/configurator.html?lang=${language}`} target="_blank" rel="noopener">
            {t('options.widget')}
          </a>
        </p>
        <p>
          <a href="/approval.html" target="_blank" rel="noopener">
            {t('options.approvals')}
          </a>
        </p>
        <GuidelineLine status={status} />
      </header>
      <main class="stack">
        {status.engine === 'ready' && (status.problems.length > 0 || status.storage.length > 0) ? (
          <StatusNotices status={{ ...status, pack: quiet(status.pack), library: quiet(status.library) }} />
        ) : null}
        <YouSection {...state} />
        <TimeSection {...state} />
        <SourceSection part="pack" {...state} />
        <LegalSection {...state} />
        <SourceSection part="library" {...state} />
        <SitesSection {...state} />
        <WebsiteSection {...state} />
        <NotesSection {...state} />
        <StoredSection {...state} />
      </main>
    </div>
  );
}

/** Their problems are shown, with places and mends, in their own sections. */
const quiet = <T extends { problems: unknown[] }>(source: T): T => ({ ...source, problems: [] });
