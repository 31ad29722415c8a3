import type { FlowDefinition, FlowStep } from '#flows/flow.ts';
import type { FlowName } from '#flows/ids.ts';
import { isLoopbackName } from '#protocol/loopback.ts';
import { taskOf } from '#flows/task.ts';
import type { Task } from '#flows/task.ts';
import type { ServerChoice } from './choice.ts';

/** Flows that no app without a secret can run. */
const withSecret: ReadonlySet<FlowName> = new Set(['auth-code', 'jwt', 'password']);

export function needsSecret(flow: FlowName): boolean {
  return withSecret.has(flow);
}

/** Whether a server has RingCentral's own paths, and its API with them. */
export function isRingCentralLike(choice: ServerChoice): boolean {
  return choice.kind === 'ringcentral' || !choice.facts || hasItsPaths(choice.facts.token);
}

function hasItsPaths(token: string): boolean {
  return new URL(token).pathname === '/restapi/oauth/token';
}

/** Where a server's endpoints are, by what a step does; undefined where they are at RingCentral's paths. */
export function endpointsOf(choice: ServerChoice): Partial<Record<Task, string>> | undefined {
  if (choice.kind === 'ringcentral' || !choice.facts) return undefined;
  const { authorize, token, revoke, api } = choice.facts;
  return {
    token,
    refresh: token,
    ...(authorize && { authorize }),
    ...(revoke && { revoke }),
    ...(api && !hasItsPaths(token) && { api }),
  };
}

/** The hosts to which a secret goes, as words: a server's endpoints may be elsewhere than itself. */
export function secretHosts(choice: ServerChoice): string {
  const { token = choice.origin, revoke = token } = endpointsOf(choice) ?? {};
  return [...new Set([token, revoke].map((url) => new URL(url).host))].join(' and ');
}

/** The hosts of endpoints that are elsewhere than the server itself. */
export function otherHosts(choice: ServerChoice): string[] {
  const { host } = new URL(choice.origin);
  const hosts = Object.values(endpointsOf(choice) ?? {}).map((url) => new URL(url).host);
  return [...new Set(hosts)].filter((each) => each !== host);
}

/** Why a flow is not run at a server; undefined where it is. */
export function refusalOf(
  flow: FlowName,
  choice: ServerChoice,
  takesSecrets: boolean,
): string | undefined {
  const { kind } = choice;
  // The password goes to the token endpoint, wherever the server itself is.
  const origin = endpointsOf(choice)?.token ?? choice.origin;
  if (flow !== 'password') return undefined;
  if (kind === 'ringcentral') {
    return 'This page sends no password to RingCentral: the grant ended there on 31 March 2024, so you would give away a password for nothing. Use JWT for a program, or authorization code with PKCE if users sign in.';
  }
  if (takesSecrets && isLoopbackName(new URL(origin).hostname)) return undefined;
  return `This page sends no password to ${new URL(origin).host}: a password that you type into a page is known to others, and this page cannot tell whether people work with that server. The flow runs at a server on your own machine.`;
}

/** What a step says where no demo user and no sandbox stand behind it. */
function toldOfReal(step: FlowStep): FlowStep {
  const { making, kind } = step;
  if (kind === 'sign-in') {
    return {
      ...step,
      diagram: [
        { kind: 'note', at: 'authorization-server', icon: 'lock', label: 'Sign in, consent' },
      ],
    };
  }
  if (making === 'jwt') {
    return {
      ...step,
      title: 'Take the JWT credential',
      summary:
        'A user made it in the developer console, and the authorization server signed it. Your server stores it like a password; here this tab’s memory does.',
      send: { first: 'Use this JWT', again: 'Use this JWT' },
      diagram: [
        { kind: 'message', from: 'authorization-server', to: 'app', label: 'JWT credential' },
      ],
    };
  }
  if (making === 'user') return { ...step, send: { first: 'Use these', again: 'Use these' } };
  return step;
}

/** A flow as it runs at a server: without what that server has not. */
export function adaptFlow(flow: FlowDefinition, choice: ServerChoice): FlowDefinition {
  const has = (step: FlowStep): boolean => {
    const task = taskOf(step);
    if (choice.kind === 'ringcentral' || !choice.facts) return true;
    if (task === 'revoke') return choice.facts.revoke !== undefined;
    return task !== 'api' || isRingCentralLike(choice) || choice.facts.api !== undefined;
  };
  return { ...flow, steps: flow.steps.filter(has).map(toldOfReal) };
}
