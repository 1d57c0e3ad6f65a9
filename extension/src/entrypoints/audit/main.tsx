import { AuditView } from '../../audit/audit-view';
import { Mark } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { showPage } from '../../ui/page';
import './audit-page.css';

/** The tab that the popup was asked about, in this page's address. */
const tab = Number(new URLSearchParams(location.search).get('tab'));

function AuditPage() {
  const { t } = useWords();
  return (
    <main class="audit-page stack">
      <header class="brand">
        <Mark />
        <h1>{t('audit.title')}</h1>
      </header>
      <p class="low">{t('audit.how')}</p>
      <AuditView tab={tab} />
    </main>
  );
}

showPage('audit', () => <AuditPage />);
