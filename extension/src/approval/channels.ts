/**
 * The ways to ask for approval: what exactly leaves the machine for each, and what the answer means.
 *
 * - Slack, incoming webhook: POST of JSON with "text"; the answer is 200 and "ok", or 400 invalid_payload, 403
 *   action_prohibited, 404 channel_not_found, 410 channel_is_archived (https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks);
 *   one message a second, 429 with Retry-After in seconds (https://docs.slack.dev/apis/web-api/rate-limits). &, < and > are
 *   entities in text (https://docs.slack.dev/messaging/formatting-message-text), which also keeps a draft from calling a
 *   whole channel. What is longer than 40,000 characters is not refused but cut, and the code at its end would be lost
 *   (https://api.slack.com/changelog/2018-04-truncating-really-long-messages).
 * - Trello: POST /1/cards with key, token and idList (https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-post).
 *   That desc takes 16,384 characters is not on that page; it is what Trello answers
 *   (https://github.com/atlassian/trello-mcp-server/issues/12). Per 10 seconds 300 requests of a key and 100 of a token are
 *   taken; 429 comes as JSON with API_KEY_LIMIT_EXCEEDED or API_TOKEN_LIMIT_EXCEEDED, without Retry-After
 *   (https://developer.atlassian.com/cloud/trello/guides/rest-api/rate-limits).
 * - Microsoft Teams, workflow webhook: POST of a message with an Adaptive Card as its attachment
 *   (https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using), answered
 *   with 202. "Approximately 28 KB" in all, more is refused as too large (https://learn.microsoft.com/en-us/connectors/teams/);
 *   people have been refused from 21 KB on (https://www.rubydoc.info/gems/msteams_hermes/MsTeamsHermes/Message), so that is
 *   where we stop. Four requests a second
 *   (https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook).
 */
import type { ApprovalChannel } from '../generated/protocol';
import type { Message } from './request';

/** A request, byte for byte. `secret` values stand in the body as they are sent; the page shows them hidden. */
export interface Outgoing {
  method: 'POST';
  url: string;
  contentType: string;
  body: string;
}

export type Sent =
  | { kind: 'sent'; link?: string }
  /** Not now: try again, `after` milliseconds from now. */
  | { kind: 'later'; code: FailureCode; after: number; detail: string }
  /** Trying again would not help, or might do the same twice. */
  | { kind: 'failed'; code: FailureCode; detail: string };

export type FailureCode =
  | 'channel-refused'
  | 'channel-html'
  | 'channel-busy'
  | 'channel-timeout'
  | 'channel-offline'
  | 'channel-insecure'
  | 'channel-token';

const timeoutMilliseconds = 15_000;
const trelloApi = 'https://api.trello.com';
/** Where Trello's cards are made. */
export const trelloCards = `${trelloApi}/1/cards`;
/** Longest wait that an answer can ask for; beyond it the person decides. */
const longestWait = 24 * 60 * 60_000;

export const limits = { slack: 40_000, trello: 16_384, teams: 21_000, mail: 1_900 } as const;

/** https; http only to this very machine, which browsers too take for trustworthy. */
export function isSecure(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'));
}

/** What leaves for a channel that is asked over the network; null for the others. `base` is Trello's, for tests. */
export function outgoingFor(
  channel: ApprovalChannel,
  { title, body }: Message,
  trelloToken = '',
  base = trelloApi,
): Outgoing | null {
  const json = (url: string, value: object): Outgoing => ({
    method: 'POST',
    url,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
  });
  switch (channel.type) {
    case 'slack':
      return json(channel.url ?? '', { text: slackText({ title, body }), mrkdwn: false });
    case 'teams':
      return json(channel.url ?? '', adaptiveCard(title, body));
    case 'trello': {
      const fields = {
        idList: channel.list ?? '',
        name: title,
        desc: body,
        key: channel.key ?? '',
        token: trelloToken,
      };
      return {
        method: 'POST',
        url: `${base}/1/cards`,
        contentType: 'application/x-www-form-urlencoded; charset=utf-8',
        body: new URLSearchParams(fields).toString(),
      };
    }
    default:
      return null;
  }
}

/** Whether the channel takes a message of this length; otherwise it has to go another way. */
export function fits(channel: ApprovalChannel, message: Message): boolean {
  const outgoing = outgoingFor(channel, message);
  if (channel.type === 'slack') return slackText(message).length <= limits.slack;
  if (channel.type === 'trello') return message.body.length <= limits.trello;
  if (channel.type === 'teams') return new TextEncoder().encode(outgoing?.body ?? '').length <= limits.teams;
  return true;
}

