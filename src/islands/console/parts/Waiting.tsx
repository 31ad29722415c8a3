import type { ComponentChildren, JSX } from 'preact';
import { type Problem, problemWords } from '../model/notice.ts';
import type { Loaded } from '../model/resource.ts';

/** A list that is not here yet, cannot be had, is empty, or is here. */
export function Waiting<Value>({
  loaded,
  what,
  children,
}: {
  loaded: Loaded<Value>;
  /** What is waited for, such as "the apps". */
  what: string;
  children: (value: Value) => ComponentChildren;
}): JSX.Element {
  if (loaded.value !== undefined) return <>{children(loaded.value)}</>;
  if (loaded.problem) return <p class="cs-empty">{cannot(what, loaded.problem)}</p>;
  return (
    <p class="cs-empty" aria-busy="true">
      Asking the sandbox for {what}.
    </p>
  );
}

const cannot = (what: string, problem: Problem): string =>
  `No answer about ${what}. ${problemWords(problem)}`;
