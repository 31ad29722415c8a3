import type { JSX } from 'preact';
import type { DecodedJwt } from '#protocol/jwt-decode.ts';
import { problemsOf } from '#protocol/jwt-decode.ts';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { inZone } from './in-zone.ts';

const headerMeanings: Record<string, string> = {
  alg: 'How it is signed',
  kid: 'Which of the server’s keys signed it',
  typ: 'What it is',
};

const claimMeanings: Record<string, string> = {
  iss: 'Who made it',
  sub: 'The user that it acts for: the extension’s id',
  aud: 'Where it may be used: the token endpoint',
  exp: 'When it expires',
  nbf: 'Not before',
  iat: 'When it was made',
  jti: 'Its id',
};

const moments = new Set(['exp', 'nbf', 'iat']);

function Members({
  members,
  meanings,
}: {
  members: Readonly<Record<string, unknown>>;
  meanings: Readonly<Record<string, string>>;
}): JSX.Element {
  return (
    <dl class="pg-inside">
      {Object.entries(members).map(([name, value]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
            {moments.has(name) && typeof value === 'number' ? (
              <span>{inZone(value * 1000)}</span>
            ) : null}
            {meanings[name] ? <span class="pg-note">{meanings[name]}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Header, claims and times of a JWT, and what its text shows to be wrong. */
export function JwtInside({
  decoded,
  now,
}: {
  decoded: Extract<DecodedJwt, { kind: 'jwt' }>;
  now: number;
}): JSX.Element {
  const problems = problemsOf(decoded, now);
  return (
    <div class="pg-inside-parts">
      <p class="pg-note">
        Anybody who has it can read it: base64url hides nothing. Only the server can tell whether
        the signature is its own.
      </p>
      <p class="pg-inside-name">Header</p>
      <Members members={decoded.header} meanings={headerMeanings} />
      <p class="pg-inside-name">Claims</p>
      <Members members={decoded.claims} meanings={claimMeanings} />
      <p class="pg-note">
        It names no app and no permission: the server keeps the list of apps that may use it.
      </p>
      {problems.length === 0 ? (
        <p class="pg-check pg-check-allowed">
          <Verdict kind="allowed" />
          Nothing in its text is wrong
        </p>
      ) : (
        <ul class="pg-inside-problems">
          {problems.map((problem) => (
            <li key={problem}>
              <Verdict kind="refused" /> {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
