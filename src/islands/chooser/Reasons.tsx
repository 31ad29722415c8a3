import type { JSX } from 'preact';
import type { Reason } from '#app-settings/chooser/outcome.ts';

/** Statements, each with where it was read. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }): JSX.Element {
  return (
    <ul class="ch-reasons">
      {reasons.map(({ words, source }) => (
        <li key={words}>
          {words}
          {source ? (
            <span class="ch-source">
              {' '}
              {source.href ? (
                <a href={source.href} rel="noreferrer">
                  {source.label}
                </a>
              ) : (
                source.label
              )}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