/** The page to open for channels that a person completes: a mail, or a card that Trello shows first. */
export function hrefFor(channel: ApprovalChannel, { title, body }: Message): string | null {
  if (channel.type === 'mail') {
    const short = body.length <= limits.mail ? `&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}` : '';
    return `mailto:${channel.to ?? ''}?subject=${encodeURIComponent(title)}${short}`;
  }
  if (channel.type === 'trello-link') {
    return `https://trello.com/add-card?${new URLSearchParams({ mode: 'popup', name: title, desc: body })}`;
  }
  return null;
}

/** As it is counted: & is five characters. */
const slackText = ({ title, body }: Message) =>
  `${title}\n\n${body}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Runs of text rather than text blocks: those would read the draft as Markdown. */
function adaptiveCard(title: string, body: string): object {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: title, weight: 'bolder', size: 'medium' }] },
            ...body.split('\n\n').map((text) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] })),
          ],
        },
      },
    ],
  };
}

/** Sends exactly these bytes. Never throws. */
export async function sendOut(
  channel: Pick<ApprovalChannel, 'type'>,
  outgoing: Outgoing,
  attempt: number,
  now: number,
  timeout = timeoutMilliseconds,
): Promise<Sent> {
  if (!isSecure(outgoing.url)) return { kind: 'failed', code: 'channel-insecure', detail: outgoing.url };
  let response: Response;
  let body: string;
  try {
    response = await fetch(outgoing.url, {
      method: outgoing.method,
      headers: { 'Content-Type': outgoing.contentType },
      body: outgoing.body,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    body = await response.text();
  } catch (error) {
    // It may have arrived all the same: sending it a second time is for the person to decide.
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return { kind: 'failed', code: 'channel-timeout', detail: new URL(outgoing.url).hostname };
    return { kind: 'later', code: 'channel-offline', after: backOff(attempt), detail: new URL(outgoing.url).hostname };
  }
  return judge(channel, response, body, attempt, now);
}

function judge(
  channel: Pick<ApprovalChannel, 'type'>,
  response: Response,
  body: string,
  attempt: number,
  now: number,
): Sent {
  // Whoever sends us elsewhere (a log-in, an address that moved) has not taken it, and would not the next time.
  const isElsewhere = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
  if (isElsewhere) return { kind: 'failed', code: 'channel-refused', detail: 'redirect' };
  const { status } = response;
  const isHtml =
    response.headers.get('Content-Type')?.includes('text/html') === true || /^\s*<(!doctype|html)/i.test(body);
  const detail = `${status}${isHtml ? '' : ` ${body.trim().slice(0, 200)}`}`.trim();
  if (status === 429) {
    const after = retryAfter(response.headers.get('Retry-After'), now) ?? backOff(attempt);
    return { kind: 'later', code: 'channel-busy', after, detail };
  }
  if (status >= 500) return { kind: 'later', code: 'channel-busy', after: backOff(attempt), detail };
  // A page for people, of a proxy or of a log-in, is no answer of the service.
  if (isHtml) return { kind: 'failed', code: 'channel-html', detail: String(status) };
  if (status === 401 && channel.type === 'trello') return { kind: 'failed', code: 'channel-token', detail };
  if (!response.ok) return { kind: 'failed', code: 'channel-refused', detail };
  if (channel.type === 'slack' && body.trim() !== 'ok') return { kind: 'failed', code: 'channel-refused', detail };
  if (channel.type !== 'trello') return { kind: 'sent' };
  const link = cardLink(body);
  return link === null ? { kind: 'failed', code: 'channel-refused', detail } : { kind: 'sent', link };
}

function cardLink(body: string): string | null {
  try {
    const { shortUrl } = JSON.parse(body) as { shortUrl?: unknown };
    return typeof shortUrl === 'string' ? shortUrl : null;
  } catch {
    return null;
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3), as milliseconds from now; null where it says neither. */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const after = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(after) ? Math.min(Math.max(after, 1000), longestWait) : null;
}

/** Half a minute, doubled at each attempt, at most an hour: in milliseconds. */
const backOff = (attempt: number) => Math.min(30_000 * 2 ** attempt, 60 * 60_000);
