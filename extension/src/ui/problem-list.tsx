import type { Problem } from '../generated/protocol';
import { useWords } from './language';

/** Problems with place, reason and mend. The core's limit keeps the list bounded; a page shows the first fifty. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t } = useWords();
  return (
    <ul class="stack tight problems">
      {problems.slice(0, 50).map((problem) => (
        <li key={`${problem.document}${problem.place}${problem.reason}`}>
          <p>
            <strong>{problem.reason}</strong>
          </p>
          {problem.place !== '' || problem.document ? (
            <p class="low">
              {t('options.place')}:{' '}
              <code>
                {[problem.document, problem.place === '' ? t('options.whole') : problem.place]
                  .filter(Boolean)
                  .join(' ')}
              </code>
            </p>
          ) : null}
          {problem.mend !== '' ? <p>{problem.mend}</p> : null}
        </li>
      ))}
      {problems.length > 50 ? <li class="low">+{problems.length - 50}</li> : null}
    </ul>
  );
}
