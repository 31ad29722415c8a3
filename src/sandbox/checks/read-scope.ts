/** `scope-token *( SP scope-token )`, RFC 6749 section 3.3. */
const grammar = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/** What a `scope` asks for, held against what may be had. */
export interface AskedScopes {
  /** In the order in which they were asked for, each once. */
  known: string[];
  unknown: string[];
}

/** @returns undefined where the text is no `scope` at all (AS-051) */
export function readScope(asked: string, allowed: readonly string[]): AskedScopes | undefined {
  if (!grammar.test(asked)) return undefined;
  const tokens = [...new Set(asked.split(' '))];
  return {
    known: tokens.filter((token) => allowed.includes(token)),
    unknown: tokens.filter((token) => !allowed.includes(token)),
  };
}
