import type { FlowId } from '#app-settings/app.ts';
import type { Call } from '../recognise/known-parts.ts';
import type { Topic } from '../recognise/prose/topics.ts';
import { askedFlow } from '../rules/forbidden-by.ts';
import type { PasteCase, PastedExchange } from './paste-case.ts';

const written =
  /grant_?type\W{1,8}(password|authorization_code|refresh_token|client_credentials|[\w:%-]*jwt.bearer)/gi;

const byGrant: Readonly<Record<string, FlowId>> = {
  password: 'password',
  authorization_code: 'auth-code',
  refresh_token: 'refresh-token',
  client_credentials: 'client-credentials',
};

const byTopic: readonly [Topic, FlowId][] = [
  ['password flow', 'password'],
  ['implicit', 'implicit'],
  ['client credentials', 'client-credentials'],
  ['JWT', 'jwt'],
  ['PKCE', 'auth-code-pkce'],
  ['authorization code', 'auth-code'],
  ['refresh', 'refresh-token'],
];

/** The flow that a call of a login asks for: by the names of its arguments, else by their number. */
function flowOfCall({ name, arguments: given }: Call): FlowId | undefined {
  const means = given.map((one) => one.means);
  if (means.includes('assertion')) return 'jwt';
  if (means.includes('password') || means.includes('username')) return 'password';
  if (means.includes('implicit')) return 'implicit';
  if (means.includes('code_verifier') || means.includes('usePKCE')) return 'auth-code-pkce';
  const isLogin = /(?:^|[._>])(?:login|authorize)$/i.test(name);
  return isLogin && given.length === 3 && means.every((one) => one === undefined)
    ? 'password'
    : undefined;
}

/**
 * The flow that a paste is about, and whether a request or a source shows it or only words tell it.
 *
 * @param pasted of this exchange, where the flow of one is asked for
 */
export function flowOf(
  paste: PasteCase,
  pasted?: PastedExchange,
): { flow: FlowId; isShown: boolean } | undefined {
  const own = pasted && askedFlow(pasted.one);
  if (own) return { flow: own, isShown: true };
  const { recognised, all, topics, exchanges } = paste;
  const named = new Set(
    [...recognised.text.matchAll(written)].map(
      ([, name = '']): FlowId => byGrant[name.toLowerCase()] ?? 'jwt',
    ),
  );
  const [grant] = named;
  // Of several the one that was refused is not told.
  if (grant !== undefined) return { flow: grant, isShown: named.size === 1 };
  const calls = all.flatMap(({ source }) => source?.calls ?? []);
  for (const call of calls) {
    const flow = flowOfCall(call);
    if (flow) return { flow, isShown: true };
  }
  for (const { one } of exchanges) {
    const flow = askedFlow(one);
    if (flow) return { flow, isShown: true };
  }
  if (/\[IMPLICIT\]|response_type=token|implicit["']?\s*:\s*true/i.test(recognised.text)) {
    return { flow: 'implicit', isShown: true };
  }
  const told = byTopic.find(([topic]) => topics.has(topic))?.[1];
  return told && { flow: told, isShown: false };
}
