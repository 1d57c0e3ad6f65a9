/** What the demo sites answer to a request. */
export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const answer = (type: string, body: string, headers: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers },
  body,
});

export const notFound: SiteAnswer = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is nothing at this address.',
};

/** The language of a page's own labels: `?lang=` wins over what the browser asks for. */
export function languageOf(url: URL, acceptLanguage: string): 'de' | 'en' {
  const wanted = url.searchParams.get('lang') ?? acceptLanguage;
  return wanted.toLowerCase().startsWith('de') ? 'de' : 'en';
}
