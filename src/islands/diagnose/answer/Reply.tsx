import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Voice } from '#diagnosis/reply/voices.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { Segments } from '#islands/parts/Segments.tsx';
import { Keys } from '../Keys.tsx';
import type { Diagnoser } from '../model/diagnoser.ts';
import { Leads } from './Leads.tsx';

const options: readonly { value: Voice; label: string }[] = [
  { value: 'developer', label: 'To a developer' },
  { value: 'administrator', label: 'To an administrator' },
  { value: 'short', label: 'Short' },
];

/** As high as its text, so that nothing of it is out of sight. */
function Text({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = diagnoser.reply.value;
  useLayoutEffect(() => {
    const { current } = field;
    if (!current || CSS.supports('field-sizing', 'content')) return;
    current.style.blockSize = 'auto';
    current.style.blockSize = `${current.scrollHeight + 2}px`;
  }, [text]);
  return (
    <textarea
      ref={field}
      class="dg-reply-text"
      rows={3}
      aria-label="Reply"
      value={text}
      onInput={({ currentTarget }) => diagnoser.editReply(currentTarget.value)}
    />
  );
}

/** The reply, to be edited and copied, and what stands behind the verdict one press away. */
export function Reply({ diagnoser }: { diagnoser: Diagnoser }): JSX.Element {
  const isCopied = diagnoser.copied.value === 'the reply';
  return (
    <section class="dg-reply" aria-labelledby="dg-reply-title">
      <div class="dg-reply-head">
        <h3 id="dg-reply-title">Reply</h3>
        <Segments
          label="To whom"
          name="voice"
          value={diagnoser.voice.value}
          options={options}
          onChange={(voice) => diagnoser.speakTo(voice)}
        />
      </div>
      <Text diagnoser={diagnoser} />
      {diagnoser.voice.value === 'administrator' && (
        <p class="dg-reply-more">
          <a href="/guides/for-administrators/">For administrators</a> explains the settings of an
          account without OAuth words.
        </p>
      )}
      <div class="dg-reply-foot">
        <button
          type="button"
          class="pg-button pg-button-primary dg-copy"
          aria-keyshortcuts="Control+Shift+C Meta+Shift+C"
          onClick={() => void diagnoser.copyReply()}
        >
          <Icon name={isCopied ? 'check' : 'copy'} size={15} />
          {isCopied ? 'Copied' : 'Copy reply'}
        </button>
        <Keys keys="⇧ C" />
        <Leads diagnoser={diagnoser} />
      </div>
    </section>
  );
}
