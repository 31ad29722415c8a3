import type { Span } from '../spans.ts';
import { phoneNumbers } from './phone-number.ts';
import { alsoDecoded } from './views.ts';

const mail =
  /(?<![\p{L}\d_.+%@/-])[\p{L}\d][\p{L}\d_.+'-]{0,63}(?:@|%40|%2540|\\u0040|&#64;|\s?[([](?:at|@)[)\]]\s?)(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d_-])/gu;
/** `ssh` addresses and packages with a version are nobody's. */
const noMail = /^(?:git|hg|svn|sdk|core)@/i;

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const v4 = new RegExp(String.raw`(?<![\w.%-]|\d[.:])${octet}(?:\.${octet}){3}(?![\w-]|\.\d)`, 'g');
const v6 =
  /(?<![\w:.%])(?:[\da-f]{1,4}:|::)[\da-f:]{1,38}(?:(?:\d{1,3}\.){3}\d{1,3})?(?:%\w{1,12})?(?![\w:]|\.\d)/gi;

/** A version, a host that serves, or one's own machine: nobody is found by it. */
function isNobodys(text: string, from: number, address: string): boolean {
  if (/^(?:127\.|0\.0\.0\.0$)|\.0\.0\.0$/.test(address)) return true;
  const before = text.slice(Math.max(0, from - 80), from);
  // A URL's host and `Host:` are the server's; `Chrome/120.0.6099.71`, `v="1.2.3.4"`, `version 1.2.3.4`; what curl
  // connects to.
  return /(?::\/\/|%2F%2F|\/\/|\bhost(?:name)?["']?\s?[:=]\s?["']?|[A-Za-z]\/|\bv=?["']?|(?:version|revision|build|release|python|node|sdk)["']?\s?[:= ]?\s?["']?v?|\*\s+Trying |Connected to [\w.-]+ \()$/i.test(
    before,
  );
}

function isV6(address: string): boolean {
  const [bare = ''] = address.split('%');
  if (bare === '::' || bare === '::1') return false;
  const groups = bare.split('::');
  if (groups.length > 2) return false;
  const count = bare.split(':').filter((group) => group !== '').length;
  if (!bare.split(':').every((group) => /^(?:[\da-f]{0,4}|[\d.]+)$/i.test(group))) return false;
  // `a::b` of a program is none; an address without `::` has eight groups.
  return groups.length === 2 ? count >= 3 || /^(?:fe80|fd|2\d{3})/i.test(bare) : count === 8;
}

/**
 * What leads to a person in a text: phone numbers, e-mail addresses, IP addresses. Addresses of a
 * server stay, since a redirect URI may have one.
 */
export const people = alsoDecoded((text: string): Span[] => {
  const found = phoneNumbers(text);
  for (const { index, 0: value } of text.matchAll(mail)) {
    if (noMail.test(value)) continue;
    const span = { from: index, to: index + value.length };
    const decoded = value.replace(/%(?:25)?40|\\u0040|&#64;|\s?[([](?:at|@)[)\]]\s?/i, '@');
    found.push({ of: 'person', kind: 'email_address', ...span, value: decoded });
  }
  for (const pattern of [v4, v6]) {
    for (const { index, 0: value } of text.matchAll(pattern)) {
      if (pattern === v6 ? !isV6(value) : isNobodys(text, index, value)) continue;
      const span = { from: index, to: index + value.length };
      found.push({ of: 'person', kind: 'ip_address', ...span, value });
    }
  }
  return found;
});
