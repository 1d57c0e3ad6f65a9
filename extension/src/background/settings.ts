import type { UiLanguage } from '../generated/protocol';
import type { Managed, Network, Settings, SiteMode } from '../messages';
import { roamingSites } from '../sites/sites';

export const defaultSettings: Settings = {
  uiLanguage: 'auto',
  role: '',
  department: '',
  topics: [],
  sites: {},
  countTime: false,
  workMinutes: 0,
  hosts: {},
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A host and nothing else, so that no match pattern made of it reaches further. */
const isHost = (text: string) => /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/.test(text);

/** Settings from whatever is stored: an unreadable part falls back to its default, the rest stays. */
export function readSettings(stored: unknown, by: 'person' | 'policy' = 'person'): Settings {
  const from = isRecord(stored) ? stored : {};
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 80) : '');
  const sites: Record<string, SiteMode> = {};
  for (const [host, mode] of Object.entries(isRecord(from.sites) ? from.sites : {})) {
    // `inline` is what goes without saying, where nobody else says otherwise.
    if (mode === 'inline' && by === 'policy') sites[host] = mode;
    if (mode === 'off' || mode === 'panel') sites[host] = mode;
  }
  const hosts: Record<string, Network> = {};
  for (const [host, network] of Object.entries(isRecord(from.hosts) ? from.hosts : {})) {
    const site = roamingSites.find((each) => each.network === network);
    if (site && isHost(host)) hosts[host] = site.network;
  }
  return {
    uiLanguage: from.uiLanguage === 'de' || from.uiLanguage === 'en' ? from.uiLanguage : 'auto',
    role: text(from.role),
    department: text(from.department),
    topics: Array.isArray(from.topics)
      ? from.topics
          .map(text)
          .filter((topic) => topic !== '')
          .slice(0, 50)
      : [],
    sites,
    countTime: from.countTime === true,
    workMinutes:
      typeof from.workMinutes === 'number' && from.workMinutes >= 1 && from.workMinutes <= 1440
        ? Math.round(from.workMinutes)
        : 0,
    hosts,
  };
}

/** Role, department and modes of sites from the company's policy; anything else in it is not ours. */
export function readManaged(policy: unknown): Managed {
  const { role, department, sites: stated } = isRecord(policy) ? policy : {};
  const { sites } = readSettings({ sites: stated }, 'policy');
  const fits = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 80;
  return {
    ...(fits(role) ? { role } : {}),
    ...(fits(department) ? { department } : {}),
    ...(Object.keys(sites).length > 0 ? { sites } : {}),
  };
}

/** The language to speak, where the setting is `auto` the browser's, and English for browsers in other languages. */
export function resolveLanguage(settings: Settings, browserLanguage: string): UiLanguage {
  if (settings.uiLanguage !== 'auto') return settings.uiLanguage;
  return browserLanguage.toLowerCase().startsWith('de') ? 'de' : 'en';
}
