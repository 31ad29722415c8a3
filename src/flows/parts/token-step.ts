import type { FlowParameter, FlowStep } from '../flow.ts';
import { formRequest } from './form-request.ts';
import { errorNotes, tokenNotes } from './notes.ts';

/**
 * The app trades what it has for tokens.
 *
 * @param own what differs from grant to grant; `answerNotes` beside those of every token answer
 */
export function tokenStep({
  title,
  summary,
  parameters,
  answerNotes,
}: {
  title: string;
  summary: string;
  parameters: FlowParameter[];
  answerNotes?: Record<string, string>;
}): FlowStep {
  return {
    id: 'token',
    title,
    summary,
    kind: 'request',
    from: 'app',
    to: 'authorization-server',
    diagram: [
      { kind: 'message', from: 'app', to: 'authorization-server', code: 'POST /token', label: '' },
      { kind: 'message', from: 'authorization-server', to: 'app', code: '200', label: 'tokens' },
    ],
    request: formRequest('/restapi/oauth/token', parameters),
    answerNotes: { ...tokenNotes, ...answerNotes, ...errorNotes },
    next: 'Call the API',
  };
}
