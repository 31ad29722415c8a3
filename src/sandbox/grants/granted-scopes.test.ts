import { describe, expect, it } from 'vitest';
import { scopesOfApp, scopesOfSession } from './granted-scopes.ts';

const own = ['ReadAccounts', 'ReadCallLog'];
const refusedAs = (code: string, rule: string, parameterValue: string) => ({
  kind: 'refused',
  fault: { code, rule, parameters: [{ parameterName: 'scope', parameterValue }] },
});
const granted = (...scopes: string[]) => ({ kind: 'scopes', scopes });
const long = 'x'.repeat(300);

describe('the scope that a grant is asked for', () => {
  it.each(['ignore', 'drop', 'refuse'] as const)(
    'AS-053 is all where none is asked (%s)',
    (way) => {
      expect(scopesOfApp(undefined, own, way)).toEqual(granted(...own));
    },
  );

  it('AS-054 is all whatever is asked, under ignore', () => {
    expect(scopesOfApp('"', own, 'ignore')).toEqual(granted(...own));
    expect(scopesOfApp('Nothing', own, 'ignore')).toEqual(granted(...own));
  });

  it.each(['', ' ', 'a  b', '"', '\\', 'é'])('AS-051 is refused where %j is no scope', (asked) => {
    expect(scopesOfApp(asked, own, 'drop')).toEqual(refusedAs('SANDBOX-SCOPE-1', 'AS-051', asked));
    expect(scopesOfSession(asked, own)).toEqual(refusedAs('SANDBOX-SCOPE-1', 'AS-051', asked));
  });

  it('AS-054 loses what the app does not have, or is refused whole', () => {
    const asked = 'ReadCallLog Nothing';
    expect(scopesOfApp(asked, own, 'drop')).toEqual(granted('ReadCallLog'));
    expect(scopesOfApp(asked, own, 'refuse')).toEqual(
      refusedAs('SANDBOX-SCOPE-2', 'AS-054', asked),
    );
    expect(scopesOfApp('ReadCallLog', own, 'refuse')).toEqual(granted('ReadCallLog'));
  });

  it('AS-054 is refused where nothing is left, and repeats 200 letters at most', () => {
    expect(scopesOfApp('Nothing', own, 'drop')).toEqual(
      refusedAs('SANDBOX-SCOPE-2', 'AS-054', 'Nothing'),
    );
    expect(scopesOfApp(long, own, 'drop')).toEqual(
      refusedAs('SANDBOX-SCOPE-2', 'AS-054', long.slice(0, 200)),
    );
  });

  it('AS-052 is read by the letter, in its order, each once', () => {
    expect(scopesOfApp('ReadCallLog ReadAccounts ReadCallLog', own, 'refuse')).toEqual(
      granted('ReadCallLog', 'ReadAccounts'),
    );
    expect(scopesOfApp('readcalllog', own, 'drop').kind).toBe('refused');
  });

  it('AS-145, AS-146 of a refresh is less than was granted, and never more', () => {
    expect(scopesOfSession(undefined, own)).toEqual(granted(...own));
    expect(scopesOfSession('ReadCallLog', own)).toEqual(granted('ReadCallLog'));
    expect(scopesOfSession('ReadCallLog Nothing', own)).toEqual(
      refusedAs('SANDBOX-SCOPE-3', 'AS-145', 'ReadCallLog Nothing'),
    );
  });
});
