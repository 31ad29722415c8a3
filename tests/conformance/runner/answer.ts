/** A response with its body read, as the judge and later steps see it. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed, where the body is JSON. */
  json: unknown;
  /** The absolute URL that was asked last. */
  url: string;
}

export async function readAnswer(response: Response, url: string): Promise<Answer> {
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json, url };
}

/** The member at a dotted path, as text: a list or an object as JSON. Nothing when it is not there. */
export function memberAt(
  json: unknown,
  path: string,
): { value: unknown; text: string } | undefined {
  let value = json;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  if (value === undefined) return undefined;
  return { value, text: typeof value === 'string' ? value : JSON.stringify(value) };
}

/** The parameters of a redirect, decoded once, in its query or its fragment; repeats kept. */
export function redirectParameters(
  location: string,
  place: 'query' | 'fragment',
): [string, string][] {
  const [beforeFragment = '', fragment = ''] = splitAt(location, '#');
  const text = place === 'fragment' ? fragment : (splitAt(beforeFragment, '?')[1] ?? '');
  return [...new URLSearchParams(text)];
}

function splitAt(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
