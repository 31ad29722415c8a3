import type { JSX } from 'preact';
import { decodeJwt } from '#protocol/jwt-decode.ts';
import type { SandboxClock } from '../model/clock.ts';
import type { Values } from '../model/values.ts';
import { JwtInside } from './JwtInside.tsx';
import { OpaqueInside } from './OpaqueInside.tsx';
import './tokens.css';

export interface TokenInsideProps {
  token: string;
  name: string;
  values: Values;
  clock: SandboxClock;
}

/** What is in a token: the claims of a JWT; of an opaque one, what the server that made it knows. */
export function TokenInside({ token, name, values, clock }: TokenInsideProps): JSX.Element {
  const decoded = decodeJwt(token);
  if (decoded.kind === 'jwt') {
    return <JwtInside decoded={decoded} now={clock.time.value} />;
  }
  if (name === 'assertion') return <p class="pg-note">This is not a JWT: {decoded.why}.</p>;
  return <OpaqueInside key={token} token={token} values={values} />;
}
