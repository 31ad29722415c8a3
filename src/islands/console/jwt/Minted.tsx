import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { playgroundLink } from '#islands/try-it/playground-link.ts';
import { jwtParts } from '../model/jwt-draft.ts';

/** The one time that a JWT is shown: its text, and what it says to whoever can read it. */
export function Minted({
  jwt,
  say,
  onForget,
}: {
  jwt: string;
  say: (words: string) => void;
  onForget: () => void;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [jwt]);
  const parts = jwtParts(jwt);
  return (
    <div class="cs-minted">
      <h3 tabIndex={-1} ref={heading}>
        Copy it now: you see its text only once
      </h3>
      <pre class="pg-code" tabIndex={0} aria-label="The JWT">
        {jwt}
      </pre>
      <div class="pg-buttons">
        <CopyText text={jwt} label="Copy the JWT" small announce={say} />
        <a class="pg-button pg-button-small" href={playgroundLink('jwt', 'sandbox-jwt')}>
          Run the JWT flow
        </a>
        <button type="button" class="pg-quiet" onClick={onForget}>
          Forget it
        </button>
      </div>
      {parts ? (
        <details class="cs-more">
          <summary>What it says</summary>
          <pre class="pg-code" tabIndex={0} aria-label="Its header and claims">
            {`${parts.header}\n${parts.claims}`}
          </pre>
          <p class="pg-note">
            Anyone who has it can read this. The signature prevents changes, not reading (RFC 7515,
            section 3).
          </p>
        </details>
      ) : null}
    </div>
  );
}
