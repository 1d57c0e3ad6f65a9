/**
 * What a person can pass on when a site has changed: how the composer and the buttons around it are built. Nothing that
 * anybody wrote is in it.
 */
import type { ComposerReport } from '../messages';
import type { Site } from '../sites/sites';
import { isShown } from './dom';
import { knowsButton, type Place } from './find';

const mostButtons = 30;

export function reportOn(site: Site, { facts, root }: Place): ComposerReport {
  const hasButton = knowsButton({ facts, root });
  const buttons = [...root.querySelectorAll('button, input[type="submit"], [role="button"]')].filter(isShown);
  const lines = [
    `Botschaft: ${site.network}, ${facts.id}, ${location.host}`,
    `page language: ${document.documentElement.lang || '-'}`,
    `browser: ${navigator.userAgent}`,
    `root: ${outline(root)}`,
    `post button: ${hasButton ? 'found' : 'not found'}`,
    ...buttons.slice(0, mostButtons).map((button) => `  ${outline(button)}`),
  ];
  return { hasButton, text: lines.join('\n') };
}

/** Tag and attributes that selectors are made of; a button's label is part of the site, not of the draft. */
function outline(element: Element): string {
  const names = ['id', 'class', 'role', 'type', 'aria-label', 'data-testid', 'data-qa', 'data-view-name'];
  const attributes = names.flatMap((name) => {
    const value = element.getAttribute(name);
    return value ? `${name}="${value.slice(0, 120)}"` : [];
  });
  const isButton = element.matches('button, [role="button"]');
  const label = isButton ? ` "${(element.textContent ?? '').trim().slice(0, 40)}"` : '';
  return `<${[element.tagName.toLowerCase(), ...attributes].join(' ')}>${label}`;
}
