import { Unanswered } from '#flows/send.ts';
import { isLoopbackName } from '#protocol/loopback.ts';

/** What a page tells of itself and its network. */
export interface DirectSurroundings {
  fetch: (request: Request) => Promise<Response>;
  /** Scheme and authority of the page. */
  origin: string;
  isOnline(): boolean;
  /** Calls back with each address that this site's policy kept from leaving; answers the way to stop. */
  onBlocked(callback: (url: string) => void): () => void;
  /** A request to the server leaves this tab. */
  onLeave(request: Request, how: 'page' | 'probe'): void;
}

/** How long somebody has to answer whether they are there at all. */
const probePatience = 8000;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function isMixed(page: string, to: string): boolean {
  const { protocol, hostname } = new URL(to);
  return page.startsWith('https:') && protocol === 'http:' && !isLoopbackName(hostname);
}

/** A request that a browser sends without asking the server first: it may have been carried out. */
export function isSimple(request: Pick<Request, 'method'> & { headers: Headers }): boolean {
  const type = request.headers.get('content-type') ?? '';
  const plain = type === '' || type.startsWith('application/x-www-form-urlencoded');
  return (
    ['GET', 'POST', 'HEAD'].includes(request.method) &&
    plain &&
    !request.headers.has('authorization')
  );
}

/**
 * `fetch` for a real server: straight there, without cookies, without following a redirect. Where no
 * answer comes it finds out what can be told apart.
 */
export function createDirectFetch({
  fetch,
  origin: page,
  isOnline,
  onBlocked,
  onLeave,
}: DirectSurroundings) {
  /** Whether anybody answers at a host, whatever they say: the answer itself is not read. */
  const answers = async (origin: string): Promise<boolean> => {
    // A redirect is an answer too. It has to be followed in this mode; this site's policy stops it
    // where it leaves the server, and tells that.
    let isStopped = false;
    const stop = onBlocked(() => {
      isStopped = true;
    });
    const probe = new Request(`${origin}/`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(probePatience),
    });
    onLeave(probe, 'probe');
    try {
      await fetch(probe);
      return true;
    } catch {
      await nextTask();
      return isStopped;
    } finally {
      stop();
    }
  };

  return async (request: Request): Promise<Response> => {
    const { origin, host, protocol } = new URL(request.url);
    if (isMixed(page, request.url)) {
      throw new Unanswered(
        'mixed-content',
        `This page came over https, and a browser lets no such page send over ${protocol}//.`,
      );
    }
    const sent = new Request(request, { redirect: 'manual', credentials: 'omit' });
    const simple = isSimple(sent);
    let isBlocked = false;
    const stop = onBlocked((url) => {
      if (url.startsWith(origin)) isBlocked = true;
    });
    onLeave(sent, 'page');
    try {
      const response = await fetch(sent);
      if (response.type === 'opaqueredirect') {
        throw new Unanswered(
          'redirected',
          `${host} answered with a redirect. The browser does not show where to, and this page sends nothing on.`,
        );
      }
      return response;
    } catch (cause) {
      const { name } = cause instanceof Error ? cause : { name: '' };
      if (cause instanceof Unanswered || name === 'TimeoutError' || name === 'AbortError')
        throw cause;
      // The violation is told in a task of its own.
      await nextTask();
      if (isBlocked) {
        throw new Unanswered(
          'policy',
          `This page may not connect to ${host}: choose the server again, so that the page loads with it.`,
        );
      }
      if (!isOnline()) throw new Unanswered('offline', 'This computer is offline.');
      if (!(await answers(origin))) {
        throw new Unanswered(
          'silent',
          `Nothing answers at ${host}: the name may be wrong, the server down, or its certificate not trusted. A browser does not say which.`,
        );
      }
      throw new Unanswered(
        'unreadable',
        `${host} answers, but this page may not read it: it allows ${page} no cross-origin request (CORS) here. ${
          simple
            ? 'The request itself went out, so the server may have carried it out.'
            : 'The browser asked first and was refused, so the request itself did not go out.'
        }`,
      );
    } finally {
      stop();
    }
  };
}
