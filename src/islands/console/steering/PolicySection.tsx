import type { JSX } from 'preact';
import { RadioCard } from '#islands/parts/RadioCard.tsx';
import { type PresetName, presetNames } from '#sandbox/policy.ts';
import { policyWords, presetWords } from '#sandbox/policy-words.ts';
import type { Console } from '../model/console.ts';
import { differences, nearestPreset } from '../model/policy-rows.ts';
import { AppFilter } from '../parts/AppFilter.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { WorkButton } from '../parts/WorkButton.tsx';
import { PolicyFields } from './PolicyFields.tsx';

/** What an app has of its own, and the way back to the general policy. */
function Own({ console, clientId }: { console: Console; clientId: string }): JSX.Element | null {
  const own = console.appPolicy.value.value;
  const general = console.policy.value.value;
  if (!own || !general) return null;
  const fields = differences(own, general);
  if (fields.length === 0) {
    return (
      <p class="pg-note">This app follows the general policy. A change here applies only to it.</p>
    );
  }
  return (
    <div class="cs-own">
      <p>
        It overrides: {fields.map((field) => policyWords[field].label).join(', ')}. For the rest it
        follows the general policy.
      </p>
      <WorkButton
        class="pg-button pg-button-small"
        onPress={async () => {
          await console.clearOverrides(clientId);
          console.say('The app follows the general policy again.');
        }}
      >
        Follow the general policy
      </WorkButton>
    </div>
  );
}

/** Three presets; every choice behind them under Advanced. */
export function PolicySection({ console }: { console: Console }): JSX.Element {
  const clientId = console.place.value.app;
  const loaded = clientId === undefined ? console.policy.value : console.appPolicy.value;
  const choose = async (preset: PresetName): Promise<void> => {
    await console.setPolicy({ preset }, clientId);
    console.say(`The policy is ${presetWords[preset].label}.`);
  };
  return (
    <section class="cs-card" aria-labelledby="cs-policy">
      <div class="cs-card-head">
        <h2 id="cs-policy" tabIndex={-1} data-arrive>
          Policy
        </h2>
        <AppFilter console={console} label="For" all="All apps" />
      </div>
      <p class="cs-prose">
        If the RFCs or RingCentral’s documents leave a choice, these fields decide what the sandbox
        does. A change applies from the next request on.
      </p>
      {clientId === undefined ? null : <Own console={console} clientId={clientId} />}
      <Waiting loaded={loaded} what="the policy">
        {(policy) => {
          const { preset: nearest, changed } = nearestPreset(policy);
          return (
            <>
              <fieldset class="fd-field cs-presets">
                <legend>Preset</legend>
                <div class="fd-cards fd-cards-three">
                  {presetNames.map((preset) => (
                    <RadioCard
                      key={preset}
                      name="cs-preset"
                      value={preset}
                      checked={preset === nearest && changed.length === 0}
                      title={presetWords[preset].label}
                      onChoose={() => void choose(preset)}
                    >
                      <span class="pg-note">{presetWords[preset].means}</span>
                    </RadioCard>
                  ))}
                </div>
                {changed.length > 0 ? (
                  <p class="cs-changed">
                    {presetWords[nearest].label}, changed in{' '}
                    {changed.map((field) => policyWords[field].label).join(', ')}.{' '}
                    <button type="button" class="pg-quiet" onClick={() => void choose(nearest)}>
                      Back to the preset
                    </button>
                  </p>
                ) : null}
              </fieldset>
              <details class="cs-more">
                <summary>Advanced: every field</summary>
                <PolicyFields
                  policy={policy}
                  changed={changed}
                  onChange={(patch) => console.setPolicy(patch, clientId)}
                />
              </details>
            </>
          );
        }}
      </Waiting>
    </section>
  );
}
