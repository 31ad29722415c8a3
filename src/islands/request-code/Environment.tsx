import type { JSX } from 'preact';
import type { CodeForm } from '#flows/render/code/code-languages.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { readMask } from '#protocol/mask/marker.ts';
import type { Written } from './write.ts';

/** Which secrets a form reads from the environment, and a line that asks for them in a terminal. */
export function Environment({
  written: { secrets, ask },
  form,
  announce,
}: {
  written: Written;
  form: CodeForm;
  announce: (message: string) => void;
}): JSX.Element | null {
  if (secrets.length === 0) return null;
  return (
    <div class="rq-environment">
      <p class="pg-note">
        {form === 'http'
          ? 'Copied as the text of an .http file, without its secrets:'
          : 'Its secrets come from the environment:'}
      </p>
      <ul>
        {secrets.map(({ env, value }) => (
          <li key={env}>
            <code>{form === 'http' ? `{{${env}}}` : env}</code>
            {readMask(value) ? null : (
              <CopyButton text={value} name={`the value of ${env}`} announce={announce} />
            )}
          </li>
        ))}
      </ul>
      {ask === undefined ? null : (
        <>
          <p class="pg-note">
            {form === 'powershell'
              ? 'This line asks for them in PowerShell 7, so that its history does not have them:'
              : 'This line asks for them in bash or zsh, so that its history does not have them:'}
          </p>
          <div class="rq-ask">
            <pre class="pg-code" tabIndex={0} aria-label="The line that asks for them">
              <code>{ask}</code>
            </pre>
            <CopyButton text={ask} name="the line that asks" announce={announce} />
          </div>
        </>
      )}
    </div>
  );
}
