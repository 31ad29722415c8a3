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

/** C# ends a line at these too. */
const endsLine = (character: string): boolean => {
  const point = character.codePointAt(0) ?? 0;
  return point === 0x85 || point === 0x2028 || point === 0x2029;
};

function escaped(text: string, quote: string, control: (point: number) => string): string {
  return [...text]
    .map((character) => {
      if (character === quote) return `\\${quote}`;
      const own = named[character];
      if (own !== undefined) return own;
      const isSpecial = isControl(character) || (control === unicode && endsLine(character));
      return isSpecial ? control(character.codePointAt(0) ?? 0) : character;
    })
    .join('');
}

/** Three octal digits end by themselves, in PHP and Ruby alike. */
const octal = (point: number): string => `\\${point.toString(8).padStart(3, '0')}`;
/** In Java it is read before the text is, which a line break alone does not bear: those have names. */
const unicode = (point: number): string => `\\u${point.toString(16).padStart(4, '0')}`;

/** A JavaScript text in single quotes. */
export function singleQuoted(text: string): string {
  return `'${escaped(text, "'", unicode)}'`;
}

/** A text in double quotes for Python, Java and C#: no dollar and no brace means anything there. */
export function doubleQuoted(text: string): string {
  return `"${escaped(text, '"', unicode)}"`;
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

const powershellNames: Readonly<Record<string, string>> = { '\n': '`n', '\r': '`r', '\t': '`t' };

/**
 * PowerShell: single quotes, where a quote alone means something and is written twice; double ones for
 * control characters, with a backtick before what means something. The curly ones are quotes there too.
 */
export function powershellQuoted(text: string): string {
  if (![...text].some(isControl)) return `'${text.replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`;
  const inside = [...text]
    .map((character) => {
      if (/["`$\u201c-\u201e]/.test(character)) return `\`${character}`;
      if (!isControl(character)) return character;
      const point = character.codePointAt(0) ?? 0;
      return powershellNames[character] ?? `\`u{${point.toString(16)}}`;
    })
    .join('');
  return `"${inside}"`;
}
