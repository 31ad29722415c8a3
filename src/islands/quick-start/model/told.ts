import { type Finding, finding } from '#diagnosis/finding.ts';
import type { WatchedExchange } from '#diagnosis/watch/index.ts';
import type { Exchange } from '#protocol/exchange.ts';
import {
  formOf,
  grantOf,
  hasTokens,
  headerOf,
  isFailed,
  kindOf,
  redirectOf,
  statusOf,
} from '#protocol/exchange-parts.ts';
import { isAfter } from '#islands/sandbox-events/is-after.ts';
import type { Act, DoneAct } from './acts.ts';

/** A request with what was found, and the sandbox's number of it. */
export interface NumberedExchange extends WatchedExchange {
  event: string;
}

/** How a request is told on the page. */
export interface ToldExchange extends WatchedExchange {
  /** The act of the page that it follows from: nobody's mistake. */
  expected?: Act;
}

/** The tokens of an answer, as the log masks them: equal ones look the same. */
function tokensIn({ response }: Exchange): string[] {
  return [...(response?.body ?? '').matchAll(/"(?:access|refresh)_token"\s*:\s*"([^"]+)"/g)].map(
    ([, token = '']) => token,
  );
}

const tokenOf = (exchange: Exchange): string =>
  kindOf(exchange) === 'api'
    ? (headerOf(exchange.request.headers, 'authorization') ?? '').replace(/^bearer\s+/i, '')
    : (formOf(exchange).get('refresh_token') ?? '');

interface Moment {
  at: number;
  all: readonly NumberedExchange[];
}

/** Whether a token came after an act, which then did not touch it. */
const isNewer = ({ at, all }: Moment, { after }: DoneAct, token: string): boolean =>
  all
    .slice(0, at)
    .some(
      ({ event, exchange }) =>
        isAfter(event, after) && hasTokens(exchange) && tokensIn(exchange).includes(token),
    );

const isDenied = ({ exchange }: NumberedExchange): boolean =>
  redirectOf(exchange)?.get('error') === 'access_denied';

const is401OfApi = (exchange: Exchange): boolean =>
  kindOf(exchange) === 'api' && statusOf(exchange) === 401;

const isRefusedJwt = (exchange: Exchange, code: string): boolean =>
  grantOf(exchange)?.endsWith(':jwt-bearer') === true &&
  isFailed(exchange) &&
  (exchange.response?.body ?? '').includes(`"${code}"`);

/** Whether a request is what an act of the page leads to. */
const follows: Record<Act, (moment: Moment, act: DoneAct) => boolean> = {
  'expire-access-tokens': ({ at, all }, act) => {
    const exchange = all[at]?.exchange;
    return (
      exchange !== undefined &&
      is401OfApi(exchange) &&
      !isNewer({ at, all }, act, tokenOf(exchange))
    );
  },
  'revoke-sessions': ({ at, all }, act) => {
    const exchange = all[at]?.exchange;
    if (!exchange) return false;
    const refusedRefresh =
      grantOf(exchange) === 'refresh_token' && /"OAU-21[13]"/.test(exchange.response?.body ?? '');
    return (
      (is401OfApi(exchange) || (refusedRefresh && isFailed(exchange))) &&
      !isNewer({ at, all }, act, tokenOf(exchange))
    );
  },
  'refuse-next-consent': ({ at, all }, { after }) => {
    const one = all[at];
    const earlier = all.slice(0, at).some((each) => isAfter(each.event, after) && isDenied(each));
    return one !== undefined && isDenied(one) && !earlier;
  },
  'revoke-jwt': ({ at, all }) => {
    const exchange = all[at]?.exchange;
    return exchange !== undefined && isRefusedJwt(exchange, 'SANDBOX-JWT-5');
  },
  'end-jwt': ({ at, all }) => {
    const exchange = all[at]?.exchange;
    return exchange !== undefined && isRefusedJwt(exchange, 'SANDBOX-JWT-4');
  },
};

/** The newest act that a request follows from. */
function actBehind(moment: Moment, acts: readonly DoneAct[]): Act | undefined {
  const one = moment.all[moment.at];
  if (!one || !isFailed(one.exchange)) return undefined;
  for (const act of acts.toReversed()) {
    if (!isAfter(one.event, act.after)) continue;
    if (act.act === 'new-jwt') {
      // From here on the file holds a JWT that works.
      if (kindOf(one.exchange) === 'token') return undefined;
    } else if (follows[act.act](moment, act)) {
      return act.act;
    }
  }
  return undefined;
}

