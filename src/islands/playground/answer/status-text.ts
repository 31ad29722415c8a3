const reasons: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  302: 'Found',
  303: 'See Other',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A status as HTTP/1.1 writes it: `400 Bad Request`. */
export function statusText(status: number): string {
  const reason = reasons[status];
  return reason ? `${status} ${reason}` : String(status);
}

/** The size of a body on the wire, UTF-8: `412 B`, `1.4 kB`. */
export function sizeText(body: string): string {
  const bytes = new TextEncoder().encode(body).length;
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
