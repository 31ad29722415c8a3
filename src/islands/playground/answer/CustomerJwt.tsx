import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { customerJwtLink, customerJwtSource } from '#app-settings/customer-jwt-link.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Icon } from '#islands/parts/Icon.tsx';

/**
 * The link by which a customer makes the credential for an app of somebody else.
 *
 * @param clientId the app's at RingCentral, where it is known
 */
export function CustomerJwt({
  clientId = '',
  announce,
}: {
  clientId?: string;
  announce: (message: string) => void;
}): JSX.Element {
  const id = useId();
  const named = useSignal(clientId);
  const link = named.value.trim() === '' ? undefined : customerJwtLink(named.value);
  return (
    <details class="pg-customer-jwt">
      <summary>A customer makes it for your app, by a link</summary>
      <p class="pg-note">
        RingCentral’s console opens its form and lists your app as the one that may use the
        credential. The customer makes it there, and sends it to you (
        <a href={customerJwtSource}>JWT for public apps</a>).
      </p>
      <label for={id}>Client ID of your app at RingCentral</label>
      <input
        id={id}
        type="text"
        value={named.value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => (named.value = event.currentTarget.value)}
      />
      <code class="pg-fact-value">{link ?? customerJwtLink('YOUR_CLIENT_ID')}</code>
      {link ? (
        <div class="pg-buttons">
          <CopyButton text={link} name="the link" announce={announce} />
          <a class="pg-button pg-button-small" href={link} target="_blank" rel="noreferrer">
            Open at RingCentral
            <Icon name="arrow" size={14} />
          </a>
        </div>
      ) : (
        <p class="pg-note">
          Enter the id to copy the link or open it. RingCentral does not know an id of the sandbox.
        </p>
      )}
    </details>
  );
}
