import { renderCurl } from '#flows/render/curl.ts';
import { renderHttpRequest } from '#flows/render/http.ts';
import type { Actor } from '#protocol/actors.ts';
import type { ExchangeRequest } from '#protocol/exchange.ts';
import { useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { useId } from 'preact/hooks';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import { Tabs } from '#islands/parts/Tabs.tsx';
import type { KnownValue } from '#islands/parts/tint.ts';
import { Tinted } from '#islands/parts/Tinted.tsx';
import { httpLines } from './http-lines.ts';

/** A long address breaks before a parameter first. */
function Breakable({ text, known }: { text: string; known: readonly KnownValue[] }): JSX.Element {
  return (
    <>
      {text.split(/(?=[?&])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          <Tinted text={part} known={known} />
        </Fragment>
      ))}
    </>
  );
}

function Lines({
  lines,
  known,
  method,
}: {
  lines: readonly string[];
  known: readonly KnownValue[];
  method?: { name: string; from: Actor };
}): JSX.Element {
  return (
    <pre class="pg-code">
      <code>
        {lines.map((line, index) => (
          <span key={index} class="pg-code-line">
            {method && index === 0 && line.startsWith(method.name) ? (
              <>
                <b class="pg-method" data-actor={method.from}>
                  {method.name}
                </b>
                <b>{line.slice(method.name.length)}</b>
              </>
            ) : (
              <Breakable text={line} known={known} />
            )}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}

/** The request as it goes on the wire: HTTP, or the curl that sends the same. Folded where it is narrow. */
export function RequestViewer({
  request,
  from,
  known,
  announce,
}: {
  request: ExchangeRequest;
  from: Actor;
  known: readonly KnownValue[];
  announce: (message: string) => void;
}): JSX.Element {
  const open = useSignal(false);
  const shown = useSignal('http');
  const id = useId();
  const curl = renderCurl(request);
  const text = shown.value === 'curl' ? curl : renderHttpRequest(request);
  return (
    <div class="pg-viewer" data-open={open.value || undefined}>
      <button
        type="button"
        class="pg-fold"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        See as HTTP or curl
        <Icon name="chevron" />
      </button>
      <div class="pg-viewer-body" id={id}>
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
            {
              id: 'curl',
              label: 'curl',
              content: () => <Lines lines={curl.split('\n')} known={known} />,
            },
          ]}
          aside={
            <CopyButton
              text={text}
              name={shown.value === 'curl' ? 'the curl command' : 'the HTTP request'}
              announce={announce}
            />
          }
        />
      </div>
    </div>
  );
}
