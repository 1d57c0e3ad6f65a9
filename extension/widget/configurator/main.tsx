/** The configurator: a static page of the widget, and a page of the extension. */
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { shareTargets } from '../../src/generated/share-targets';
import { widgetHashes } from '../../src/generated/widget-hashes';
import { words } from '../src/words';
import './configurator.css';
import '../src/main';
import { attributesOf, type Choice, policyOf, privacyOf, scriptName, snippetOf } from './snippet';
import { type Texts, texts } from './texts';

type Lang = 'de' | 'en';

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const firstLang: Lang = asked.toLowerCase().startsWith('de') ? 'de' : 'en';

const networkIds = [...Object.keys(shareTargets), 'copy', 'system'];

const firstChoice: Choice = {
  networks: ['linkedin', 'x', 'mastodon', 'bluesky', 'mail', 'copy'],
  lang: firstLang,
  url: '',
  text: '',
  hashtags: '',
  via: '',
  campaign: '',
  size: '',
  show: '',
  mastodon: false,
  quote: false,
  content: '',
  module: true,
};

function nameOf(id: string, lang: Lang): string {
  if (id === 'copy') return words[lang].copy;
  if (id === 'system') return texts[lang].system;
  if (id === 'mail') return words[lang].mail;
  return shareTargets[id as keyof typeof shareTargets][0];
}

interface PartProps {
  choice: Choice;
  change(changes: Partial<Choice>): void;
  t: Texts;
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} /> {label}
    </label>
  );
}

function Networks({ choice, change, t }: PartProps) {
  const toggle = (id: string, wanted: boolean) => {
    const others = choice.networks.filter((other) => other !== id);
    change({ networks: wanted ? [...others, id] : others });
  };
  return (
    <fieldset>
      <legend>{t.networks}</legend>
      <div class="ticks">
        {networkIds.map((id) => (
          <Tick
            key={id}
            label={nameOf(id, choice.lang)}
            checked={choice.networks.includes(id)}
            onChange={(wanted) => toggle(id, wanted)}
          />
        ))}
      </div>
      <p class="low">{t.networksHint}</p>
    </fieldset>
  );
}

type TextKey = 'url' | 'text' | 'hashtags' | 'via' | 'campaign' | 'content';

function TextFields({ choice, change, t }: PartProps) {
  const fields: [TextKey, string, string?][] = [
    ['url', t.address, t.addressHint],
    ['text', t.text],
    ['hashtags', t.hashtags],
    ['via', t.via],
    ['campaign', t.campaign, t.campaignHint],
    ['content', t.library, t.libraryHint],
  ];
  return (
    <div class="fields">
      {fields.map(([key, label, hint]) => (
        <label key={key}>
          <span>{label}</span>
          <input
            type="text"
            name={key}
            value={choice[key]}
            onInput={(event) => change({ [key]: event.currentTarget.value.trim() })}
          />
          {hint ? <span class="low">{hint}</span> : null}
        </label>
      ))}
    </div>
  );
}

function Looks({ choice, change, t }: PartProps) {
  return (
    <fieldset>
      <legend>{t.look}</legend>
      <div class="fields">
        <label>
          <span>{t.size}</span>
          <select
            name="size"
            value={choice.size}
            onChange={(event) => change({ size: event.currentTarget.value as Choice['size'] })}
          >
            <option value="">{t.medium}</option>
            <option value="small">{t.small}</option>
            <option value="large">{t.large}</option>
          </select>
        </label>
        <label>
          <span>{t.show}</span>
          <select
            name="show"
            value={choice.show}
            onChange={(event) => change({ show: event.currentTarget.value as Choice['show'] })}
          >
            <option value="">{t.both}</option>
            <option value="icons">{t.icons}</option>
            <option value="labels">{t.labels}</option>
          </select>
        </label>
      </div>
      <div class="ticks wide">
        <Tick label={t.mastodon} checked={choice.mastodon} onChange={(mastodon) => change({ mastodon })} />
        <Tick label={t.quote} checked={choice.quote} onChange={(quote) => change({ quote })} />
        <Tick label={t.classic} checked={!choice.module} onChange={(classic) => change({ module: !classic })} />
      </div>
    </fieldset>
  );
}

function Output({ title, hint, text, t }: { title: string; hint?: string; text: string; t: Texts }) {
  const [copied, setCopied] = useState('');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <section class="output" aria-label={title}>
      <h2>{title}</h2>
      {hint ? <p class="low">{hint}</p> : null}
      <pre>{text}</pre>
      <button type="button" onClick={() => void copy()}>
        {copied === text ? t.copied : t.copy}
      </button>
    </section>
  );
}

function Configurator() {
  const [choice, setChoice] = useState(firstChoice);
  const change = (changes: Partial<Choice>) => setChoice({ ...choice, ...changes });
  const t = texts[choice.lang];
  document.documentElement.lang = choice.lang;
  document.title = t.title;
  const file = scriptName(choice);
  const part = { choice, change, t };
  return (
    <main>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <div class="columns">
        <form onSubmit={(event) => event.preventDefault()}>
          <label class="language">
            <span>{t.language}</span>
            <select
              name="lang"
              value={choice.lang}
              onChange={(event) => change({ lang: event.currentTarget.value as Lang })}
            >
              <option value="de">Deutsch</option>
              <option value="en">English</option>
            </select>
          </label>
          <Networks {...part} />
          <TextFields {...part} />
          <Looks {...part} />
        </form>
        <div>
          <section aria-label={t.preview}>
            <h2>{t.preview}</h2>
            {h('botschaft-share', attributesOf(choice))}
            {choice.quote ? <article>{t.quotable}</article> : null}
          </section>
          <Output
            t={t}
            title={t.snippet}
            hint={t.snippetHint.replace('{file}', file)}
            text={snippetOf(choice, widgetHashes[file] ?? '')}
          />
          <Output t={t} title={t.policy} text={policyOf(choice)} />
          <Output t={t} title={t.privacy} text={privacyOf(choice, choice.lang)} />
        </div>
      </div>
    </main>
  );
}

render(<Configurator />, document.body);
