import { readBasic } from '#protocol/basic.ts';
import { nameCharacter } from '../../compare/characters.ts';

/** What is wrong with a Basic header, found by reading it in every usual wrong way. */
export interface BasicMistake {
  way:
    | 'colon behind Basic'
    | 'not encoded'
    | 'base64url'
    | 'encoded twice'
    | 'no colon'
    | 'empty id'
    | 'empty secret'
    | 'word for nothing'
    | 'quotes'
    | 'white space'
    | 'broken'
    | 'unreadable';
  /** As a title has it. */
  title: string;
  why: string;
}

const octets = (text: string): string | undefined => {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
};

const printable = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text);

const nothing = /^(?:undefined|null|none|nil|nan|\[object object\])$/i;

/** What is wrong with the pair that was encoded. */
function ofPair(id: string, secret: string): BasicMistake | undefined {
  const word = [id, secret].find((part) => nothing.test(part));
  if (word !== undefined) {
    const which = nothing.test(id) ? 'client id' : 'client secret';
    return {
      way: 'word for nothing',
      title: `The ${which} in the Basic header is the word \`${word}\``,
      why: 'Your program has no value there: a setting is empty, is not read, or an option has another name.',
    };
  }
  const quoted = [id, secret].find((part) => /^["'`].*["'`]$|^["'`]|["'`]$/.test(part));
  if (quoted !== undefined) {
    return {
      way: 'quotes',
      title: 'Quotes were encoded with the client id or the secret',
      why: 'They are around the value in the settings file, and the program took them as part of it. The server knows no such id or secret.',
    };
  }
  if (id === '' || secret === '') {
    return {
      way: id === '' ? 'empty id' : 'empty secret',
      title: `The ${id === '' ? 'client id' : 'client secret'} in the Basic header is empty`,
      why: `After decoding there is nothing ${id === '' ? 'before' : 'after'} the colon: a setting is empty, or is not read.`,
    };
  }
  const [space] = /^\s+|\s+$/.exec(secret) ?? /^\s+|\s+$/.exec(id) ?? [];
  if (space !== undefined) {
    const which = /^\s|\s$/.test(secret) ? 'secret' : 'client id';
    return {
      way: 'white space',
      title: `The ${which} in the Basic header has ${nameCharacter(space[0] ?? '')}`,
      why: '`echo` adds a line break, and a settings file keeps a space; base64 hides both. The server compares every character.',
    };
  }
  return undefined;
}

/**
 * Reads `Authorization: Basic` in the usual wrong ways and names the one that explains it.
 *
 * @param value of the header, scheme included
 * @returns undefined where it reads well: what it holds may still be wrong
 * @see RFC 7617 section 2
 */
export function basicMistake(value: string): BasicMistake | undefined {
  const [, mark = '', rest = ''] = /^basic\b(:?)\s*([\s\S]*)$/i.exec(value.trim()) ?? [];
  if (mark === ':') {
    return {
      way: 'colon behind Basic',
      title: 'There is a colon after `Basic`',
      why: 'The scheme is the word Basic and a space; no server knows the scheme `Basic:`.',
    };
  }
  if (rest === '') {
    return {
      way: 'unreadable',
      title: 'There is nothing after `Basic`',
      why: 'Your program had nothing to encode, or did not add it.',
    };
  }
  if (nothing.test(rest)) {
    return {
      way: 'word for nothing',
      title: `After \`Basic\` is the word \`${rest}\``,
      why: 'Your program has no value there.',
    };
  }
  if (/:/.test(rest)) {
    return {
      way: 'not encoded',
      title: 'The Basic header is not base64: it has id and secret as they are',
      why: 'The server decodes what it gets, and finds no colon in what comes out.',
    };
  }
  if (/\s/.test(rest)) {
    return {
      way: 'broken',
      title: 'The Basic header has a space or a line break in it',
      why: '`base64` of a shell breaks its lines after 76 characters; `base64 -w0` does not. A header is one line.',
    };
  }
  const quote = /^["'`]|["'`]$/.test(rest);
  if (quote) {
    return {
      way: 'quotes',
      title: 'There are quotes around the Basic value',
      why: 'They are not base64, and the server reads nothing after them.',
    };
  }
  const read = readBasic(value.trim());
  if (read.kind === 'basic') return ofPair(read.raw.id, read.raw.secret);
  if (/[-_]/.test(rest) && /^[\w-]+=*$/.test(rest)) {
    return {
      way: 'base64url',
      title: 'The Basic header is base64url',
      why: 'A Basic header uses `+` and `/` where base64url uses - and _.',
    };
  }
  const once = octets(rest);
  const twice = once === undefined ? undefined : octets(once.trim());
  if (printable(twice) && twice.includes(':')) {
    return {
      way: 'encoded twice',
      title: 'The Basic header is base64 of base64',
      why: 'A library encodes id and secret itself, and your program gave it encoded ones.',
    };
  }
  if (printable(once)) {
    return {
      way: 'no colon',
      title: 'The Basic header has one value without a colon',
      why: 'After decoding there is no colon, so the server finds no secret, and perhaps no client id: an app with a secret sends `client id:client secret`. An app without one sends no header; it sends `client_id` in the form body.',
    };
  }
  return {
    way: 'unreadable',
    title: 'The Basic header cannot be read',
    why: 'It is not base64.',
  };
}

/**
 * Whether id and secret look swapped: RingCentral's ids are 22 characters, its secrets longer.
 *
 * @param value of the header
 */
export function looksSwapped(value: string): { id: string; secret: string } | undefined {
  const read = readBasic(value.trim());
  if (read.kind !== 'basic') return undefined;
  const { id, secret } = read.raw;
  const plain = /^[\w-]+$/;
  return plain.test(id) && plain.test(secret) && secret.length === 22 && id.length >= 30
    ? read.raw
    : undefined;
}

/** A secret with a character that RFC 6749 asks to encode first; servers differ. */
export function hasReserved(value: string): boolean {
  const read = readBasic(value.trim());
  return read.kind === 'basic' && /[^\w.~:-]/.test(read.raw.id + read.raw.secret);
}
