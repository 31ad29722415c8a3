import type { Pairs, RequestSpec } from '../table/row.ts';
import { readAnswer, type Answer } from './answer.ts';
import type { CookieJar } from './cookies.ts';
import { firstForm, formBody } from './html-form.ts';
import type { Transport } from './transport.ts';
import { fill, type Variables } from './variables.ts';

const formType = 'application/x-www-form-urlencoded';
/** Sign-in, consent and the redirects between them are fewer. */
const mostPages = 8;

export interface Reach {
  transport: Transport;
  variables: Variables;
  jar(browser: string): CookieJar;
}

const encodePart = (text: string) => new URLSearchParams([[text, '']]).toString().slice(0, -1);

function encodePairs(pairs: Pairs, variables: Variables): string {
  return new URLSearchParams(
    pairs.map(([name, value]) => [fill(name, variables), fill(value, variables)]),
  ).toString();
}

/** The Authorization header of Basic: form-encoded halves, unless they are to go raw. */
export function basicHeader(id: string, secret: string, raw = false): string {
  const [left, right] = raw ? [id, secret] : [encodePart(id), encodePart(secret)];
  const octets = new TextEncoder().encode(`${left}:${right}`);
  return `Basic ${btoa(String.fromCharCode(...octets))}`;
}

/** Adds what the named app authenticates with. */
function authenticate(
  app: string,
  variables: Variables,
  headers: Headers,
  form: Pairs | undefined,
): Pairs | undefined {
  const prefix = app === 'app' ? '' : `${app}.`;
  const id = variables.get(`${prefix}clientId`) ?? '';
  const secret = variables.get(`${prefix}clientSecret`);
  if (secret !== undefined) {
    headers.set('authorization', basicHeader(id, secret));
    return form;
  }
  return form?.some(([name]) => name === 'client_id') ? form : [...(form ?? []), ['client_id', id]];
}

/** Makes the request that a row describes. */
export function build(spec: RequestSpec, { transport, variables }: Reach): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(spec.headers ?? {})) {
    headers.set(name, fill(value, variables));
  }
  let form = spec.form;
  if (spec.auth !== undefined && spec.auth !== 'none') {
    form = authenticate(spec.auth, variables, headers, form);
  }
  if (spec.basic) {
    const { id, secret, raw } = spec.basic;
    headers.set('authorization', basicHeader(fill(id, variables), fill(secret, variables), raw));
  }
  let path = fill(spec.path, variables);
  if (spec.query?.length) {
    path += `${path.includes('?') ? '&' : '?'}${encodePairs(spec.query, variables)}`;
  }
  let body: string | undefined;
  if (spec.json !== undefined) {
    headers.set('content-type', 'application/json');
    body = fill(JSON.stringify(spec.json), variables);
  } else if (form && spec.method !== 'GET') {
    if (!headers.has('content-type')) headers.set('content-type', formType);
    body = encodePairs(form, variables);
  } else if (spec.body !== undefined) {
    // Bytes, so that no media type is added to the row's own.
    if (!headers.has('content-type')) headers.set('content-type', formType);
    body = fill(spec.body, variables);
  }
  const url = new URL(path, transport.origin);
  return new Request(url, {
    method: spec.method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
}

async function once(request: Request, jar: CookieJar, { transport }: Reach): Promise<Answer> {
  const cookies = jar.header();
  if (cookies !== undefined) request.headers.set('cookie', cookies);
  const response = await transport.fetch(request);
  jar.keep(response);
  return readAnswer(response, request.url);
}

/** Sends a row's request and, where it asks so, presses through the pages that follow. */
export async function send(spec: RequestSpec, reach: Reach): Promise<Answer> {
  const jar = reach.jar(spec.browser ?? 'reader');
  const { origin } = reach.transport;
  let answer = await once(build(spec, reach), jar, reach);
  if (spec.press === undefined) return answer;
  let presses = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const location = answer.headers.get('location');
    if (location !== null) {
      const next = URL.parse(location, answer.url);
      if (next === null || next.origin !== origin || answer.status > 303) return answer;
      answer = await once(new Request(next, { redirect: 'manual' }), jar, reach);
      continue;
    }
    if (presses > 0 && spec.press === 'sign-in') return answer;
    const form = answer.status === 200 ? firstForm(answer.text) : undefined;
    if (form === undefined) return answer;
    const deny = spec.press === 'deny' && form.buttons.some(({ name }) => name === 'deny');
    const changes = presses === 0 && spec.fill ? spec.fill : {};
    answer = await once(
      new Request(new URL(form.action, answer.url), {
        method: form.method,
        headers: { 'content-type': formType, origin },
        body: formBody(form, deny ? 'deny' : undefined, changes),
        redirect: 'manual',
      }),
      jar,
      reach,
    );
    presses += 1;
  }
  return answer;
}
