import { cutAgainst } from '#protocol/text/common-ends.ts';
import { isInvisible, standIn } from '#protocol/text/invisible.ts';
import type { ComparisonRow, Segment } from '../finding.ts';

function withTone(text: string, tone: 'plain' | 'differs'): Segment[] {
  const segments: Segment[] = [];
  for (const character of text) {
    const last = segments.at(-1);
    if (isInvisible(character)) segments.push({ text: standIn(character), tone: 'invisible' });
    else if (last?.tone === tone) last.text += character;
    else segments.push({ text: character, tone });
  }
  return segments;
}

/** A text as segments, what cannot be seen made visible. */
export function plainSegments(text: string): Segment[] {
  return withTone(text, 'plain');
}

/** A text as segments, with what the other text does not have marked; an empty one, where it lacks something. */
export function comparedSegments(text: string, other: string): Segment[] {
  const [before, own, after] = cutAgainst(text, other);
  const differs: Segment[] =
    own === '' ? [{ text: '', tone: 'differs' }] : withTone(own, 'differs');
  return [...withTone(before, 'plain'), ...differs, ...withTone(after, 'plain')];
}

/** More of what both texts share tells a reader nothing. */
const longestShared = 64;
const shownBeside = 32;

/** Segments with the long stretches cut that both texts share: a token has hundreds of characters. */
function abridged(segments: Segment[]): Segment[] {
  const first = segments.findIndex(({ tone }) => tone === 'differs');
  return segments.map((segment, at) => {
    const { text, tone } = segment;
    if (tone !== 'plain' || text.length <= longestShared) return segment;
    return {
      tone,
      text: at < first ? `…${text.slice(-shownBeside)}` : `${text.slice(0, shownBeside)}…`,
    };
  });
}

/** What was expected above what was sent, with the stretch in which they part marked in both. */
export function expectedAndSent(
  expected: { label: string; text: string; maker?: ComparisonRow['maker'] },
  sent: string,
): ComparisonRow[] {
  const { label, text, maker } = expected;
  return [
    { label, segments: abridged(comparedSegments(text, sent)), ...(maker ? { maker } : {}) },
    {
      label: 'What you sent',
      segments: abridged(comparedSegments(sent, text)),
      verdict: 'differs',
    },
  ];
}
