import { useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';
import type { RequestFold } from './request-fold.ts';

/** How long after a press what changes is its doing, in milliseconds. */
const pressLasts = 10_000;

let pressedAt = -Infinity;

/** A press or a shortcut in the playground: what follows may take the reader along. */
export function notePress(): void {
  pressedAt = performance.now();
}

/** Whether the reader has pressed something a moment ago. */
export function isByPress(): boolean {
  return performance.now() - pressedAt < pressLasts;
}

/** Whether what a block is about is in sight: on a phone nothing is cut in half above it. */
function isNear(place: number, block: HTMLElement, heading: number): boolean {
  if (window.innerWidth >= 620) return heading < place + window.innerHeight * 0.5;
  return block.getBoundingClientRect().top < place + 24;
}

/**
 * Puts a block at the top of the view, below the site's header, unless its heading is in sight with
 * room below it. At once and without motion: what stands there is new.
 *
 * @returns whether the view has moved
 */
export function bringIntoSight(block: HTMLElement, heading: HTMLElement): boolean {
  const kept = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const place = kept + parseFloat(getComputedStyle(block).scrollMarginTop);
  const { top } = heading.getBoundingClientRect();
  if (top >= place && isNear(place, block, top)) return false;
  block.scrollIntoView();
  return true;
}

/** Why the reader is taken along: back from a sign-in, at another step, or at the same one. */
type Reason = 'returned' | 'opened' | 'changed';

function arrive(title: HTMLElement | null, reason: Reason): void {
  const card = title?.closest('article');
  if (!title || !card || !(reason === 'returned' || isByPress())) return;
  // A mistake that is made on purpose is what the step is about.
  const strip = card.querySelector<HTMLElement>('.pg-mistake');
  const heading = strip?.querySelector<HTMLElement>('[tabindex]') ?? title;
  const moved = bringIntoSight(strip ?? card, heading);
  const { activeElement } = document;
  const lost = activeElement === document.body;
  const takes = card.contains(activeElement) ? reason === 'opened' : moved;
  if (lost || takes || reason === 'returned') heading.focus({ preventScroll: true });
}

/**
 * Takes the reader to the step's heading: after a sign-in, when another step opens, when an answer
 * takes the request's place, and where a button that is gone has taken the focus with it.
 *
 * @param fold where the request takes its place again
 * @param title the heading, within its card
 */
export function useArrival(
  { step, request, signIn }: Playground,
  fold: RequestFold,
  title: RefObject<HTMLElement>,
): void {
  const before = useRef({ id: step.peek().id, returns: signIn.returns.peek() });
  useSignalEffect(() => {
    void [request.answer.value, request.running.value, fold.open.value];
    const now = { id: step.value.id, returns: signIn.returns.value };
    const { id, returns } = before.current;
    before.current = now;
    const reason =
      now.returns !== returns ? 'returned' : now.id !== id ? 'opened' : ('changed' as const);
    requestAnimationFrame(() => arrive(title.current, reason));
  });
}
