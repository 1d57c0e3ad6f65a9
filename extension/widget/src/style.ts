/** The widget's own look. Colours are the page's; sizes and shapes can be set by custom properties, all else by ::part(). */
export const style = `
:host{display:block;color:inherit}
:host([hidden]),[hidden]{display:none!important}
ul{display:flex;flex-wrap:wrap;gap:var(--botschaft-gap,8px);margin:0;padding:0;list-style:none}
a,button,[inputmode]{box-sizing:border-box;min-width:44px;min-height:44px;display:inline-flex;align-items:center;justify-content:center;gap:8px;padding:8px 12px;border:var(--botschaft-border,1px solid currentColor);border-radius:var(--botschaft-radius,8px);background:var(--botschaft-ground,transparent);color:var(--botschaft-ink,inherit);font:inherit;text-decoration:none;text-align:start}
a:hover,button:hover{background:var(--botschaft-ground-hover,color-mix(in srgb,currentColor 12%,transparent))}
:focus-visible{outline:var(--botschaft-focus,3px solid currentColor);outline-offset:2px}
button[aria-pressed=true]{border-width:2px;font-weight:700}
svg{inline-size:22px;block-size:22px;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
:host([size=small]) svg{inline-size:18px;block-size:18px}
:host([size=small]){font-size:.875em}
:host([size=large]) svg{inline-size:30px;block-size:30px}
:host([size=large]) :is(a,button){min-width:56px;min-height:56px}
:host([show=icons]) [part~=label]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:host([show=labels]) li svg{display:none}
[part=status]{margin:8px 0 0}
[part=status]:empty{display:none}
[part=choose]{margin-block-end:8px}
[part=texts]{display:grid;margin:8px 0}
[part=texts] button{inline-size:100%;justify-content:start;white-space:pre-line}
form{display:flex;flex-wrap:wrap;gap:12px;align-items:center;margin:8px 0}
form label{display:inline-flex;gap:8px;align-items:center;min-height:44px}
[part=quote]{position:fixed;z-index:9999;padding:6px;border-radius:9px;background:Canvas;color:CanvasText;border:1px solid}
[part=print]{display:none}
@media print{:is(ul,form,button,p):not([part=print]){display:none!important}[part=print]{display:block}}
@media (forced-colors:active){a{color:LinkText}}
`;
