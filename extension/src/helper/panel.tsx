/** The window that opens at the button: an approved text or one's own, checked, and one click into the network. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckAnswer, IntentAnswer, SuggestAnswer, Suggestion } from '../generated/protocol';
import type { Network, UiLanguage } from '../messages';
import { send } from '../send';
import { copyText } from '../ui/clipboard';
import { networkName, offeredNetworks } from '../ui/networks';
import type { PageWords } from './page';
import { copyPicture } from './picture';
import { texts } from './texts';

export interface PanelProps {
  page: PageWords;
  answer: SuggestAnswer;
  /** The words to begin with, where the person selected some. */
  quote: string | null;
  language: UiLanguage;
  close: () => void;
}

interface Choice {
  /** Where the text is from. */
  kind: string;
  label: string;
  text: string;
}

/** What the library offers for this page, in the page's language first. */
function choicesFor(props: PanelProps, item: Suggestion | undefined, network: Network): Choice[] {
  const { answer, page, quote, language } = props;
  const t = texts[language];
  const choices: Choice[] = quote === null ? [] : [{ kind: t.yourWords, label: t.yourWords, text: quote }];
  const captions = (item?.captions ?? []).filter((caption) => (caption.network ?? network) === network);
  captions.sort((one, other) => Number(other.lang === page.lang) - Number(one.lang === page.lang));
  for (const [number, { text }] of captions.entries())
    choices.push({ kind: t.approved, label: t.caption(number + 1), text });
  if (captions.length > 0) return choices;
  for (const [number, text] of (answer.page?.proposals ?? []).entries())
    choices.push({ kind: t.proposed, label: t.caption(number + 1), text });
  return choices;
}

export function Panel(props: PanelProps) {
  const { page, answer, language, close } = props;
  const t = texts[language];
  const item = answer.items.find((each) => each.item === answer.page?.item);
  const [network, setNetwork] = useState<Network>('linkedin');
  const choices = choicesFor(props, item, network);
  const [chosen, setChosen] = useState(0);
  const [text, setText] = useState(choices[0]?.text ?? '');
  const [check, setCheck] = useState<CheckAnswer | null>(null);
  const [intent, setIntent] = useState<IntentAnswer | null>(null);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const what = item ? { item: item.item } : { url: page.url, tagged: true };
      void send('intent', { network, text, ...what }).then(
        (found) => current && setIntent(found.ok ? found : null),
        () => current && setSaid(t.failed),
      );
      if (text.trim() === '') setCheck(null);
      else
        void send('check', { text, network, kind: 'post', ...(item ? { item: item.item } : {}) }).then(
          (found) => current && setCheck(found.ok ? found : null),
          () => undefined,
        );
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, network, item, page.url, t]);

  const choose = (number: number, of: Choice[]) => {
    setChosen(number);
    setText(of[number]?.text ?? '');
  };
  const shared = () => {
    // The link opens by itself. Where it cannot bring the text along, the clipboard does.
    if (intent && !intent.prefills)
      void copyText(intent.text).then((done) => setSaid(done ? t.pasteThere : t.copyFailed));
    void send('posted', { network, kind: 'post', opened: true, ...(item ? { item: item.item } : {}) }).catch(
      () => null,
    );
  };
  const { image } = item ?? {};

  return (
    <div class="panel" data-part="share-panel" role="dialog" aria-label={t.title}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {t.title}
        </h2>
        <button type="button" class="quiet" data-part="close" aria-label={t.close} onClick={close}>
          ✕
        </button>
      </header>
      <div class="scroll">
        <label>
          {t.network}
          <select
            data-part="share-network"
            value={network}
            onChange={(event) => {
              const next = offeredNetworks[event.currentTarget.selectedIndex] ?? 'linkedin';
              setNetwork(next);
              // A text of one's own stays as it is.
              if (choices.some((choice) => choice.text === text)) choose(0, choicesFor(props, item, next));
            }}
          >
            {offeredNetworks.map((each) => (
              <option key={each} value={each}>
                {networkName(each)}
              </option>
            ))}
          </select>
        </label>
        {choices.length > 1 ? (
          <label>
            {choices[chosen]?.kind ?? t.approved}
            <select
              data-part="share-choice"
              value={String(chosen)}
              onChange={(event) => choose(event.currentTarget.selectedIndex, choices)}
            >
              {choices.map((choice, number) => (
                <option key={choice.text} value={String(number)}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {t.text}
          <textarea
            data-part="share-text"
            rows={6}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {check ? (
          <div class={`findings ${check.verdict}`} data-part="share-findings">
            <p role="status">{check.findings.length === 0 ? `✓ ${t.clean}` : t.findings(check.findings.length)}</p>
            <ul>
              {check.findings.slice(0, 6).map((finding) => (
                <li key={`${finding.rule} ${finding.start}`} class={finding.level}>
                  <strong>{t.levels[finding.level]}</strong> {finding.message}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <div class="actions">
          {intent?.href ? (
            <a
              class="primary"
              data-part="share-link"
              href={intent.href}
              target="_blank"
              rel="noopener noreferrer"
              onClick={shared}
            >
              {t.shareOn(networkName(network))}
            </a>
          ) : null}
          <button
            type="button"
            data-part="copy"
            onClick={() => void copyText(intent?.text ?? text).then((done) => setSaid(done ? t.copied : t.copyFailed))}
          >
            {t.copyText}
          </button>
          {image ? (
            <button
              type="button"
              data-part="share-picture"
              onClick={() =>
                void copyPicture(image.url, image.alt).then((done) =>
                  setSaid(done === 'picture' ? t.pictureCopied : done === 'alt' ? t.altCopied : t.copyFailed),
                )
              }
            >
              {t.copyPicture}
            </button>
          ) : null}
        </div>
        <p role="status" class="said" data-part="share-said">
          {said}
        </p>
      </div>
    </div>
  );
}
