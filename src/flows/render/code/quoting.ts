const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

// Built from code points: a control character in a pattern reads as a mistake.
const isControl = (character: string): boolean => {
  const point = character.codePointAt(0) ?? 0;
  return point < 32 || point === 127;
};

function escaped(text: string, quote: string, control: (point: number) => string): string {
  return [...text]
    .map((character) => {
      if (character === quote) return `\\${quote}`;
      const own = named[character];
      if (own !== undefined) return own;
      return isControl(character) ? control(character.codePointAt(0) ?? 0) : character;
    })
    .join('');
}

/** Three octal digits end by themselves, in JavaScript's neighbours too: Python, Java, PHP, Ruby. */
const octal = (point: number): string => `\\${point.toString(8).padStart(3, '0')}`;
const unicode = (point: number): string => `\\u${point.toString(16).padStart(4, '0')}`;

/** A JavaScript text in single quotes. */
export function singleQuoted(text: string): string {
  return `'${escaped(text, "'", unicode)}'`;
}

/** A text in double quotes for Python, Java and C#: no dollar and no brace means anything there. */
export function doubleQuoted(text: string): string {
  // In Java, \u is read before the text is: a line break made of it would end the line.
  return `"${escaped(text, '"', (point) => (point === 0 ? '\\0' : unicode(point)))}"`;
}

/** PHP: single quotes, where only the backslash and the quote mean something; double ones for the rest. */
export function phpQuoted(text: string): string {
  if (![...text].some(isControl)) {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  }
  return `"${escaped(text, '"', octal).replaceAll('$', '\\$')}"`;
}

/** Ruby: as PHP; in double quotes a hash may begin an expression. */
export function rubyQuoted(text: string): string {
  if (![...text].some(isControl)) {
    return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  }
  return `"${escaped(text, '"', octal).replaceAll('#', '\\#')}"`;
}
