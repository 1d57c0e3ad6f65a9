import { useId, useRef, useState } from 'preact/hooks';
import type { SuggestedCaption, Suggestion } from '../../generated/protocol';
import type { Network, Status, TabMessages } from '../../messages';
import { CheckedText } from '../../ui/checked-text';
import { CopyIcon, EditIcon, InsertIcon, ShareIcon } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import { checkDraft } from '../../ui/use-check';
import { named } from './filters';
import { OutcomeNotice } from './outcome-notice';
import { type Outcome, shareItem, takeItem } from './share-item';

/** Where the card's share buttons lead. */
const shareNetworks: readonly Network[] = ['linkedin', 'x'];

interface LibraryCardProps {
  item: Suggestion;
  status: Status;
  draft: TabMessages['readDraft'][1];
  /** The language that captions are wanted in. */
  lang: 'de' | 'en';
  /** What the person made of it, and kept; null where there is nothing. */
  kept: string | null;
  /** null discards it. */
  onKept: (text: string | null) => void;
}

/** Value of the choice that stands for the person's own words, beside the variants' numbers. */
const ownWords = 'own';

export function LibraryCard({ item, status, draft, lang, kept, onKept }: LibraryCardProps) {
  const { t } = useWords();
  const id = useId();
  const [choice, setChoice] = useState<number | null>(null);
  const [hidden, setHidden] = useState(false);
  /** Where the text was not shared to: it is checked for there. */
  const [aim, setAim] = useState<Network | null>(null);
  const card = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const preferred = draft?.network ?? 'linkedin';
  const chosen = choice ?? preferredCaption(item.captions, preferred, lang);
  const caption = item.captions[chosen];
  // What is shown is what is shared.
  const own = hidden ? null : kept;
  const shown = own ?? caption?.text ?? '';

  /** Another text on the card: what was said about the one before no longer holds. */
  const show = (next: 'own' | 'variant') => {
    setHidden(next === 'variant');
    setOutcome(null);
  };
  const write = (text: string | null) => {
    onKept(text);
    show('own');
  };
  /** For buttons that are gone once they were pressed. */
  const focusOn = (selector: string) =>
    requestAnimationFrame(() => card.current?.querySelector<HTMLElement>(selector)?.focus());

  /** The person's own words; otherwise the chosen variant, or its sister for that network. */
  const textFor = (network: Network): string => {
    if (own !== null) return own;
    if (!caption) return '';
    if (choice !== null || caption.network === undefined || caption.network === network) return caption.text;
    return item.captions[preferredCaption(item.captions, network, caption.lang)]?.text ?? caption.text;
  };

  const share = async (network: Network, anyway = false) => {
    const text = textFor(network);
    if (!anyway) {
      const { answer } = await checkDraft({ text, network, kind: 'post', item: item.item });
      const level = answer?.verdict;
      if (level === 'block' || level === 'warn') {
        const findings = answer?.findings.filter((finding) => finding.level === level) ?? [];
        setAim(network);
        setOutcome({ kind: 'held', level, network, findings });
        return;
      }
    }
    setOutcome(await shareItem(item.item, network, text));
  };

  const take = async (way: 'insert' | 'copy') => {
    const network = way === 'insert' ? preferred : (caption?.network ?? preferred);
    setOutcome(await takeItem(item.item, network, textFor(network), way));
  };

  return (
    <article ref={card} class="card library-card" aria-labelledby={`${id}-title`}>
      <CardHead item={item} status={status} titleId={`${id}-title`} isOwn={kept !== null} />
      {item.captions.length > 1 || kept !== null ? (
        <div class="variant">
          <label for={`${id}-variant`} class="visually-hidden">
            {t('card.variants')}
          </label>
          <select
            id={`${id}-variant`}
            value={own === null ? String(chosen) : ownWords}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value !== ownWords) setChoice(Number(value));
              show(value === ownWords ? 'own' : 'variant');
            }}
          >
            {kept === null ? null : <option value={ownWords}>{t('card.own')}</option>}
            {item.captions.map((each, index) => (
              <option key={`${each.network} ${each.lang} ${each.text}`} value={String(index)}>
                <VariantName captions={item.captions} index={index} />
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {own === null ? (
        <p class="caption" lang={caption?.lang}>
          {shown}
        </p>
      ) : (
        <div class="stack tight">
          <p class="row spread low">
            {t('card.editHint')}
            <button
              type="button"
              class="quiet"
              onClick={() => {
                write(null);
                focusOn('.toggle');
              }}
            >
              {t('card.discard')}
              <span class="visually-hidden">: {item.title}</span>
            </button>
          </p>
          <CheckedText
            label={t('card.text', { title: item.title })}
            labelHidden
            text={own}
            onText={write}
            network={aim ?? caption?.network ?? preferred}
            kind="post"
            item={item.item}
            version={status}
            heading="h3"
          />
        </div>
      )}
      <div class="row share">
        {shareNetworks.map((network) => (
          <button
            type="button"
            class="primary"
            key={network}
            aria-label={`${t('card.shareOn', { network: networkName(network) })}: ${item.title}`}
            onClick={() => void share(network)}
          >
            <ShareIcon />
            {networkName(network)}
          </button>
        ))}
      </div>
      <div class="row others">
        <button
          type="button"
          class="toggle"
          aria-expanded={own !== null}
          onClick={() => {
            if (kept === null) write(shown);
            else if (kept === caption?.text) write(null);
            else show(hidden ? 'own' : 'variant');
          }}
        >
          <EditIcon />
          {t('card.edit')}
          <span class="visually-hidden">: {item.title}</span>
        </button>
        <button type="button" onClick={() => void take('insert')} title={t('card.insert')}>
          <InsertIcon />
          <span class="visually-hidden">
            {t('card.insert')}: {item.title}
          </span>
        </button>
        <button type="button" onClick={() => void take('copy')} title={t('common.copy')}>
          <CopyIcon />
          <span class="visually-hidden">
            {t('common.copy')}: {item.title}
          </span>
        </button>
      </div>
      {status.loadedPacks?.channels?.length ? (
        <p>
          <a href={`/approval.html?claim=${encodeURIComponent(item.item)}`} target="_blank" rel="noopener">
            {t('card.claim')}
            <span class="visually-hidden">: {item.title}</span>
          </a>
        </p>
      ) : null}
      <div role="status" class="outcome">
        {outcome ? (
          <OutcomeNotice
            outcome={outcome}
            onAnyway={(network) => void share(network, true)}
            onOwnWords={
              own === null
                ? (network) => {
                    write(kept ?? textFor(network));
                    focusOn('textarea');
                  }
                : null
            }
          />
        ) : null}
      </div>
    </article>
  );
}

interface CardHeadProps {
  item: Suggestion;
  status: Status;
  titleId: string;
  /** The person has words of their own for it. */
  isOwn: boolean;
}

function CardHead({ item, status, titleId, isOwn }: CardHeadProps) {
  const { t, wallTime } = useWords();
  const [broken, setBroken] = useState(false);
  const topics = named(item.topics, status.loadedPacks?.topics ?? []);
  return (
    <div class="card-head">
      {item.image && !broken ? (
        <img
          src={item.image.url}
          alt={item.image.alt}
          loading="lazy"
          referrerpolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      ) : null}
      {item.image && broken ? <p class="image-missing low">{t('card.imageMissing', { alt: item.image.alt })}</p> : null}
      <div class="stack tight">
        <h2 id={titleId}>
          <a href={item.url} target="_blank" rel="noreferrer">
            {item.title}
          </a>
        </h2>
        {item.summary ? <p class="low summary">{item.summary}</p> : null}
        <p class="row chips">
          {isOwn ? <span class="chip strong">{t('card.own')}</span> : null}
          {item.because.slice(0, 3).map((reason) => (
            <span class="chip strong" key={reason}>
              {t(`because.${reason}`)}
            </span>
          ))}
          {topics.slice(0, 2).map((topic) => (
            <span class="chip" key={topic.id}>
              {topic.name}
            </span>
          ))}
          {item.expires ? <span class="chip">{t('card.expires', { date: wallTime(item.expires) })}</span> : null}
        </p>
      </div>
    </div>
  );
}

/** "LinkedIn · German", with a number where there are several such. */
function VariantName({ captions, index }: { captions: readonly SuggestedCaption[]; index: number }) {
  const { t } = useWords();
  const caption = captions[index];
  if (!caption) return null;
  const alike = captions.filter((each) => each.lang === caption.lang && each.network === caption.network);
  const name = `${caption.network ? networkName(caption.network) : t('card.anyNetwork')} · ${t(`lang.${caption.lang}`)}`;
  return <>{alike.length > 1 ? `${name} · ${t('card.variant', { n: alike.indexOf(caption) + 1 })}` : name}</>;
}

/** Index of the first caption for the network in the language, else in the language, else for the network, else 0. */
function preferredCaption(captions: readonly SuggestedCaption[], network: Network, lang: 'de' | 'en'): number {
  const fits = (caption: SuggestedCaption) => caption.network === network || caption.network === undefined;
  const tests: ((caption: SuggestedCaption) => boolean)[] = [
    (caption) => caption.lang === lang && caption.network === network,
    (caption) => caption.lang === lang && fits(caption),
    (caption) => caption.lang === lang,
    fits,
  ];
  for (const test of tests) {
    const index = captions.findIndex(test);
    if (index >= 0) return index;
  }
  return 0;
}