/** What is expected, and what a sound program does then. */
function expectedWords(act: Act, exchange: Exchange): [title: string, next: string] {
  switch (act) {
    case 'expire-access-tokens':
      return [
        'As expected: this page made the token expire.',
        'A sound program refreshes once, and calls again.',
      ];
    case 'refuse-next-consent':
      return [
        'As expected: this page refused the consent, and your program receives `access_denied`.',
        'A sound program says that nothing was connected, and offers to try again.',
      ];
    case 'revoke-sessions':
      return kindOf(exchange) === 'api'
        ? [
            'As expected: this page revoked the session, and its tokens with it.',
            'A sound program tries one refresh, and then asks its user to sign in again.',
          ]
        : [
            'As expected: the refresh token ended with the session that this page revoked.',
            'A sound program asks its user to sign in again.',
          ];
    case 'revoke-jwt':
      return [
        'As expected: this page revoked the JWT.',
        'A sound script says so and ends. Make a new JWT, and copy the file again.',
      ];
    case 'end-jwt':
      return [
        'As expected: this page made a JWT that had expired.',
        'A sound script says so and ends. Make a new JWT, and copy the file again.',
      ];
  }
}

/** The refusal in the words of the act that led to it; what else a request shows stands beside it. */
function asExpected(act: Act, { exchange, findings }: WatchedExchange): Finding[] {
  const [title, why] = expectedWords(act, exchange);
  const isCause = (found: Finding): boolean => found.code !== undefined || found.id === 'LINT-110';
  const cause = findings.find(isCause);
  const told = finding({
    id: cause?.id ?? 'LINT-110',
    kind: 'note',
    ...(cause?.part && { part: cause.part }),
    ...(cause?.code !== undefined && { code: cause.code }),
    title,
    why,
  });
  return [told, ...findings.filter((found) => !isCause(found))];
}

const isOfClient = ({ code }: Finding): boolean =>
  code !== undefined && /^(OAU-123|OAU-146|OAU-153|SANDBOX-CLIENT-)/.test(code);

/** What a later success has to be of; who the client is, every grant proves alike. */
const stepOf = (exchange: Exchange): string => `${kindOf(exchange)} ${grantOf(exchange) ?? ''}`;
const endpointOf = (exchange: Exchange): string => `client at ${kindOf(exchange)}`;

const counts = ({ kind }: Finding): boolean => kind === 'wrong' || kind === 'risk';

const putRight = (found: Finding): Finding => ({
  ...found,
  kind: 'note',
  title: `Put right since: ${found.title}`,
  why: '',
  fix: '',
});

/**
 * The findings of a run as they are told: what follows from the page's own acts is as expected, and
 * what went wrong before the same step went well, without it, was put right since.
 *
 * @param all oldest first
 */
export function tell(
  all: readonly NumberedExchange[],
  acts: readonly DoneAct[],
): readonly ToldExchange[] {
  const successes = new Map<string, { times: number; showing: Map<string, number> }>();
  const note = (step: string, findings: readonly Finding[]): void => {
    const known = successes.get(step) ?? { times: 0, showing: new Map<string, number>() };
    known.times += 1;
    for (const id of new Set(findings.filter(counts).map(({ id }) => id))) {
      known.showing.set(id, (known.showing.get(id) ?? 0) + 1);
    }
    successes.set(step, known);
  };
  const isPutRight = (found: Finding, exchange: Exchange): boolean => {
    if (!counts(found)) return false;
    const later = successes.get(isOfClient(found) ? endpointOf(exchange) : stepOf(exchange));
    return later !== undefined && later.times > (later.showing.get(found.id) ?? 0);
  };

  const told: ToldExchange[] = [];
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const one = all[at];
    if (!one) continue;
    const { exchange } = one;
    const act = actBehind({ at, all }, acts);
    const findings = (act ? asExpected(act, one) : one.findings).map((found) =>
      isPutRight(found, exchange) ? putRight(found) : found,
    );
    const isSame = !act && findings.every((found, index) => found === one.findings[index]);
    told.push({
      exchange,
      findings: isSame ? one.findings : findings,
      ...(act && { expected: act }),
    });
    if (!isFailed(exchange)) {
      note(stepOf(exchange), one.findings);
      note(endpointOf(exchange), one.findings);
    }
  }
  return told.reverse();
}

/** What tells one telling of a request from another, so that what did not change is not drawn again. */
export const tellingOf = ({ expected, findings }: ToldExchange): string =>
  [expected ?? '', ...findings.map(({ title }) => title)].join('\n');
