import type { ClientType } from '#app-settings/app.ts';
import { rfc } from '../specs.ts';
import type { Mistake } from './mistake.ts';

const unauthenticated = { status: 400, code: 'OAU-123' };
const wrongSecret = { status: 400, code: 'OAU-146' };
const unknownClient = { status: 400, code: 'OAU-153' };

/** What goes wrong with who asks. */
export function clientMistakes(step: string, when: ClientType): Mistake[] {
  if (when === 'public') {
    return [
      {
        id: `${step}-no-client-id`,
        step,
        title: 'Leave out client_id',
        when,
        edits: [{ kind: 'left-out', name: 'client_id' }],
        predicted: unauthenticated,
        decoys: [{ status: 200 }, { status: 400, code: 'OAU-106' }],
        source: rfc(6749, '3.2.1'),
      },
    ];
  }
  return [
    {
      id: `${step}-no-secret`,
      step,
      title: 'Leave out the Authorization header',
      when,
      edits: [{ kind: 'left-out', name: 'Authorization' }],
      predicted: unauthenticated,
      decoys: [{ status: 200 }, wrongSecret],
      source: rfc(6749, '2.3.1'),
    },
    {
      id: `${step}-wrong-secret`,
      step,
      title: 'Send a wrong secret',
      when,
      edits: [{ kind: 'basic', secret: 'wrong-secret' }],
      predicted: wrongSecret,
      decoys: [unauthenticated, unknownClient],
      source: rfc(6749, '5.2'),
    },
    {
      id: `${step}-secret-break`,
      step,
      title: 'Put a line break behind the secret',
      when,
      edits: [{ kind: 'basic', tail: '\n' }],
      predicted: wrongSecret,
      decoys: [{ status: 200 }, unknownClient],
      source: rfc(7617, '2'),
    },
  ];
}

/** What goes wrong with the form itself. @param misspelt the grant's name, nearly right */
export function formMistakes(misspelt: string, step = 'token'): Mistake[] {
  return [
    {
      id: `${step}-grant-type`,
      step,
      title: 'Misspell grant_type',
      edits: [{ kind: 'replace', name: 'grant_type', value: misspelt }],
      predicted: { status: 400, code: 'OAU-250' },
      decoys: [
        { status: 400, code: 'OAU-251' },
        { status: 400, code: 'OAU-106' },
      ],
      source: rfc(6749, '5.2'),
    },
    {
      id: `${step}-json`,
      step,
      title: 'Send JSON instead of a form',
      edits: [],
      shape: 'json',
      predicted: { status: 415, code: 'OAU-250' },
      decoys: [{ status: 200 }, { status: 400, code: 'OAU-106' }],
      source: rfc(6749, '4.1.3'),
    },
  ];
}
