import type { FlowParameter, FlowStep } from '../flow.ts';

/**
 * The browser goes to the server with what the app asks for.
 *
 * @param own what differs from flow to flow; `label` stands beside `GET /authorize` in the diagram
 */
export function authorizeStep(own: {
  title: string;
  summary: string;
  label?: string;
  parameters: FlowParameter[];
}): FlowStep {
  return {
    id: 'authorize',
    title: own.title,
    summary: own.summary,
    kind: 'navigate',
    from: 'browser',
    to: 'authorization-server',
    diagram: [
      {
        kind: 'message',
        from: 'browser',
        to: 'authorization-server',
        code: 'GET /authorize',
        label: own.label ?? '',
      },
    ],
    request: {
      method: 'GET',
      path: '/restapi/oauth/authorize',
      encoding: 'query',
      headers: [],
      parameters: own.parameters,
    },
    answerNotes: {},
  };
}
