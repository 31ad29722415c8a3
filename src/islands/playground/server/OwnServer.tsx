import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { quotePosix } from '#flows/render/curl.ts';
import { addressProblems, readServerAddress } from '#flows/servers/read-address.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import { Verdict } from '#islands/parts/Verdict.tsx';
import type { ServerChoice } from '../model/server/choice.ts';
import type { FactsReader, FactsState } from '../model/server/facts.ts';

/** Asks for the address of a server. Using it loads the page again, before anything is entered. */
export function OwnAddress({
  origin,
  onUse,
  onSandbox,
}: {
  origin: string;
  onUse: (choice: ServerChoice) => void;
  onSandbox: () => void;
}): JSX.Element {
  const id = useId();
  const text = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const address = readServerAddress(text.value, origin);
  const use = (): void => {
    problem.value = undefined;
    switch (address.kind) {
      case 'refused':
        problem.value = addressProblems[address.why];
        return;
      case 'sandbox':
        return onSandbox();
      case 'ringcentral':
        problem.value = 'This is RingCentral’s own server. Choose RingCentral above.';
        return;
      case 'server': {
        const { issuer, metadata } = address;
        return onUse({ kind: 'own', origin: address.origin, issuer, metadata, reading: 'wanted' });
      }
    }
  };
  const host = address.kind === 'server' ? new URL(address.issuer).host : undefined;
  return (
    <form
      class="sv-app"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <div class="fd-field">
        <label for={id}>Address of the server</label>
        <input
          id={id}
          class="fd-input"
          type="text"
          inputMode="url"
          value={text.value}
          placeholder="https://auth.example.com"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={problem.value !== undefined || undefined}
          aria-describedby={`${id}-problem ${id}-note`}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            problem.value = undefined;
          }}
        />
        <Problem id={`${id}-problem`} text={problem.value} />
        <p class="pg-note" id={`${id}-note`}>
          Of another sandbox, of a host of your team, or of the metadata of any OAuth server.
        </p>
      </div>
      {address.kind === 'server' && address.isLoopback ? (
        <p class="pg-strip">
          <Verdict kind="unknown" />
          <span>
            {host} is another program on this computer. For a browser another port is another site:
            that program has to allow <code>{origin}</code> (CORS), or you send from a terminal.
          </span>
        </p>
      ) : null}
      {address.kind === 'sandbox' ? (
        <p class="pg-note">This is this site’s own address: its sandbox answers there.</p>
      ) : null}
      <div class="pg-buttons">
        <button type="submit" class="pg-button pg-button-primary">
          {host ? `Use ${host}, and read what it says of itself` : 'Use this server'}
        </button>
      </div>
      <p class="pg-note">
        The page loads again first: only then can it connect there. Enter nothing secret before.
      </p>
    </form>
  );
}

type Failed = Extract<FactsState, { kind: 'failed' }>;

function whyNot({ why, url }: Failed): string {
  const { host } = new URL(url);
  switch (why.kind) {
    case 'status':
      return `${host} publishes no metadata: it answered ${why.status}.`;
    case 'redirected':
      return `${host} answered with a redirect. Metadata is where its server says (RFC 8414 section 3), so this page does not follow: enter the address that it leads to.`;
    case 'too-long':
      return `The answer of ${host} is longer than any metadata. This page stopped reading it.`;
    case 'never':
      return `${host} has not answered within 10 seconds. The server may be down, or something on the way drops your request.`;
    case 'slow':
      return `${host} started to answer, and did not finish within 10 seconds.`;
    case 'cancelled':
      return 'You stopped it.';
    case 'failed':
      return why.why;
    case 'html':
      return `${host} answered with a web page instead of its metadata. The address may be that of an application, or of a sign-in.`;
    case 'no-json':
      return `The answer of ${host} is not JSON, so it is not metadata.`;
    case 'no-metadata':
      return `This is JSON, and not the metadata of an authorization server: its member ${why.member} is missing, or is not an address that you can send to.`;
    case 'other-issuer':
      return `This metadata is from another server. It says that its issuer is ${why.said}, and you asked ${why.expected}. The people who run it could take your codes, so this page refuses it (RFC 8414 section 3.3).`;
    case 'not-its-own':
      return `In this metadata ${why.member} is an address of RingCentral or of a program on your own computer. Your code or your request would go to the wrong server, so this page refuses the metadata (RFC 9700 section 4.4).`;
    case 'lacks':
      return `This metadata names no ${why.endpoint}. No flow can run without it.`;
  }
}

/** The reader's own copy of the metadata, for a server that lets no page read it. */
function PasteDocument({ facts, url }: { facts: FactsReader; url: string }): JSX.Element {
  const id = useId();
  const text = useSignal('');
  return (
    <details class="sv-more">
      <summary>Paste its metadata</summary>
      <p>
        In a terminal: <code>curl --silent {quotePosix(url)}</code>
      </p>
      <div class="fd-field">
        <label for={id}>What it printed</label>
        <textarea
          id={id}
          class="fd-input"
          rows={3}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="pg-button pg-button-small"
        onClick={() => facts.take(text.value)}
      >
        Take it
      </button>
    </details>
  );
}

/** What the server says of itself: being read, read, or why not, with a way on from each. */
export function OwnFacts({ facts, host }: { facts: FactsReader; host: string }): JSX.Element {
  const state = facts.state.value;
  const slow = useSignal(false);
  useEffect(() => {
    slow.value = false;
    if (state.kind !== 'reading') return;
    const timer = setTimeout(() => (slow.value = true), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  if (state.kind === 'idle') {
    return (
      <div class="sv-facts">
        <p>Nothing is known of {host} yet.</p>
        <div class="pg-buttons">
          <button type="button" class="pg-button" onClick={() => void facts.read()}>
            Ask {host} for its metadata
          </button>
          <button type="button" class="pg-button" onClick={() => facts.useUsualPaths()}>
            Continue with RingCentral’s paths
          </button>
        </div>
      </div>
    );
  }
  if (state.kind === 'reading') {
    return (
      <div class="pg-waiting" role="status">
        <div class="pg-waiting-head">
          <span class="pg-pulse" aria-hidden="true" />
          <p>
            <b>Reading what {host} says of itself…</b>
            <span class="pg-note">
              {slow.value ? 'This takes up to 10 seconds. ' : ''}
              <code>{state.url}</code>
            </span>
          </p>
        </div>
        <div class="pg-buttons">
          <button type="button" class="pg-button" onClick={() => facts.cancel()}>
            Cancel
          </button>
        </div>
      </div>
    );
  }
  if (state.kind === 'read') {
    return state.lacks.length === 0 ? (
      <></>
    ) : (
      <p class="pg-note">
        {host} names no {state.lacks.join(' and no ')} in its metadata: the steps that need it are
        not here.
      </p>
    );
  }
  return (
    <div class="sv-facts" role="alert">
      <p class="pg-strip pg-strip-warning">
        <Verdict kind={state.why.kind === 'other-issuer' ? 'refused' : 'warning'} />
        <span>{whyNot(state)}</span>
      </p>
      <div class="pg-buttons">
        <button type="button" class="pg-button" onClick={() => void facts.read()}>
          Ask again
        </button>
        {['other-issuer', 'not-its-own'].includes(state.why.kind) ? null : (
          <button type="button" class="pg-button" onClick={() => facts.useUsualPaths()}>
            Continue with RingCentral’s paths
          </button>
        )}
      </div>
      <PasteDocument facts={facts} url={state.url} />
    </div>
  );
}
