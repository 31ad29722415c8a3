import { api } from './api.ts';
import { authorize } from './authorize.ts';
import type { ProvokedAnswers } from './provoked.ts';
import { token } from './token.ts';

/** Each recorded answer that the sandbox can be made to give, by its id. */
export const provoked: ProvokedAnswers = { ...token, ...authorize, ...api };
