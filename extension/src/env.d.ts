/// <reference types="wxt/vite-builder-env" />

import 'wxt/browser';

declare module 'wxt/browser' {
  /** `path`: of a file in the extension, beginning with a slash. */
  export interface WxtRuntime {
    getURL(path: string): string;
  }
}
