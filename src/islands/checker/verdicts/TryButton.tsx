import type { JSX } from 'preact';
import type { FlowId } from '#app-settings/app.ts';
import { canTry } from '#islands/try-it/playground-link.ts';
import { TryIt } from '#islands/try-it/TryIt.tsx';
import type { Answer } from '../model/rows.ts';

function label({ sandbox, today }: Answer): string {
  if (sandbox === 'refused') return 'See it refused';
  return today === 'refused' ? 'Run it as it was' : 'Try it';
}

/** The same settings opened in the sandbox, to run or to be refused. */
export function TryButton({
  flow,
  answer,
  isPrimary,
  blocked,
  say,
}: {
  flow: FlowId;
  answer: Answer;
  isPrimary: boolean;
  blocked: boolean;
  say: (message: string) => void;
}): JSX.Element | null {
  if (!canTry(flow)) return null;
  return (
    <TryIt
      flow={flow}
      settings={answer.settings}
      label={label(answer)}
      isPrimary={isPrimary}
      blocked={blocked}
      say={say}
      small
    />
  );
}
