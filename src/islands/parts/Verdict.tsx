import type { ComponentChildren, JSX } from 'preact';
import { allowed, refused, unknown, warning } from '#icons/verdicts.ts';

const shapes = { allowed, warning, refused, unknown };

export type VerdictKind = keyof typeof shapes;

/** A verdict's shape. The word for it must stand beside it, or be given as `label`. */
export function Verdict({
  kind,
  label,
  size = 16,
}: {
  kind: VerdictKind;
  label?: string;
  size?: number;
}): JSX.Element {
  const { body, mark } = shapes[kind];
  // As HTML: a page has hundreds, and each part of one that is a view is a part to wake.
  const html = `<path class="pg-shape" d="${body}"/><path class="pg-mark" d="${mark}"/>`;
  return (
    <span class={`pg-verdict pg-verdict-${kind}`}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {label ? <span class="sr-only">{label}</span> : null}
    </span>
  );
}

/** A verdict's shape with the words for it, in its colour. */
export function Check({
  kind,
  children,
}: {
  kind: VerdictKind;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <span class={`pg-check pg-check-${kind}`}>
      <Verdict kind={kind} />
      {children}
    </span>
  );
}
