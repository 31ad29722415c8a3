import type { JSX } from 'preact';
import { describeSettings } from '#app-settings/describe.ts';
import { newAppLink } from '#app-settings/new-app-link/write.ts';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { Icon } from '#islands/parts/Icon.tsx';
import type { Checker } from '../model/checker.ts';

export type ExportKind = 'link' | 'json' | 'new-app';

const about: Record<ExportKind, string> = {
  link: 'Opens this page with these settings and account facts.',
  json: 'For the sandbox’s control API: POST it to /sandbox/api/apps.',
  'new-app': 'Opens RingCentral’s form for a new app, filled in.',
};

/** The settings as a text to copy. */
export function Exported({
  id,
  kind,
  checker,
  origin,
}: {
  id: string;
  kind: ExportKind;
  checker: Checker;
  origin: string;
}): JSX.Element {
  const [settings, other] = checker.settings.value;
  if (checker.problems.value.count > 0) {
    return (
      <p class="pg-note" id={id}>
        One setting above cannot be registered. Correct it, and the text appears here.
      </p>
    );
  }
  const link = newAppLink(settings);
  const text = {
    link: `${origin}${checker.link.value}`,
    json: JSON.stringify(settings, null, 2),
    'new-app': link.href,
  }[kind];
  return (
    <div class="ck-exported" id={id}>
      <p class="pg-note">
        {about[kind]}
        {other && kind !== 'link'
          ? ` Read as ${describeSettings(settings)}, in the portal of today.`
          : ''}
      </p>
      <pre class="pg-code" tabIndex={0} aria-label="The settings as a text">
        {text}
      </pre>
      <div class="pg-buttons">
        <CopyText text={text} label="Copy" small announce={checker.say} />
        {kind === 'new-app' ? (
          <a class="pg-button pg-button-small" href={link.href} rel="noreferrer">
            <Icon name="external" size={14} />
            Open at RingCentral
          </a>
        ) : null}
      </div>
      {kind === 'new-app' && link.byHand.length > 0 ? (
        <div class="ck-by-hand">
          <p class="fd-label">Then set by hand</p>
          <ul>
            {link.byHand.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
