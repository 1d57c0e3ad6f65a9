/** Choosing a channel, seeing exactly what would leave by it, and the click that sends it. */
import { useId, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { fits, hrefFor, type Outgoing, outgoingFor } from '../../approval/channels';
import type { Message } from '../../approval/request';
import type { ApprovalChannel, Problem } from '../../generated/protocol';
import { send } from '../../send';
import { copyText } from '../../ui/clipboard';
import { useWords } from '../../ui/language';
import { ProblemList } from '../../ui/problem-list';

interface HandOverProps {
  channels: readonly ApprovalChannel[];
  preferred: string | undefined;
  message: Message;
  trelloToken: string;
  /** What is handed over: a request, or the claim of a content item. */
  what: { record?: string; item?: string };
  onDone: () => void;
}

export function HandOver({ channels, preferred, message, trelloToken, what, onDone }: HandOverProps) {
  const { t } = useWords();
  const id = useId();
  const all = channels.some(({ type }) => type === 'copy')
    ? channels
    : [...channels, { id: 'copy', type: 'copy' as const, name: t('approval.copyChannel') }];
  const [chosen, setChosen] = useState(preferred ?? all[0]?.id ?? 'copy');
  const [token, setToken] = useState(trelloToken);
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const channel = all.find((each) => each.id === chosen) ?? all[0];
  if (!channel) return null;
  const outgoing = outgoingFor(channel, message, token);
  const href = hrefFor(channel, message);
  const isTooLong = !fits(channel, message);
  const whole = `${message.title}\n\n${message.body}`;
  const needsToken = channel.type === 'trello' && token.trim() === '';

  const post = async (bytes: Outgoing) => {
    setProblems([]);
    // At once, while the click still counts: the browser asks the person about the address.
    const origin = `${new URL(bytes.url).origin}/*`.replace(/:\d+\/\*$/, '/*');
    const allowed = await browser.permissions.request({ origins: [origin] }).catch(() => false);
    if (!allowed) return setSaid(t('approval.notAllowed', { host: new URL(bytes.url).hostname }));
    if (channel.type === 'trello') await send('saveTrelloToken', { token: token.trim() });
    const answer = await send('approvalSend', { ...what, channel: channel.id, outgoing: bytes }).catch(() => null);
    if (answer?.ok === false) setProblems(answer.problems);
    setSaid(answer === null ? t('common.noAnswer') : '');
    onDone();
  };

  const byHand = async () => {
    // The whole of it, because a mail program may cut what a link brings along.
    const copied = await copyText(whole);
    if (href !== null) await browser.tabs.create({ url: href });
    setSaid(t(copied ? (href === null ? 'common.copied' : 'approval.openedAndCopied') : 'common.copyFailed'));
    if (href === null && !copied) return;
    await send('approvalHandedOver', { ...what, channel: channel.id }).catch(() => null);
    onDone();
  };

  return (
    <div class="stack" data-part="hand-over">
      <div class="field">
        <label for={`${id}-channel`}>{t('approval.channel')}</label>
        <select id={`${id}-channel`} value={channel.id} onChange={(event) => setChosen(event.currentTarget.value)}>
          {all.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      {channel.type === 'trello' ? (
        <div class="field">
          <label for={`${id}-token`}>{t('approval.trelloToken')}</label>
          <input
            id={`${id}-token`}
            type="password"
            autocomplete="off"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
          <p class="low">{t('approval.trelloTokenHint')}</p>
        </div>
      ) : null}
      <div class="stack tight">
        <h3 id={`${id}-exact`}>{t(outgoing ? 'approval.exact' : 'approval.exactByHand')}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section class="exact" data-part="exact" tabIndex={0} aria-labelledby={`${id}-exact`}>
          <pre>{outgoing ? shown(outgoing, token) : (href ?? whole)}</pre>
        </section>
        {outgoing ? (
          <p class="low">{t('approval.sizeOf', { n: new TextEncoder().encode(outgoing.body).length })}</p>
        ) : null}
      </div>
      {isTooLong ? <p class="notice warn">{t('approval.tooLong')}</p> : null}
      <div class="row">
        {outgoing ? (
          <button
            type="button"
            class="primary"
            data-part="send"
            disabled={isTooLong || needsToken}
            onClick={() => void post(outgoing)}
          >
            {t('approval.send')}
          </button>
        ) : (
          <button type="button" class="primary" data-part="send" onClick={() => void byHand()}>
            {t(
              href === null ? 'approval.copyAll' : channel.type === 'mail' ? 'approval.openMail' : 'approval.openCard',
            )}
          </button>
        )}
      </div>
      <div role="status" class="stack tight">
        {said === '' ? null : <p class="notice">{said}</p>}
        {problems.length > 0 ? (
          <div class="notice block">
            <ProblemList problems={problems} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** Byte for byte, but for the person's own secret, which a screen should not show. */
function shown({ method, url, contentType, body }: Outgoing, secret: string): string {
  const hidden = secret === '' ? body : body.replaceAll(encodeURIComponent(secret), '••••');
  return `${method} ${url}\nContent-Type: ${contentType}\n\n${hidden}`;
}
