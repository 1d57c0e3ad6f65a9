import type { Status } from '../messages';
import { useWords } from './language';
import { ProblemList } from './problem-list';

/** Which guideline is in force: the company's, or the starter, with version and owner. */
export function GuidelineLine({ status }: { status: Status }) {
  const { t } = useWords();
  const packs = status.loadedPacks?.packs ?? [];
  const top = packs.at(-1);
  if (status.engine === 'failed' || !top) {
    return (
      <div class="notice block">
        <strong>{t('status.failed')}</strong>
        <ProblemList problems={status.problems} />
      </div>
    );
  }
  return (
    <p class="low guideline-line">
      {t('status.guideline')}: <b>{top.name}</b>, {t('status.version', { version: top.version })}
      {top.owner ? ` · ${t('status.owner', { owner: top.owner.name })}` : ''}
    </p>
  );
}

/** What is wrong at the moment, in every page: storage, a guideline that could not be renewed. */
export function StatusNotices({ status }: { status: Status }) {
  const { t } = useWords();
  const failed = [status.pack, status.library].filter((source) => source.problems.length > 0);
  const problems = status.engine === 'ready' ? [...status.problems, ...status.storage] : status.storage;
  return (
    <>
      {problems.length > 0 ? (
        <div class="notice warn" role="alert">
          <ProblemList problems={problems} />
        </div>
      ) : null}
      {failed.map((source) => (
        <div class="notice warn" role="alert" key={source.failedName}>
          <p>
            <strong>{t('options.failed', { name: source.failedName ?? source.name })}</strong>
          </p>
          <p>{t('status.oldInForce')}</p>
        </div>
      ))}
    </>
  );
}
