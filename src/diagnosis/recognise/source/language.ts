import type { Language } from '../known-parts.ts';

/** What only one language has, and how much it tells. */
const signs: readonly [Language, number, RegExp][] = [
  ['PHP', 3, /<\?php|\$\w{1,40}->|\bnew \\?RingCentral\\SDK|'\w{1,40}' => |\$_(?:GET|POST|ENV)\b/],
  ['Python', 3, /\bos\.environ\b|^\s{0,8}(?:def |from \w{1,40} import )|\brequests\.(?:post|get)\(|\bNone\b/m],
  ['Python', 1, /^\s{0,8}\w{1,40} = \w{1,40}\.\w{1,40}\([^;{]{0,200}$|\w=os\./m],
  ['Ruby', 3, /\bENV\[|\.new\(|\brequire '|\bRingCentral\.new\b|\bdo \|/],
  ['C#', 3, /\bvar \w{1,40} = (?:new|await)\b|\busing System\b|\bawait \w{1,40}\.[A-Z]|\bEncoding\.UTF8|\bTask</],
  ['Java', 3, /\b[A-Z]\w{1,40} \w{1,40} = new [A-Z]|\bpublic (?:static )?(?:void|class)\b|\bSystem\.(?:out|getenv)\b|\bR\.id\./],
  ['Go', 3, /:= |\bfunc \w{1,40}\(|&oauth2\./],
  ['VBA', 3, /\bPublic Const\b|\bDim \w|\bSet \w{1,40} = |\bhttp\.(?:Open|setRequestHeader|send) "|" & /],
  ['JavaScript', 2, /\b(?:const|let) [\w{[]|=> [{(]|\bawait \w|\bprocess\.env\b|\bwindow\.|\bdocument\.|\blocation\.|\blocalStorage\b|\bsessionStorage\b|\bJSON\.stringify\(|\bfetch\(|\(\{ ?\w{1,40}:/],
  ['HTML', 1, /<(?:script|iframe)\b/i],
  ['shell', 1, /^\s{0,4}\$ \w|^[A-Z_]{3,40}=\$\(/m],
]; // prettier-ignore

/** The language that a source looks like: of the one whose signs weigh most. */
export function languageOf(source: string): Language {
  const weights = new Map<Language, number>();
  for (const [language, weight, sign] of signs) {
    if (sign.test(source)) weights.set(language, (weights.get(language) ?? 0) + weight);
  }
  let best: Language = 'unknown';
  for (const [language, weight] of weights) {
    if (weight > (weights.get(best) ?? 0)) best = language;
  }
  return best;
}
