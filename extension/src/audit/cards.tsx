/** What the networks make of the page, drawn from what the core says that they take. */
import type { AuditAnswer, PageCard } from '../generated/protocol';
import { useWords } from '../ui/language';

const names: Record<PageCard['network'], string> = {
  linkedin: 'LinkedIn',
  x: 'X',
  facebook: 'Facebook',
  mastodon: 'Mastodon',
  whatsapp: 'WhatsApp',
};

function Card({ card }: { card: PageCard }) {
  const { t } = useWords();
  const { title, description, image, layout, network, site } = card;
  const from = (part: { from: string } | undefined) =>
    part === undefined
      ? t('audit.none')
      : part.from === 'page'
        ? t('audit.fromPage')
        : part.from === 'address'
          ? t('audit.fromAddress')
          : part.from;
  return (
    <figure class="stack tight">
      <figcaption>
        <strong>{names[network]}</strong>
      </figcaption>
      <div class={`preview ${layout} ${network}`}>
        {image && layout !== 'text' ? <img src={image.text} alt="" referrerpolicy="no-referrer" /> : null}
        <div class="words">
          {network === 'facebook' || network === 'mastodon' ? <span class="site">{site}</span> : null}
          <span class="title">{title?.text}</span>
          {description ? <span class="description">{description.text}</span> : null}
          {network === 'facebook' || network === 'mastodon' ? null : <span class="site">{site}</span>}
        </div>
      </div>
      <p class="low">
        {t('audit.from', { title: from(title), image: layout === 'text' ? t('audit.none') : from(image) })}
        {title?.cut || description?.cut ? ` ${t('audit.cut')}` : ''}
      </p>
    </figure>
  );
}

export function Cards({ cards }: { cards: AuditAnswer['cards'] }) {
  return (
    <div class="previews">
      {cards.map((card) => (
        <Card key={card.network} card={card} />
      ))}
    </div>
  );
}
