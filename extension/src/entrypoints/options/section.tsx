import type { ComponentChildren } from 'preact';

interface SectionProps {
  id: string;
  title: string;
  intro?: string;
  /** What became of the last change, announced. */
  result?: string;
  children: ComponentChildren;
}

export function Section({ id, title, intro, result, children }: SectionProps) {
  return (
    <section id={id} class="card stack" aria-labelledby={`${id}-title`}>
      <div>
        <div class="row spread">
          <h2 id={`${id}-title`}>{title}</h2>
          <span role="status" class="low">
            {result}
          </span>
        </div>
        {intro ? <p class="low">{intro}</p> : null}
      </div>
      {children}
    </section>
  );
}
