import { createServer } from 'node:http';

/** What the scripted server answers: a status, a body, and headers beside the content type. */
export interface Answer {
  status?: number;
  body: unknown;
  headers?: Record<string, string>;
  /** Never answered, as by a server that hangs. */
  hangs?: boolean;
}

export interface ScriptedServer {
  url: string;
  /** What comes next, by the end of the path; the last answer of a path goes on. */
  answers: Record<string, Answer[]>;
  /** Requests so far: path and `Authorization`, and the form. */
  asked: { path: string; authorization: string | undefined; form: URLSearchParams }[];
  close(): void;
}

/** Tokens such as RingCentral's, with other members. */
export const tokens = (more: Record<string, unknown> = {}): Answer => ({
  body: {
    access_token: 'scripted-access-not-a-secret',
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: 'scripted-refresh-not-a-secret',
    owner_id: '1000101',
    ...more,
  },
});

/** A server that answers as it is told: what a sandbox that behaves never answers. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const scripted: ScriptedServer = { url: '', answers: {}, asked: [], close: () => undefined };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const { authorization } = request.headers;
      scripted.asked.push({ path, authorization, form: new URLSearchParams(body) });
      const [, queue = []] =
        Object.entries(scripted.answers).find(([end]) => path.endsWith(end)) ?? [];
      const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? { status: 404, body: '' };
      if (answer.hangs) return;
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      const type = typeof answer.body === 'string' ? 'text/html' : 'application/json';
      response
        .writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers })
        .end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  scripted.url = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
  scripted.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return scripted;
}
