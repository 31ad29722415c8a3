const named: Readonly<Record<string, string>> = {
  '\n': 'a line break',
  '\r': 'a carriage return',
  '\t': 'a tab',
  ' ': 'a space',
  '\u00a0': 'a no-break space',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2028': 'a line separator',
  '\ufeff': 'a byte order mark',
  '/': 'a slash',
  '=': 'an equals sign',
  '.': 'a full stop',
};

/** The name of one character as it stands in a sentence: "a line break", "“x”". */
export function nameCharacter(character: string): string {
  return named[character] ?? `“${character}”`;
}
