import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOnAnyHost } from '../composer/start';

/** Registered for the hosts that the guideline names and the person switched on (background/roaming.ts). */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_start',
  main: () => startOnAnyHost('intranet'),
});
