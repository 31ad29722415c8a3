import type { JSX } from 'preact';
import { decodeJwt } from '#protocol/jwt-decode.ts';
import type { Playground } from '../model/types.ts';
import { JwtInside } from './JwtInside.tsx';
import { OpaqueInside } from './OpaqueInside.tsx';
import './tokens.css';

/** What is in a token: the claims of a JWT; of an opaque one, what the server that made it knows. */
export function TokenInside({
  token,
  name,
  playground,
}: {
  token: string;
  name: string;
  playground: Playground;
}): JSX.Element {
  const decoded = decodeJwt(token);
  if (decoded.kind === 'jwt') {
    return <JwtInside decoded={decoded} now={playground.now.value} />;
  }
  if (name === 'assertion') return <p class="pg-note">This is no JWT: {decoded.why}.</p>;
  return <OpaqueInside key={token} token={token} playground={playground} />;
}
