import { copyText } from '../text/copy-text.ts';
import { readMask, writeMask } from './marker.ts';
import { isEverydayWord } from './secret-names.ts';
import { spellingsOf } from './spellings.ts';

/** Shorter values are masked where they stand, but not looked for elsewhere: they may be any word. */
const shortestSwept = 4;
/** From here on a value cannot be part of an ordinary word. */
const longEnoughToBeAlone = 16;
/**
 * Secrets that one exchange may hold. A sign-in with all its cookies has about a dozen; what holds
 * more was made to cost time, since each is looked for everywhere in the exchange.
 */
export const mostSecrets = 64;
/** Characters of secrets that are remembered from exchange to exchange: some twenty thousand tokens. */
const mostRemembered = 1_000_000;

/** Runs of text that could be a token, a code or an encoded secret: base64url and its separators. */
const runs = /[A-Za-z0-9\-._~]{8,}/g;
const special = /[.*+?^${}()|[\]\\/-]/g;
const anyMask = 'masked-[a-z_]+-[0-9]+-[0-9]+chars';

/** A secret that outlives its exchange. */
export interface Learned {
  secret: string;
  mask: string;
  /**
   * An answer brought it: later exchanges are searched for it. What a client made up is not, or
   * anybody could have a word of their choice masked in everybody's exchanges.
   */
  issued: boolean;
}

/** What is known of the log before, and who hears of what is new. */
export interface LedgerOptions {
  /** The oldest first. */
  known?: Iterable<Learned>;
  onLearned?: (learned: Learned) => void;
  /** The last number of each kind that was given, to a secret that is known or to one that is forgotten. */
  numbers?: Readonly<Record<string, number>>;
  /** Hears of each number that is given. */
  onNumber?: (kind: string, number: number) => void;
}

/** Who gives the masks: what reads a text by position asks no more of it. */
export interface Labels {
  /** The mask of a secret; the first place that named it decides the kind. */
  mask(kind: string, value: string): string;
}

/** Remembers secrets and their masks, so that one secret has one mask wherever it appears. */
export interface Ledger extends Labels {
  /**
   * Begins an exchange: what is learned from here on is looked for everywhere in it.
   *
   * @param lasting its secrets are known again in later exchanges
   */
  begin(lasting: boolean): void;
  /** What is learned from here on was brought by the answer. */
  beginAnswer(): void;
  /** Whether the exchange holds more secrets than are looked for. */
  isOver(): boolean;
  /** Replaces secrets that stand in the texts of an exchange where none was expected. */
  sweeper(texts: readonly string[]): (text: string) => string;
}

/** One pattern for all values that occur; masks that stand already are matched first and stay. */
function patternOf(spellings: readonly string[]): RegExp {
  const alternatives = (short: boolean) =>
    spellings
      .filter((one) => one.length < longEnoughToBeAlone === short)
      .sort((one, other) => other.length - one.length)
      .map((one) => one.replaceAll(special, '\\$&'))
      .join('|');
  const long = alternatives(false);
  const short = alternatives(true);
  const parts = [
    anyMask,
    ...(long ? [long] : []),
    ...(short ? [`(?<![A-Za-z0-9_])(?:${short})(?![A-Za-z0-9_])`] : []),
  ];
  return new RegExp(parts.join('|'), 'g');
}

export function createLedger(options: LedgerOptions = {}): Ledger {
  const { known = [], numbers = {}, onLearned, onNumber } = options;
  const masks = new Map<string, string>();
  const issued = new Set<string>();
  const counts = new Map(Object.entries(numbers));
  let remembered = 0;
  let current = new Map<string, string>();
  let over = false;
  let lasts = true;
  let isAnswer = false;

  function remember(learned: Learned): void {
    masks.set(learned.secret, learned.mask);
    if (learned.issued) issued.add(learned.secret);
    remembered += learned.secret.length;
    for (const [oldest] of masks) {
      if (remembered <= mostRemembered || masks.size === 1) break;
      masks.delete(oldest);
      issued.delete(oldest);
      remembered -= oldest.length;
    }
  }

  for (const learned of known) {
    const { kind = '', number = 0 } = readMask(learned.mask) ?? {};
    counts.set(kind, Math.max(counts.get(kind) ?? 0, number));
    remember(learned);
  }

  const issuedMask = (value: string) => (issued.has(value) ? masks.get(value) : undefined);

  return {
    mask(kind, value) {
      if (value === '' || readMask(value)) return value;
      if (over) return '';
      let mask = masks.get(value) ?? current.get(value);
      if (mask === undefined) {
        const number = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, number);
        onNumber?.(kind, number);
        mask = writeMask({ kind, number, length: value.length });
        if (lasts) {
          const learned = { secret: copyText(value), mask, issued: isAnswer };
          remember(learned);
          onLearned?.(learned);
        }
      }
      current.set(value, mask);
      over = current.size > mostSecrets;
      return mask;
    },
    begin(lasting) {
      current = new Map();
      over = false;
      lasts = lasting;
      isAnswer = false;
    },
    beginAnswer() {
      isAnswer = true;
    },
    isOver: () => over,
    sweeper(texts) {
      const all = texts.join('\n');
      const found = new Map<string, string>();
      for (const [value, mask] of current) {
        // Who takes `password` for a password hides nothing, and the word stands everywhere.
        if (value.length < shortestSwept || isEverydayWord(value)) continue;
        for (const spelling of spellingsOf(value)) {
          if (all.includes(spelling)) found.set(spelling, mask);
        }
      }
      const pattern = found.size > 0 ? patternOf([...found.keys()]) : undefined;
      return (text) => {
        const swept = pattern ? text.replaceAll(pattern, (one) => found.get(one) ?? one) : text;
        // Secrets of earlier exchanges are many: they are found by looking up each run of the text.
        return swept.replaceAll(runs, (run) => {
          const word = run.replace(/\.+$/, '');
          return issuedMask(run) ?? (issuedMask(word) ?? word) + run.slice(word.length);
        });
      };
    },
  };
}
