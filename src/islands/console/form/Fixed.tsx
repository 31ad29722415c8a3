import type { JSX } from 'preact';
import { besideRules } from '#app-settings/rules/beside.ts';

const rule = besideRules.find(({ id }) => id === 'X5');

/** A setting that is chosen when an app is made: what it is, and why the sandbox keeps it (X5). */
export function Fixed({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div class="cs-fixed">
      <span class="fd-label">{name}</span>
      <span class="cs-fixed-value">{value}</span>
      <FixedReason />
    </div>
  );
}

/** The rule book's words and sources for it. */
export function FixedReason(): JSX.Element {
  return (
    <p class="pg-note">
      The sandbox does not change this later. {rule?.words} X5. Stated:{' '}
      {rule?.source.map((source, index) => (
        <span key={source.label}>
          {index > 0 ? '; ' : ''}
          <a class="pg-spec" href={source.href} rel="noreferrer">
            {source.label}
          </a>
        </span>
      ))}
    </p>
  );
}
