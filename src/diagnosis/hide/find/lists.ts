import { isSecretValue } from '../secret-value.ts';
import type { Span } from '../spans.ts';
import { credentialsIn } from './credentials.ts';
import { kindOfName } from './kind-of-name.ts';
import { plainly } from './quoted.ts';

/** An object with a name and a value among its members, in whatever order: Postman, HAR, Kubernetes. */
const object = /\{(?:[^{}"]|\\{0,7}"(?:[^"\\]|\\(?!\\{0,6}"))*\\{0,7}"){1,6000}\}/g;
const nameIn =
  /\\{0,7}"(?:name|key|parameterName)\\{0,7}"\s{0,8}:\s{0,8}\\{0,7}"([^"\\\n]{1,64})\\{0,7}"/i;
const valueIn =
  /\\{0,7}"(?:value|parameterValue)\\{0,7}"\s{0,8}:\s{0,8}\\{0,7}"((?:[^"\\]|\\(?!\\{0,6}"[\s,}]))+)/i;
/** `- name: RC_PASSWORD`, and `value: …` on the next line. */
const ofYaml =
  /^[ \t]{0,40}-?[ \t]{0,8}(?:name|key):[ \t]{1,8}["']?([\w.-]{1,64})["']?[ \t]{0,8}\n[ \t]{0,40}value:[ \t]{1,8}(["']?)([^\n]{1,4000})$/gm;
/** `client_secret: >-`, and its lines below, further in. */
const block =
  /^([ \t]{0,40})(?:-[ \t]{1,4})?["']?([\w.-]{1,64})["']?:[ \t]{0,8}[|>][+-]?\d?[ \t]{0,8}\n((?:\1[ \t]{1,40}\S[^\n]*(?:\n|$)){1,60})/gm;

function spanAt(kind: string | undefined, from: number, raw: string): Span[] {
  if (kind === 'credentials') return credentialsIn(raw, from);
  const value = plainly(raw);
  if (kind === undefined || !isSecretValue(kind, value.trim())) return [];
  return [{ of: 'secret', kind, from, to: from + raw.length, value }];
}

/** Secrets whose name is a value itself: lists of names and values in JSON and YAML, and YAML's blocks. */
export function lists(text: string): Span[] {
  const found: Span[] = [];
  if (/"(?:value|parameterValue)\\{0,7}"/i.test(text)) {
    for (const { index, 0: whole } of text.matchAll(object)) {
      const value = valueIn.exec(whole);
      const kind = value ? kindOfName(nameIn.exec(whole)?.[1] ?? '') : undefined;
      if (!value || kind === undefined) continue;
      const [all, raw = ''] = value;
      found.push(...spanAt(kind, index + value.index + all.length - raw.length, raw));
    }
  }
  for (const { index, 0: whole, 1: name = '', 2: quote = '', 3: rest = '' } of text.matchAll(
    ofYaml,
  )) {
    const raw = quote !== '' && rest.endsWith(quote) ? rest.slice(0, -1) : rest.trimEnd();
    found.push(...spanAt(kindOfName(name), index + whole.length - rest.length, raw));
  }
  for (const { index, 0: whole, 2: name = '', 3: lines = '' } of text.matchAll(block)) {
    const raw = lines.trim();
    const from = index + whole.length - lines.length + lines.indexOf(raw);
    found.push(...spanAt(kindOfName(name), from, raw));
  }
  return found;
}
