import { type CodeForm, codeFormNames, codeForms } from '#flows/render/code/code-languages.ts';
import { envName } from '#flows/render/code/env-name.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Tabs } from '#islands/parts/Tabs.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import { HttpRequest } from '#islands/request-code/HttpRequest.tsx';
import { LateCode } from '#islands/request-code/LateCode.tsx';
import { wholeFlow } from '#islands/request-code/whole-flow.ts';
import type { Playground } from '../model/playground.ts';
import { heldSecrets } from './held-secrets.ts';
import { maskedRequest } from './masked-request.ts';
import { ShowSecret } from './ShowSecret.tsx';

/** Holds from step to step: who reads code reads it at each. */
const open = signal(false);

/** What is copied, as it stands in a sentence. */
const copied = (form: CodeForm): string =>
  form === 'http'
    ? 'the HTTP request'
    : form === 'curl'
      ? 'the curl command'
      : `the ${codeFormNames[form]} code`;

/** The request as it goes on the wire, and as programs that send the same: one line until it is opened. */
export function RequestViewer({
  request,
  playground,
  known,
  announce,
}: {
  request: ExchangeRequest;
  playground: Playground;
  known: readonly KnownValue[];
  announce: (message: string) => void;
}): JSX.Element {
  const shown = useSignal<CodeForm>('http');
  const text = useSignal('');
  const id = useId();
  const { from, kind } = playground.step.value.definition;
  const held = heldSecrets(playground);
  const secrets = held.map(({ name, value }) => ({ value, env: envName(name) }));
  const taken = { request, secrets, navigates: kind === 'navigate' };
  const isShown = useSignal(false);
  const masked =
    playground.server.value.kind === 'sandbox' ? request : maskedRequest(request, held);
  const hides = JSON.stringify(masked) !== JSON.stringify(request);
  const shared = { taken, known, announce, onText: (next: string) => (text.value = next) };
  const whole = wholeFlow(playground.flow.id, shown.value);
  return (
    <div class="pg-viewer">
      <button
        type="button"
        class="pg-fold"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="chevron" />
        <span>As {Object.values(codeFormNames).join(', ')}</span>
      </button>
      <div class="pg-viewer-body" id={id} hidden={!open.value}>
        {open.value ? (
          <>
            <Tabs
              label="The request as"
              remember="request-as"
              onSelect={(tab) => (shown.value = codeForms.find((one) => one === tab) ?? 'http')}
              tabs={codeForms.map((form) => ({
                id: form,
                label: codeFormNames[form],
                content: () =>
                  form === 'http' ? (
                    <>
                      {hides ? (
                        <p class="pg-note rq-hidden">
                          Its secrets are hidden.{' '}
                          <ShowSecret
                            of="the secrets of this request"
                            isShown={isShown.value}
                            onToggle={() => (isShown.value = !isShown.value)}
                          />
                        </p>
                      ) : null}
                      <HttpRequest
                        key={form}
                        from={from}
                        shown={isShown.value ? request : masked}
                        {...shared}
                      />
                    </>
                  ) : (
                    <LateCode key={form} as={form} {...shared} />
                  ),
              }))}
              aside={
                <CopyButton text={text.value} name={copied(shown.value)} announce={announce} />
              }
            />
            {whole ? (
              <p class="rq-whole">
                <a href={whole.href}>
                  {whole.label} <Icon name="arrow" size={13} />
                </a>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
