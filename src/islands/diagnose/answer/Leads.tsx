import type { JSX } from 'preact';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Behind, Diagnoser } from '../model/diagnoser.ts';
import { Outline } from '../Outline.tsx';

/** What stands behind the verdict, one press away. */
export function Leads({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const { behind, copied } = diagnoser;
  const opens = (what: Behind) => ({
    'aria-expanded': behind.value === what,
    onClick: () => diagnoser.showBehind(behind.value === what ? undefined : what),
  });
  const isCopied = copied.value === 'the case link';
  return (
    <span class="dg-leads">
      <button type="button" class="pg-button pg-button-small" {...opens('proof')}>
        <Icon name="play" size={12} />
        Prove it
      </button>
      <button
        type="button"
        class="pg-button pg-button-small"
        onClick={() => void diagnoser.copyCaseLink()}
      >
        <Icon name={isCopied ? 'check' : 'link'} size={13} />
        {isCopied ? 'Copied' : 'Case link'}
      </button>
      <button type="button" class="pg-button pg-button-small" {...opens('report')}>
        <Outline name="file" size={13} />
        Report
      </button>
    </span>
  );
}
