import type { UiLanguage } from '../generated/protocol';
import type { Managed, Settings, SiteMode } from '../messages';

export const defaultSettings: Settings = {
  uiLanguage: 'auto',
  role: '',
  department: '',
  topics: [],
  sites: {},
  countTime: false,
  workMinutes: 0,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings from whatever is stored: an unreadable part falls back to its default, the rest stays. */
export function readSettings(stored: unknown): Settings {
  const from = isRecord(stored) ? stored : {};
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 80) : '');
  const sites: Record<string, SiteMode> = {};
  for (const [host, mode] of Object.entries(isRecord(from.sites) ? from.sites : {})) {
    // `inline` is what goes without saying.
    if (mode === 'off') sites[host] = mode;
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
  };
}

/** Role and department from the company's policy; anything else in it is not ours. */
export function readManaged(policy: unknown): Managed {
  const { role, department } = isRecord(policy) ? policy : {};
  const fits = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 80;
  return { ...(fits(role) ? { role } : {}), ...(fits(department) ? { department } : {}) };
}

/** The language to speak, where the setting is `auto` the browser's, and English for browsers in other languages. */
export function resolveLanguage(settings: Settings, browserLanguage: string): UiLanguage {
  if (settings.uiLanguage !== 'auto') return settings.uiLanguage;
  return browserLanguage.toLowerCase().startsWith('de') ? 'de' : 'en';
}
