/** What the page that the widget stands on says of itself. */

const contentOf = (selector: string, attribute: string): string =>
  document.querySelector(selector)?.getAttribute(attribute)?.trim() ?? '';

/** The first of these that is an http(s) address: `wanted`, the canonical link, og:url, the page's own. */
export function pageUrl(wanted: string): string {
  const candidates = [
    wanted,
    contentOf('link[rel=canonical]', 'href'),
    contentOf('meta[property="og:url"]', 'content'),
  ];
  for (const candidate of candidates) {
    if (!candidate || !URL.canParse(candidate, document.baseURI)) continue;
    const url = new URL(candidate, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return url.href;
  }
  return location.href;
}

export const pageTitle = (): string => contentOf('meta[property="og:title"]', 'content') || document.title;
