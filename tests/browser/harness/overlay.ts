// Our overlay lives in a closed shadow root, which no script of a page can enter. The browser's debugger can: it finds
// the parts by their data-part attribute, and presses them with a real mouse at the place where they are shown.
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';

export type PartName =
  | 'pill'
  | 'panel'
  | 'finding'
  | 'fix'
  | 'copy'
  | 'wrong'
  | 'wrong-note'
  | 'wrong-save'
  | 'question-yes'
  | 'question-no'
  | 'close'
  | 'card'
  | 'dialog'
  | 'dialog-fix'
  | 'dialog-edit'
  | 'dialog-confirm'
  | 'dialog-post'
  | 'notice'
  | 'core-notice'
  | 'duties'
  | 'approval'
  | 'ask-approval'
  | 'contact'
  | 'message-link'
  | 'lost-approval'
  | 'last-answer'
  | 'tone'
  | 'tone-open'
  | 'share'
  | 'share-quote'
  | 'share-note'
  | 'share-panel'
  | 'share-network'
  | 'share-choice'
  | 'share-text'
  | 'share-findings'
  | 'share-link'
  | 'share-picture'
  | 'share-said';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Part {
  nodeId: number;
  /** Where it is shown, in CSS pixels of the viewport. */
  box: Box;
  /** The visible text. */
  text: string;
  /** What assistive technology reads as its name. */
  name: string;
  role: string;
  disabled: boolean;
}

interface DomNode {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const patience = 5000;

export class Overlay {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<Overlay> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    return new Overlay(page, session);
  }

  end(): Promise<void> {
    return this.session.detach();
  }

  /** The shown parts of this name, in document order. */
  async all(name: PartName): Promise<Part[]> {
    const { root } = (await this.session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const parts: Part[] = [];
    for (const nodeId of nodesOfPart(root, name)) {
      const part = await this.describe(nodeId);
      if (part) parts.push(part);
    }
    return parts;
  }

  /** The first part of this name, as soon as it is shown. */
  async find(name: PartName, accepts: (part: Part) => boolean = () => true): Promise<Part> {
    const end = Date.now() + patience;
    let seen: Part[] = [];
    while (Date.now() < end) {
      seen = await this.all(name);
      const found = seen.find(accepts);
      if (found) return found;
      await wait(20);
    }
    const others = seen.map((part) => JSON.stringify(part.text)).join(', ');
    throw new Error(`The overlay shows no "${name}" that fits${others ? `; it shows ${others}` : ''}.`);
  }

  /** As a person does who gets there by keyboard. */
  async focus(name: PartName): Promise<void> {
    const { nodeId } = await this.find(name);
    await this.session.send('DOM.focus', { nodeId });
  }

  async isShown(name: PartName): Promise<boolean> {
    return (await this.all(name)).length > 0;
  }

  async waitUntilGone(name: PartName): Promise<void> {
    const end = Date.now() + patience;
    while (await this.isShown(name)) {
      if (Date.now() > end) throw new Error(`The overlay still shows "${name}".`);
      await wait(20);
    }
  }

  /** Presses the middle of a part with the mouse, after scrolling it into view and once it has come to rest. */
  async click(name: PartName, accepts?: (part: Part) => boolean): Promise<Part> {
    const end = Date.now() + patience;
    let part = await this.find(name, accepts);
    await this.session.send('DOM.scrollIntoViewIfNeeded', { nodeId: part.nodeId }).catch(() => undefined);
    // An answer that arrives meanwhile lays a panel or a dialog out anew: a person aims again, too.
    for (let still = 0; still < 2 && Date.now() < end; ) {
      await wait(20);
      const now = await this.find(name, accepts);
      still = isSameBox(now.box, part.box) ? still + 1 : 0;
      part = now;
    }
    await this.page.mouse.click(part.box.x + part.box.width / 2, part.box.y + part.box.height / 2);
    return part;
  }

  /** The name of our part that has the focus; empty where none has it. */
  async focusedPart(): Promise<string> {
    const { root } = (await this.session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const shadow = shadowRootOfOverlay(root);
    if (!shadow) return '';
    const { object } = await this.session.send('DOM.resolveNode', { nodeId: shadow.nodeId });
    const { result } = await this.session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: "function () { return this.activeElement?.dataset.part ?? ''; }",
      returnByValue: true,
    });
    return String(result.value);
  }

  private async describe(nodeId: number): Promise<Part | null> {
    try {
      const { model } = await this.session.send('DOM.getBoxModel', { nodeId });
      const [x = 0, y = 0, right = 0, , , bottom = 0] = model.border;
      const box = { x, y, width: right - x, height: bottom - y };
      if (box.width <= 0 || box.height <= 0) return null;
      const { object } = await this.session.send('DOM.resolveNode', { nodeId });
      const { result } = await this.session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `function () {
          return { text: this.innerText ?? '', disabled: this.matches(':disabled'), visible: this.checkVisibility({ visibilityProperty: true, opacityProperty: true }) };
        }`,
        returnByValue: true,
      });
      const state = result.value as { text: string; disabled: boolean; visible: boolean };
      if (!state.visible) return null;
      const { nodes } = await this.session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
      const [node] = nodes;
      const value = (field?: { value?: unknown }) => (typeof field?.value === 'string' ? field.value : '');
      return { nodeId, box, ...state, name: value(node?.name), role: value(node?.role) };
    } catch {
      // Gone between being listed and being looked at.
      return null;
    }
  }
}

function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function nodesOfPart(node: DomNode, name: string): number[] {
  const { attributes = [], children = [], shadowRoots = [] } = node;
  const at = attributes.indexOf('data-part');
  const own = at % 2 === 0 && attributes[at + 1] === name ? [node.nodeId] : [];
  return [...own, ...[...shadowRoots, ...children].flatMap((child) => nodesOfPart(child, name))];
}

function shadowRootOfOverlay(node: DomNode): DomNode | null {
  if (node.attributes?.includes('data-botschaft')) return node.shadowRoots?.[0] ?? null;
  for (const child of node.children ?? []) {
    const found = shadowRootOfOverlay(child);
    if (found) return found;
  }
  return null;
}
