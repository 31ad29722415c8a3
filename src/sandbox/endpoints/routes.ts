import type { Actor } from '#protocol/actors.ts';
import type { Services } from '../context.ts';
import type { Incoming } from '../wire/incoming.ts';
import { api } from './api/index.ts';
import { answerForm, authorize } from './authorize.ts';
import { control } from './control/index.ts';
import { doubledSlash, withSingleSlashes } from './doubled-slash.ts';
import { jwks } from './jwks.ts';
import { metadata } from './metadata.ts';
import { revoke } from './revoke.ts';
import { stylesheet } from './stylesheet.ts';
import { token } from './token.ts';
import type { PlainResponse } from '../wire/plain-response.ts';

export type Endpoint<Answer extends Response = Response> = (
  incoming: Incoming,
  services: Services,
) => Promise<Answer>;

/** How a path is answered, whatever answers it. */
export interface Handling {
  /** `GET` stands for HEAD too. Any other method is answered 405; left out, the endpoint sees to it. */
  methods?: readonly string[];
  cors: boolean;
  /** Answered even where nothing can be stored. */
  storeless?: true;
  /** Whose envelope an error has. */
  errors: 'oauth' | 'api';
}

/** A route whose exchanges are kept in the event log, as from whom and to whom. */
export interface RecordedRoute extends Handling {
  endpoint?: Endpoint<PlainResponse>;
  actors: { from: Actor; to: Actor };
}

export interface UnrecordedRoute extends Handling {
  endpoint?: Endpoint;
  actors?: undefined;
}

export type Route = RecordedRoute | UnrecordedRoute;

const byBrowser = { from: 'browser', to: 'authorization-server' } as const;
const byApp = { from: 'app', to: 'authorization-server' } as const;

const page = { cors: false, actors: byBrowser, errors: 'oauth' } as const;
const direct = { cors: true, actors: byApp, errors: 'oauth' } as const;
const published: RecordedRoute = { ...direct, endpoint: metadata, methods: ['GET'] };

/** Every path of the sandbox, the more exact one first. */
const routes: readonly [path: string, route: Route][] = [
  ['/restapi/oauth/token', { ...direct, endpoint: token, methods: ['POST'] }],
  ['/restapi/oauth/revoke', { ...direct, endpoint: revoke, methods: ['POST'] }],
  ['/restapi/oauth/jwks', { ...published, endpoint: jwks }],
  ['/restapi/oauth/authorize', { ...page, endpoint: authorize }],
  ['/restapi/oauth/authorize/sign-in', { ...page, endpoint: answerForm }],
  ['/restapi/oauth/authorize/consent', { ...page, endpoint: answerForm }],
  ['/.well-known/oauth-authorization-server', published],
  ['/.well-known/openid-configuration', published],
  ['/restapi/oauth/authorize/*', { ...page, errors: 'api' }],
  ['/restapi/oauth/*', { ...direct, errors: 'api' }],
  ['/restapi/*', { endpoint: api, cors: true, actors: { from: 'app', to: 'api' }, errors: 'api' }],
  [
    '/sandbox/pages.css',
    { endpoint: stylesheet, methods: ['GET'], storeless: true, cors: false, errors: 'api' },
  ],
  ['/sandbox/*', { endpoint: control, cors: false, errors: 'api' }],
];

/** Nearly every request names one of these, which then need not be held against the folders. */
const exact = new Map(routes.filter(([path]) => !path.endsWith('*')));
/** `/restapi/*` is `/restapi` and all below it. */
const folders = routes.flatMap(([path, route]) =>
  exact.has(path) ? [] : [{ below: path.slice(0, -1), route }],
);

const routeOf = (path: string): Route | undefined =>
  exact.get(path) ?? folders.find(({ below }) => `${path}/`.startsWith(below))?.route;

/** The route of a path, or undefined when the sandbox has nothing to say about it. */
export function findRoute(path: string): Route | undefined {
  if (!path.includes('//')) return routeOf(path);
  const meant = routeOf(withSingleSlashes(path));
  if (!meant?.actors) return routeOf(path);
  return { cors: meant.cors, actors: meant.actors, errors: 'api', endpoint: doubledSlash };
}

/** Files of the site that stand under a sandbox prefix; the host answers them. */
const siteFiles: ReadonlySet<string> = new Set(['/sandbox/host.json', '/sandbox/openapi.json']);

/**
 * Whether a path belongs to the sandbox, so that a host hands the request to it
 * and takes even its 404. All else is the site's.
 */
export function isSandboxPath(path: string): boolean {
  return !siteFiles.has(path) && findRoute(path) !== undefined;
}
