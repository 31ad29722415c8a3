import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { audiences } from '#app-settings/app.ts';
import { Problem } from '#islands/parts/Problem.tsx';
import { RadioCard } from '#islands/parts/RadioCard.tsx';
import { lookOf } from './draft.ts';
import type { FieldProps } from './fields.ts';
import { audienceNote, audienceWords } from './words.ts';

/**
 * Who may use the app.
 *
 * @param props.staysPrivate why it cannot become public; absent where it can
 */
export function AudienceField({
  draft,
  edit,
  problems,
  staysPrivate,
}: FieldProps & { staysPrivate?: ComponentChildren }): JSX.Element {
  const id = useId();
  const problem = problems.fields.audience;
  return (
    <fieldset class="fd-field">
      <legend>Who may use it?</legend>
      <div class="fd-cards fd-cards-two">
        {audiences.map((audience) => {
          const isClosed = staysPrivate !== undefined && audience === 'public';
          return (
            <RadioCard
              key={audience}
              name={`${id}-audience`}
              value={audience}
              checked={draft.audience === audience}
              disabled={isClosed}
              title={audienceWords[audience].title}
              describedBy={isClosed ? `${id}-stays` : problem ? `${id}-problem` : undefined}
              refused={problem !== undefined && draft.audience === audience}
              onChoose={() => edit({ audience })}
            >
              <span class="pg-note">{audienceNote(audience, lookOf(draft))}</span>
            </RadioCard>
          );
        })}
      </div>
      {staysPrivate === undefined ? null : <div id={`${id}-stays`}>{staysPrivate}</div>}
      <Problem id={`${id}-problem`} text={problem} />
    </fieldset>
  );
}
