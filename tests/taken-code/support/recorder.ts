import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it reached the sandbox, octet by octet. */
export interface Recorded {
  method: string;
  url: string;
  authorization: string;
  type: string;
  body: string;
}

/** Stands before a sandbox and keeps what comes by. */
export interface Recorder {
  origin: string;
  /** What came since the last look. */
  take(): Recorded[];
  close(): Promise<void>;
}

/** @param port of the sandbox */
export async function record(port: number): Promise<Recorder> {
  let kept: Recorded[] = [];
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      const { method = '', url = '', headers } = asked;
      const body = Buffer.concat(chunks);
      kept.push({
        method,
        url,
        authorization: headers.authorization ?? '',
        type: headers['content-type'] ?? '',
        body: body.toString('utf8'),
      });
      const passed = { ...headers, 'content-length': String(body.length) };
      delete passed['transfer-encoding'];
      const onward = forward({ host: '127.0.0.1', port, method, path: url, headers: passed });
      onward.on('response', (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      });
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
