import type { Exchange } from '#protocol/exchange.ts';
import { kindOf, refusalIn } from '#protocol/exchange-parts.ts';
import type { Span } from '../spans.ts';

/** A longer answer is hidden as far as this, and what follows by what stands in it. */
const longest = 100_000;
const mostTries = 60;
/** Members that a resource of RingCentral's API has. */
const hint = /"(?:uri|records|extensionNumber|contact|mainNumber|navigation)\\?"\s{0,4}:/;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function isResource(text: string): boolean {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return false;
  const members: Record<string, unknown> = { ...value };
  const has = (name: string): boolean => Object.hasOwn(members, name);
  if (['error', 'errors', 'errorCode', 'access_token', 'log'].some(has)) return false;
  const isOfApi = typeof members['uri'] === 'string' && members['uri'].includes('/restapi/');
  return isOfApi || Array.isArray(members['records']) || (has('id') && has('extensionNumber'));
}

/** The body of an answer of the API that is no refusal: it says things of persons, and no rule asks for it. */
export function answerOf(exchange: Exchange): string | undefined {
  const body = exchange.response?.body;
  if (body === undefined || body.trim() === '') return undefined;
  const { code, message } = refusalIn(body);
  if (code !== undefined || message !== undefined) return undefined;
  if (kindOf(exchange) === 'api') return (exchange.response?.status ?? 0) < 400 ? body : undefined;
  return isResource(body) ? body : undefined;
}

function endOf(text: string, from: number): number {
  let depth = 0;
  const limit = Math.min(text.length, from + longest);
  for (let at = from; at < limit; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      for (at += 1; at < limit && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    } else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Answers of the API that stand in a text, by what such an answer has. */
export function answers(text: string): Span[] {
  if (!hint.test(text)) return [];
  const found: Span[] = [];
  let tries = 0;
  for (let at = text.indexOf('{'); at >= 0 && tries < mostTries; tries += 1) {
    const to = endOf(text, at);
    const value = to < 0 ? '' : text.slice(at, to);
    const isHidden = hint.test(value) && isResource(value);
    if (isHidden) found.push({ of: 'body', kind: 'api_answer', from: at, to, value });
    at = text.indexOf('{', isHidden ? to : at + 1);
  }
  return found;
}
