/** One server-sent event. */
export interface SentEvent {
  id: string;
  name: string;
  data: string;
}

function parse(block: string): SentEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return { id: fields.get('id') ?? '', name: fields.get('event') ?? 'message', data };
}

/** Reads a stream until so many events have come, then closes it; fails after three seconds. */
export async function readEvents(
  url: string,
  count: number,
  headers: Record<string, string> = {},
): Promise<SentEvent[]> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error(`Fewer than ${count} events came`)), 3000);
  const events: SentEvent[] = [];
  try {
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.body) throw new Error('The stream has no body');
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parse(block);
        if (event) events.push(event);
      }
      if (events.length >= count) return events;
    }
    return events;
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
