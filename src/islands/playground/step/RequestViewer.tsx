import { renderHttpRequest } from '#flows/render/http.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Tabs } from '#islands/parts/Tabs.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import type { Playground } from '../model/playground.ts';
import { httpLines } from './http-lines.ts';
import { LateCode } from './LateCode.tsx';
import { Lines } from './Lines.tsx';

/** By the slugs of the quick starts, so that one choice holds over the site. */
const codes = [
  { id: 'curl', label: 'curl' },
  { id: 'node', label: 'JavaScript' },
  { id: 'php', label: 'PHP' },
  { id: 'python', label: 'Python' },
  { id: 'ruby', label: 'Ruby' },
  { id: 'java', label: 'Java' },
  { id: 'c-sharp', label: 'C#' },
] as const;

/** Holds from step to step: who reads code reads it at each. */
const open = signal(false);

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
  const shown = useSignal('http');
  const code = useSignal('');
  const id = useId();
  const { from } = playground.step.value.definition;
  const http = shown.value === 'http';
  const label = codes.find((one) => one.id === shown.value)?.label ?? 'HTTP';
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
        <span>As HTTP, curl, JavaScript, PHP, Python, Ruby, Java, C#</span>
      </button>
      <div class="pg-viewer-body" id={id} hidden={!open.value}>
        <Tabs
          label="The request as"
          remember="request-as"
          onSelect={(tab) => (shown.value = tab)}
          tabs={[
            {
              id: 'http',
              label: 'HTTP',
              content: () => (
                <Lines
                  lines={httpLines(request)}
                  known={known}
                  method={{ name: request.method, from }}
                />
              ),
            },
            ...codes.map((one) => ({
              ...one,
              content: () => (
                <LateCode
                  key={one.id}
                  as={one.id}
                  request={request}
                  playground={playground}
                  known={known}
                  onText={(text: string) => (code.value = text)}
                />
              ),
            })),
          ]}
          aside={
            <CopyButton
              text={http ? renderHttpRequest(request) : code.value}
              name={
                http
                  ? 'the HTTP request'
                  : shown.value === 'curl'
                    ? 'the curl command'
                    : `the ${label} code`
              }
              announce={announce}
            />
          }
        />
      </div>
    </div>
  );
}
