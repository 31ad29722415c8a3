/**
 * Why the server could not start, in one line that says what to do; undefined
 * for what nobody foresaw.
 */
export function startProblem(error: unknown, port: number, host: string): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=4321 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is not an address of this machine. Leave HOST out, or use 127.0.0.1 or 0.0.0.0.`;
    default:
      return undefined;
  }
}

export type PortResult = { kind: 'port'; port: number } | { kind: 'problem'; line: string };

/** Reads `PORT`; empty is the default. */
export function readPort(text: string | undefined): PortResult {
  if (text === undefined || text === '') return { kind: 'port', port: 4321 };
  const port = Number(text);
  return /^[0-9]+$/.test(text) && port <= 65_535
    ? { kind: 'port', port }
    : { kind: 'problem', line: `PORT is "${text}". Use a number from 0 to 65535.` };
}
