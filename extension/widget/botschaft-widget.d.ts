/** Types of the custom element <botschaft-share> for websites that are written in TypeScript. */

/** The detail of the event `botschaft:share`. Cancelling the event cancels the action. */
export interface PassedOn {
  /** A target's id, or `copy` or `system`. */
  network: string;
  /** What is shared, with the campaign's tags. */
  url: string;
  text: string;
}

export declare class BotschaftShare extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    'botschaft-share': BotschaftShare;
  }
  interface HTMLElementEventMap {
    'botschaft:share': CustomEvent<PassedOn>;
  }
}
