import { defineContentScript } from 'wxt/utils/define-content-script';
import { startComposer } from '../composer/start';
import { siteMatches, siteOfHost } from '../sites/sites';

export default defineContentScript({
  matches: [...siteMatches],
  runAt: 'document_start',
  main() {
    const site = siteOfHost(location.host);
    if (site) startComposer(site);
  },
});
