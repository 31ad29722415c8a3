/** What came of one request of a file. */
export interface Sent {
  status: number;
  body: string;
}

/**
 * Sends the requests of a file as the REST Client of Visual Studio Code does, as far as our file goes:
 * variables, a request's name, a member of a named request's answer, and user:password after Basic.
 *
 * @see https://github.com/Huachao/vscode-restclient
 */
export async function sendAll(text: string): Promise<Sent[]> {
  const variables = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/^@(\w+) = (.+)$/gm)) {
    variables.set(name, value);
  }
  const fill = (part: string) =>
    part.replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
      const value = variables.get(name);
      if (value === undefined) throw new Error(`Nothing is named ${name}`);
      return value;
    });
  const sent: Sent[] = [];
  for (const piece of text.split(/^###.*$/m).slice(1)) {
    const name = /^# @name (\w+)$/m.exec(piece)?.[1];
    const [head = '', ...rest] = piece
      .replace(/^#.*\n/gm, '')
      .trim()
      .split('\n\n');
    const [first = '', ...fields] = fill(head).split('\n');
    const [method = '', url = ''] = first.split(' ');
    const headers = new Headers(
      fields.map((field) => field.split(/: (.*)/).slice(0, 2) as [string, string]),
    );
    const [scheme, credentials = ''] = headers.get('authorization')?.split(' ') ?? [];
    if (scheme === 'Basic') headers.set('authorization', `Basic ${btoa(credentials)}`);
    const body = fill(rest.join('\n\n'));
    const answer = await fetch(url, { method, headers, ...(body !== '' && { body }) });
    const answered = { status: answer.status, body: await answer.text() };
    sent.push(answered);
    if (name === undefined) continue;
    for (const [member, value] of Object.entries(JSON.parse(answered.body) as object)) {
      variables.set(`${name}.response.body.${member}`, String(value));
    }
  }
  return sent;
}
