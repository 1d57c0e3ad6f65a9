import type { ComponentChildren } from 'preact';

interface SwitchProps {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ComponentChildren;
}

export function Switch({ on, onChange, children }: SwitchProps) {
  return (
    <label class="switch">
      <span>{children}</span>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox brings its own checked state. */}
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
