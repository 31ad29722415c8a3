import { refusal } from './answer.ts';

/** 404 for a client id that no app has. */
export function noSuchApp(): Response {
  return refusal(404, { path: 'clientId', message: 'No app has this client id.' });
}
