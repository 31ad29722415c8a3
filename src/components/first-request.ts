import type { FlowDefinition } from '#flows/flow.ts';
import { requestOf, rowsOf } from '#flows/runner.ts';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { httpLines } from '#islands/request-code/http-lines.ts';

/**
 * The first request that a flow sends, as HTTP/1.1 laid out for reading, against `npm start`. What
 * the app or the server makes on the way stands as a word, such as `YOUR-STATE`.
 */
export function firstRequestOf(flow: FlowDefinition): string {
  const request = flow.steps.find((step) => step.request !== undefined)?.request;
  if (!request) throw new Error(`The flow ${flow.id} sends no request.`);
  const wordFor = (name: string) => `YOUR-${name.toUpperCase().replaceAll('_', '-')}`;
  const rows = rowsOf(request, {
    inputs: {
      client_id: flow.app,
      client_secret: `${flow.app}-secret`,
      redirect_uri: `${usualOrigin}/callback/`,
    },
    clientType: flow.clientType,
    values: Object.fromEntries(flow.values.map(({ name }) => [name, wordFor(name)])),
    edits: {},
  });
  return httpLines(requestOf(request, rows, usualOrigin)).join('\n');
}
