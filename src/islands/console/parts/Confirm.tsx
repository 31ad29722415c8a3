import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Verdict } from '#islands/parts/Verdict.tsx';
import { WorkButton } from './WorkButton.tsx';

/** A question in place, before something that cannot be undone. Escape keeps things as they are. */
export function Confirm({
  question,
  detail,
  yes,
  no,
  onYes,
  onDone,
}: {
  question: string;
  detail: string;
  yes: string;
  no: string;
  onYes: () => Promise<unknown>;
  /** It was answered, either way. */
  onDone: () => void;
}): JSX.Element {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    box.current?.focus();
  }, []);
  const close = (): void => {
    onDone();
    opener.current?.focus();
  };
  return (
    <div
      class="cs-confirm"
      role="group"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-detail`}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Verdict kind="warning" />
      <div>
        <p id={`${id}-question`}>
          <b>{question}</b>
        </p>
        <p id={`${id}-detail`}>{detail}</p>
        <div class="pg-buttons">
          <WorkButton
            class="pg-button pg-button-small pg-button-primary"
            onPress={async () => {
              await onYes();
              close();
            }}
          >
            {yes}
          </WorkButton>
          <button type="button" class="pg-button pg-button-small" onClick={close}>
            {no}
          </button>
        </div>
      </div>
    </div>
  );
}
