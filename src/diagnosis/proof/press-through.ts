import type { Headers } from '#protocol/exchange.ts';
import type { ProofAnswer, ProofTools } from './tools.ts';

/** The demo user who signs in where nothing else is asked for, and the password that all of them have. */
export const demoUser = '+18335550100*101';
export const demoPassword = 'sandbox-password';

export const formType: Headers[number] = ['content-type', 'application/x-www-form-urlencoded'];

const transactionIn = (page: string): string | undefined =>
  /name="transaction" value="([^"]+)"/.exec(page)?.[1];

/** Presses through the pages of a sign-in as the demo user does; answers where the browser ends. */
export async function pressThrough(
  first: ProofAnswer,
  tools: ProofTools,
  decision: 'allow' | 'deny' = 'allow',
): Promise<ProofAnswer> {
  const forms: [name: string, fields: Record<string, string>][] = [
    ['sign-in', { user: demoUser, password: demoPassword }],
    ['consent', { [decision]: '1' }],
  ];
  let page = first;
  for (const [name, fields] of forms) {
    const transaction = transactionIn(page.body);
    if (page.status !== 200 || transaction === undefined) return page;
    const request = {
      method: 'POST',
      url: `${tools.origin}/restapi/oauth/authorize/${name}`,
      headers: [formType],
      body: new URLSearchParams({ transaction, ...fields }).toString(),
    };
    page = await tools.send(request, 'browser');
  }
  return page;
}
