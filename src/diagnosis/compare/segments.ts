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

/** What was expected above what was sent, with the stretch in which they part marked in both. */
export function expectedAndSent(
  expected: { label: string; text: string; maker?: ComparisonRow['maker'] },
  sent: string,
): ComparisonRow[] {
  const { label, text, maker } = expected;
  return [
    { label, segments: comparedSegments(text, sent), ...(maker ? { maker } : {}) },
    { label: 'What you sent', segments: comparedSegments(sent, text), verdict: 'differs' },
  ];
}
