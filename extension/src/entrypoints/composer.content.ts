import { defineContentScript } from 'wxt/utils/define-content-script';
import { startComposer } from '../composer/start';
import { siteMatches, siteOfHost } from '../sites/sites';

export default defineContentScript({
  matches: [...siteMatches],
  runAt: 'document_start',
  // An editor can be in a frame of the site's own.
  allFrames: true,
  matchOriginAsFallback: true,
  main() {
    const site = siteOfHost(location.host);
    if (site) startComposer(site);
  },
});
