/** Problems that the extension itself finds, in words a person can act on. The core writes its own. */
import type { Problem, UiLanguage } from '../generated/protocol';
import { translate } from '../i18n';
import type { TextKey } from '../i18n/en';

const texts = {
  'core-trapped': ['problem.coreTrapped.reason', 'problem.coreTrapped.mend'],
  'core-missing': ['problem.coreMissing.reason', 'problem.coreMissing.mend'],
  'not-json': ['problem.notJson.reason', 'problem.notJson.mend'],
  'too-large': ['problem.tooLarge.reason', 'problem.tooLarge.mend'],
  'bad-url': ['problem.badUrl.reason', 'problem.badUrl.mend'],
  unreachable: ['problem.unreachable.reason', 'problem.unreachable.mend'],
  'http-status': ['problem.httpStatus.reason', 'problem.httpStatus.mend'],
  'storage-full': ['problem.storageFull.reason', 'problem.storageFull.mend'],
  'storage-failed': ['problem.storageFailed.reason', 'problem.storageFailed.mend'],
  'unknown-time-zone': ['problem.unknownTimeZone.reason', 'problem.unknownTimeZone.mend'],
} as const satisfies Record<string, readonly [TextKey, TextKey]>;

export type ProblemCode = keyof typeof texts;

/** `detail` takes the place of {detail} in the sentences; `place` is a JSON pointer, empty for the whole. */
export function problem(code: ProblemCode, language: UiLanguage, detail = '', place = ''): Problem {
  const [reason, mend] = texts[code];
  return { code, place, reason: translate(language, reason, { detail }), mend: translate(language, mend, { detail }) };
}
