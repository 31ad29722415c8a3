import { useSignal } from '@preact/signals';
import type { ComponentProps, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Confirm } from './Confirm.tsx';

/** The question, whose code comes when it is first asked: few readers reset or renew. */
export function LateConfirm(props: ComponentProps<typeof Confirm>): JSX.Element | null {
  const here = useSignal<typeof Confirm | undefined>(undefined);
  useEffect(() => {
    void import('./Confirm.tsx').then((module) => (here.value = module.Confirm));
  }, []);
  const Question = here.value;
  return Question ? <Question {...props} /> : null;
}
