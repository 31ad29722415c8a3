import { quotePosix } from '#flows/render/curl.ts';
import type { FlowDefinition, FlowParameter, FlowStep } from '#flows/flow.ts';
import { encodeFormPart } from '#protocol/form.ts';

const origin = 'http://localhost:4321';

/** A parameter's value as a shell word: a value of the flow is a variable of its name. */
function wordOf({ name, source }: FlowParameter, flow: FlowDefinition): string {
  if (source.kind === 'value') return `"${name}=$${source.name}"`;
  if (source.kind === 'fixed') return quotePosix(`${name}=${source.value}`);
  return quotePosix(`${name}=${inputOf(name, flow)}`);
}

function inputOf(name: string, flow: FlowDefinition): string {
  return name === 'client_id' ? flow.app : `${origin}/callback/`;
}

const applies =
  (flow: FlowDefinition) =>
  ({ when, leftOut }: FlowParameter): boolean =>
    leftOut !== true && (when === undefined || when === flow.clientType);

function addressOf(step: FlowStep, flow: FlowDefinition): string {
  const pairs = (step.request?.parameters ?? []).filter(applies(flow)).map((parameter) => {
    const { name, source } = parameter;
    if (source.kind === 'value') return `${name}=$${source.name}`;
    const value = source.kind === 'fixed' ? source.value : inputOf(name, flow);
    return `${name}=${encodeFormPart(value)}`;
  });
  return `echo "${origin}${step.request?.path ?? ''}?${pairs.join('&')}"`;
}

function headerOf({ name, source }: FlowParameter, flow: FlowDefinition): string {
  if (source.kind === 'basic') return `--user ${flow.app}:${flow.app}-secret`;
  const prefix = source.kind === 'value' ? (source.prefix ?? '') : '';
  return `--header "${name}: ${prefix}$${source.kind === 'value' ? source.name : ''}"`;
}

function curlOf(step: FlowStep, flow: FlowDefinition): string {
  const request = step.request;
  if (!request) return '';
  const words = [`curl ${quotePosix(`${origin}${request.path}`)}`];
  for (const header of request.headers.filter(applies(flow))) words.push(headerOf(header, flow));
  for (const parameter of request.parameters.filter(applies(flow))) {
    words.push(`--data-urlencode ${wordOf(parameter, flow)}`);
  }
  return words.join(' \\\n  ');
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
      return `# Copy it from the address that you come back to.\n${name}=FROM-THE-ADDRESS`;
    }
    case 'request':
      return curlOf(step, flow);
  }
}

/**
 * A whole flow for a POSIX shell against `npm start`, for a reader without JavaScript. What an
 * answer brings, the reader puts into a variable of its name.
 */
export function terminalOf(flow: FlowDefinition): string {
  return flow.steps
    .map((step, index) => `# ${index + 1}. ${step.title}\n${partOf(step, flow)}`)
    .join('\n\n');
}
