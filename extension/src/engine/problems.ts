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
  'token-truncated': ['problem.tokenTruncated.reason', 'problem.tokenTruncated.mend'],
  'token-unreadable': ['problem.tokenUnreadable.reason', 'problem.tokenUnreadable.mend'],
  'token-forged': ['problem.tokenForged.reason', 'problem.tokenForged.mend'],
  'token-unknown-person': ['problem.tokenUnknownPerson.reason', 'problem.tokenUnknownPerson.mend'],
  'approver-not-entitled': ['problem.approverNotEntitled.reason', 'problem.approverNotEntitled.mend'],
  'no-ed25519': ['problem.noEd25519.reason', 'problem.noEd25519.mend'],
  'channel-unknown': ['problem.channelUnknown.reason', 'problem.channelUnknown.mend'],
  'channel-refused': ['problem.channelRefused.reason', 'problem.channelRefused.mend'],
  'channel-html': ['problem.channelHtml.reason', 'problem.channelHtml.mend'],
  'channel-busy': ['problem.channelBusy.reason', 'problem.channelBusy.mend'],
  'channel-timeout': ['problem.channelTimeout.reason', 'problem.channelTimeout.mend'],
  'channel-offline': ['problem.channelOffline.reason', 'problem.channelOffline.mend'],
  'channel-insecure': ['problem.channelInsecure.reason', 'problem.channelInsecure.mend'],
  'channel-token': ['problem.channelToken.reason', 'problem.channelToken.mend'],
} as const satisfies Record<string, readonly [TextKey, TextKey]>;

export type ProblemCode = keyof typeof texts;

/** `detail` takes the place of {detail} in the sentences; `place` is a JSON pointer, empty for the whole. */
export function problem(code: ProblemCode, language: UiLanguage, detail = '', place = ''): Problem {
  const [reason, mend] = texts[code];
  return { code, place, reason: translate(language, reason, { detail }), mend: translate(language, mend, { detail }) };
}
