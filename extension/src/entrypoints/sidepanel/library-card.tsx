import { useId, useState } from 'preact/hooks';
import type { SuggestedCaption, Suggestion } from '../../generated/protocol';
import type { Network, Status, TabMessages } from '../../messages';
import { CheckedText } from '../../ui/checked-text';
import { CopyIcon, EditIcon, InsertIcon, ShareIcon } from '../../ui/icons';
import { useWords } from '../../ui/language';
import { networkName } from '../../ui/networks';
import { checkDraft } from '../../ui/use-check';
import { named } from './filters';
import { type Outcome, shareItem, takeItem } from './share-item';

/** Where the card's share buttons lead. */
const shareNetworks: readonly Network[] = ['linkedin', 'x'];

interface LibraryCardProps {
  item: Suggestion;
  status: Status;
  draft: TabMessages['readDraft'][1];
  /** The language that captions are wanted in. */
  lang: 'de' | 'en';
}

export function LibraryCard({ item, status, draft, lang }: LibraryCardProps) {
  const { t } = useWords();
  const id = useId();
  const [choice, setChoice] = useState<number | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const preferred = draft?.network ?? 'linkedin';
  const chosen = choice ?? preferredCaption(item.captions, preferred, lang);
  const caption = item.captions[chosen];
  const shown = own ?? caption?.text ?? '';

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
      const { answer } = await checkDraft({ text, network, kind: 'post' });
      if (answer?.verdict === 'block') {
        // The finding is worth seeing where the words are.
        if (own === null) setOwn(text);
        setOutcome({ kind: 'blocked', network, findings: answer.findings.filter(({ level }) => level === 'block') });
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
    <article class="card library-card" aria-labelledby={`${id}-title`}>
      <CardHead item={item} status={status} titleId={`${id}-title`} />
      {item.captions.length > 1 ? (
        <div class="variant">
          <label for={`${id}-variant`} class="visually-hidden">
            {t('card.variants')}
          </label>
          <select
            id={`${id}-variant`}
            value={String(chosen)}
            onChange={(event) => {
              setChoice(event.currentTarget.selectedIndex);
              setOwn(null);
              setOutcome(null);
            }}
          >
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
          <p class="low">{t('card.editHint')}</p>
          <CheckedText
            label={t('card.text', { title: item.title })}
            labelHidden
            text={own}
            onText={setOwn}
            network={caption?.network ?? preferred}
            kind="post"
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
          onClick={() => setOwn(own === null ? shown : null)}
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
      <div role="status" class="outcome">
        {outcome ? <OutcomeNotice outcome={outcome} onAnyway={(network) => void share(network, true)} /> : null}
      </div>
    </article>
  );
}

function CardHead({ item, status, titleId }: { item: Suggestion; status: Status; titleId: string }) {
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

function OutcomeNotice({ outcome, onAnyway }: { outcome: Outcome; onAnyway: (network: Network) => void }) {
  const { t } = useWords();
  if (outcome.kind === 'blocked') {
    return (
      <div class="notice block stack tight">
        <p>
          <strong>{t('card.blocked')}</strong>
        </p>
        {outcome.findings.map((finding) => (
          <p key={finding.rule}>
            {finding.title}: {finding.message}
          </p>
        ))}
        <div class="row">
          <button type="button" onClick={() => onAnyway(outcome.network)}>
            {t('card.anyway')}
          </button>
        </div>
      </div>
    );
  }
  const network = networkName(outcome.network);
  if (outcome.kind === 'failed') return <p class="notice block">{outcome.reason ?? t('common.noAnswer')}</p>;
  const good = outcome.kind === 'opened' || outcome.kind === 'inserted' || outcome.kind === 'copied';
  const texts = {
    opened: t('card.opened', { network }),
    openedPaste: t('card.openedPaste', { network }),
    inserted: t('card.inserted'),
    insertFailed: t('card.insertFailed'),
    copied: t('card.copied'),
    copyFailed: t('common.copyFailed'),
  };
  return <p class={good ? 'notice good' : 'notice'}>{texts[outcome.kind]}</p>;
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
