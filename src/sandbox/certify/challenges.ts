import type { Challenge } from './challenge.ts';
import {
  alteredState,
  codeOnce,
  lowerCaseBearer,
  noAccessToken,
  noSecretInAddress,
  wrongIss,
} from './challenges/sign-in.ts';
import { noRefreshToken, refreshOnce, rotatedToken, sessionEnded } from './challenges/tokens.ts';
import { backsOff, retryAfter, survivesHtml } from './challenges/waiting.ts';

/** Every challenge, those that fill tickets first. */
export const challenges: readonly Challenge[] = [
  refreshOnce,
  retryAfter,
  codeOnce,
  noRefreshToken,
  alteredState,
  wrongIss,
  noAccessToken,
  backsOff,
  rotatedToken,
  sessionEnded,
  lowerCaseBearer,
  survivesHtml,
  noSecretInAddress,
];
