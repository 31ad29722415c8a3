import { quotePosix } from '#flows/render/curl.ts';
import type { FlowDefinition, FlowParameter, FlowStep } from '#flows/flow.ts';
import { encodeFormPart } from '#protocol/form.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';

/** A parameter's value as a word in double quotes: a value of the flow is a variable of its name. */
function valueOf({ name, source }: FlowParameter, flow: FlowDefinition): string {
  if (source.kind === 'value') return `${source.prefix ?? ''}$${source.name}`;
  if (source.kind === 'fixed') return source.value;
  return name === 'client_id' ? flow.app : '$SERVER/callback/';
}

/** A shell word; what holds a variable stands in double quotes. */
const wordOf = (text: string): string => (text.includes('$') ? `"${text}"` : quotePosix(text));

const applies =
  (flow: FlowDefinition) =>
  ({ when, leftOut }: FlowParameter): boolean =>
    leftOut !== true && (when === undefined || when === flow.clientType);

function addressOf({ request }: FlowStep, flow: FlowDefinition): string {
  const pairs = (request?.parameters ?? []).filter(applies(flow)).map((parameter) => {
    const value = valueOf(parameter, flow);
    // A colon and a slash may stand in a query as they are (RFC 3986 section 3.4).
    return `${parameter.name}=${value.includes('$') ? value : encodeFormPart(value)}`;
  });
  return `echo "$SERVER${request?.path ?? ''}?${pairs.join('&')}"`;
}

const headerOf = (header: FlowParameter, flow: FlowDefinition): string =>
  header.source.kind === 'basic'
    ? `--user ${flow.app}:${flow.app}-secret`
    : `--header ${wordOf(`${header.name}: ${valueOf(header, flow)}`)}`;

/** Values that an answer brings: those that its notes speak of. None where a refusal is expected. */
const broughtBy = ({ answerNotes, expects }: FlowStep, flow: FlowDefinition): string[] =>
  expects === 'refusal'
    ? []
    : flow.values.map(({ name }) => name).filter((name) => Object.hasOwn(answerNotes, name));

function curlOf(step: FlowStep, flow: FlowDefinition): string {
  const { request } = step;
  if (!request) return '';
  const words = [`curl -sS "$SERVER${request.path}"`];
  for (const header of request.headers.filter(applies(flow))) words.push(headerOf(header, flow));
  for (const parameter of request.parameters.filter(applies(flow))) {
    words.push(`--data-urlencode ${wordOf(`${parameter.name}=${valueOf(parameter, flow)}`)}`);
  }
  const brought = broughtBy(step, flow);
  // What the answer is kept from is printed with its status.
  if (brought.length === 0) words.push(`--write-out '\\n%{http_code}\\n'`);
  const line = words.join(' \\\n  ');
  return brought.length === 0
    ? line
    : [
        `answer=$(${line})`,
        `printf '%s\\n' "$answer"`,
        ...Object.entries(step.keeps ?? {}).map(([name, old]) => `${old}=$${name}`),
        ...brought.map((name) => `${name}=$(member ${name})`),
      ].join('\n');
}

function partOf(step: FlowStep, flow: FlowDefinition): string {
  switch (step.kind) {
    case 'prepare':
      return step.terminal ?? '';
    case 'navigate':
      return addressOf(step, flow);
    case 'sign-in':
      return '# Open that address and sign in.';
    case 'return': {
      const name = step.brings === 'token' ? 'access_token' : 'code';
      return `printf 'The ${name} in the address that you came back to: '\nread -r ${name}`;
    }
    case 'request':
      return curlOf(step, flow);
  }
}

const beginning = String.raw`# The address that npm start printed.
SERVER=${usualOrigin}
# Prints a member of the last answer.
member() { printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p'; }`;

/**
 * A whole flow as a script for a POSIX shell, for a reader without JavaScript: each variable is set
 * before it is used, by the step that brings it.
 */
export function terminalOf(flow: FlowDefinition): string {
  const steps = flow.steps.map(
    (step, index) => `# ${index + 1}. ${step.title}\n${partOf(step, flow)}`,
  );
  return [beginning, ...steps].join('\n\n');
}
