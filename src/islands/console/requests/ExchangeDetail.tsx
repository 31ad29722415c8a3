import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type CodeForm, codeFormNames, codeForms } from '#flows/render/code/code-languages.ts';
import { renderHttpRequest, renderHttpResponse } from '#flows/render/http.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { FaultNote } from '#islands/parts/FaultNote.tsx';
import { Tabs } from '#islands/parts/Tabs.tsx';
import { Hop } from '#islands/parts/Hop.tsx';
import { LateCode } from '#islands/request-code/LateCode.tsx';
import { eventHref } from '#protocol/event-href.ts';
import { isFailed } from '#protocol/exchange-parts.ts';
import type { Exchange } from '#protocol/exchange.ts';
import { readRequest, readResponse } from './lay-out.ts';
import { withBasic } from './with-basic.ts';

function Text({
  text,
  copied = text,
  name,
  say,
}: {
  text: string;
  /** What is copied, where it is not the text as it is laid out. */
  copied?: string;
  name: string;
  say: (words: string) => void;
}): JSX.Element {
  return (
    <div class="cs-text">
      <pre class="pg-code" tabIndex={0} aria-label={name}>
        <code>{text}</code>
      </pre>
      <CopyButton text={copied} name={name.toLowerCase()} announce={say} />
    </div>
  );
}

const isProgram = (form: CodeForm): boolean => form !== 'http';

/** The request in a form to take away: what the log masks is read from the environment there. */
function Code({
  form,
  exchange,
  say,
}: {
  form: CodeForm;
  exchange: Exchange;
  say: (words: string) => void;
}): JSX.Element {
  const text = useSignal('');
  const { request, to } = exchange;
  const { pathname } = new URL(request.url);
  const navigates = to === 'authorization-server' && pathname.endsWith('/oauth/authorize');
  return (
    <div class="cs-text">
      <div class="cs-code">
        <LateCode
          as={form}
          taken={{ request: withBasic(exchange), secrets: [], navigates }}
          known={[]}
          onText={(next) => (text.value = next)}
          announce={say}
        />
      </div>
      <CopyButton text={text.value} name={`the request as ${codeFormNames[form]}`} announce={say} />
    </div>
  );
}

/** Both halves of an exchange as HTTP, or the request as code that sends the same. */
export function ExchangeDetail({
  exchange,
  say,
}: {
  exchange: Exchange;
  say: (words: string) => void;
}): JSX.Element {
  const { id, request, response, rule, from, to } = exchange;
  return (
    <div class="cs-exchange">
      <div class="cs-exchange-head">
        <Hop from={from} to={to} />
        {rule ? (
          <span class="pg-note">
            Decided by <code>{rule}</code>
          </span>
        ) : null}
        {isFailed(exchange) ? <a href={eventHref(id)}>Open in the diagnoser</a> : null}
      </div>
      <FaultNote exchange={exchange} />
      <Tabs
        label="The exchange as"
        remember="console-exchange-as"
        tabs={[
          {
            id: 'http',
            label: 'HTTP',
            content: () => (
              <div class="cs-exchange-two">
                <Text
                  text={readRequest(request)}
                  copied={renderHttpRequest(request)}
                  name="The request"
                  say={say}
                />
                {response ? (
                  <Text
                    text={readResponse(response)}
                    copied={renderHttpResponse(response)}
                    name="The answer"
                    say={say}
                  />
                ) : (
                  <p class="cs-empty">No answer went back.</p>
                )}
              </div>
            ),
          },
          ...codeForms.filter(isProgram).map((form) => ({
            id: form,
            label: codeFormNames[form],
            content: () => <Code key={form} form={form} exchange={exchange} say={say} />,
          })),
        ]}
      />
    </div>
  );
}
