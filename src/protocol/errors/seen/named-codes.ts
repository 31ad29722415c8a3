import { isErrorCode } from '../codes.ts';
import { elsewhere } from './elsewhere.ts';

const written = /\b(OAU|CMN|AGW|SANDBOX-[A-Z]{2,12})[- ]?(\d{1,3})\b/gi;

/** A known code as it stands in a text: from, and up to but without. */
export interface NamedCode {
  code: string;
  from: number;
  to: number;
}

/**
 * The known codes that stand in a text, with a hyphen, a space or nothing between, in letters of
 * either case; in their order, each as often as it stands there.
 */
export function namedCodes(text: string): NamedCode[] {
  return [...text.matchAll(written)].flatMap(({ index, 0: whole, 1: family, 2: number }) => {
    const code = `${family?.toUpperCase()}-${number}`;
    const isKnown = isErrorCode(code) || Object.hasOwn(elsewhere, code);
    return isKnown ? [{ code, from: index, to: index + whole.length }] : [];
  });
}
