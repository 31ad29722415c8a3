import type { ExchangeFailure } from '#protocol/exchange.ts';
import type { Case } from '../case.ts';
import { finding, type Finding } from '../finding.ts';

type Cause = NonNullable<ExchangeFailure['cause']>;

const told: Record<Cause, { title: string; why: string; fix: string }> = {
  unreadable: {
    title: 'The server answered, but this page may not read it',
    why: 'A server answers at this host. Its answer has no CORS header that allows this page, so the browser hides it. A program outside a browser gets it.',
    fix: 'Send the curl line from a terminal, and paste what comes back.',
  },
  silent: {
    title: 'Nothing answers at this host',
    why: 'Neither this request nor a plain one to the same host got an answer: the name does not resolve, the host is down, or a network between stops the request.',
    fix: 'Compare the host with the one that your app uses, then try the curl line in a terminal.',
  },
  redirected: {
    title: 'The server answered with a redirect',
    why: 'An OAuth endpoint answers itself. A redirect leads to another host or to a login page, and this page does not follow it with a secret.',
    fix: 'Run the curl line to see where the redirect leads, and look whose address it is.',
  },
  'mixed-content': {
    title: 'A page over https may not send requests over http',
    why: 'The browser did not send the request: this page came over https, and the server’s address begins with http.',
    fix: 'Use the server’s https address, or open this site on your own machine.',
  },
  policy: {
    title: 'This page’s own policy stopped the request',
    why: 'This site lets a page send only to the server that you chose. The request was for another host.',
    fix: 'Choose this server as your own, then send again.',
  },
  offline: {
    title: 'This machine is offline',
    why: 'The browser says that it has no network. The request was not sent.',
    fix: 'Connect to a network, then send again.',
  },
};

/** LINT-184 of a real server: no answer, and what the page found out about it. */
export function silence({ exchange }: Case): Finding | undefined {
  const { cause } = exchange.failure ?? {};
  if (cause === undefined) return undefined;
  return finding({
    ...told[cause],
    id: 'LINT-184',
    certainty: cause === 'silent' ? 'likely' : 'certain',
    evidence: [{ source: exchange.id, parameter: 'response' }],
    actions:
      cause === 'unreadable' ? [] : [{ label: 'Send again', action: { kind: 'send-again' } }],
  });
}
