/** How an answer breaks off: nothing but a reset, nothing at all, or half a body and no chunk. */
export type Break = 'reset' | 'empty' | 'chunk';

/**
 * A response whose text is known. Making a real Response costs more than all
 * the rest of a token request, and a host that writes to a socket needs none:
 * it takes `status`, `plainHeaders` and `plainBody`. All else is read from a real
 * Response, which is made on first use.
 */
export class PlainResponse implements Response {
  /** A host that writes to a socket breaks off so; one that has none never sees this set. */
  breaks?: Break;
  readonly status: number;
  readonly plainHeaders: Record<string, string>;
  readonly plainBody: string;
  #real: Response | undefined;

  constructor(status: number, headers: Record<string, string>, body: string) {
    this.status = status;
    this.plainHeaders = headers;
    this.plainBody = body;
  }

  /** The real Response, which a worker's `respondWith` insists on. */
  get real(): Response {
    return (this.#real ??= new Response(this.plainBody === '' ? null : this.plainBody, {
      status: this.status,
      headers: this.plainHeaders,
    }));
  }

  readonly type = 'default';
  readonly url = '';
  readonly redirected = false;
  readonly statusText = '';

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
  get headers(): Headers {
    return this.real.headers;
  }
  get body() {
    return this.real.body;
  }
  get bodyUsed(): boolean {
    return this.real.bodyUsed;
  }
  clone(): Response {
    return this.real.clone();
  }
  text(): Promise<string> {
    return this.real.text();
  }
  json(): ReturnType<Response['json']> {
    return this.real.json();
  }
  bytes(): ReturnType<Response['bytes']> {
    return this.real.bytes();
  }
  blob(): Promise<Blob> {
    return this.real.blob();
  }
  formData(): Promise<FormData> {
    return this.real.formData();
  }
  arrayBuffer(): Promise<ArrayBuffer> {
    return this.real.arrayBuffer();
  }
}
