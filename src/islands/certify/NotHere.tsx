import type { JSX } from 'preact';
import { Verdict } from '#islands/parts/Verdict.tsx';

/** Why no program can be certified from this page, with the way on. */
export function NotHere({ host }: { host: 'tab' | 'none' }): JSX.Element {
  return (
    <div class="ct-card ct-notice">
      <Verdict kind="warning" label="Warning:" />
      <div>
        <p>
          {host === 'tab'
            ? 'This page comes from a static host. Its sandbox runs in this tab, and no program in a terminal can reach it. In a clone of this site, start the server:'
            : 'No sandbox answers this page, so there is nothing that your program could reach. In a clone of this site, start the server:'}
        </p>
        <pre class="pg-code">
          <code>npm start</code>
        </pre>
        <p>
          Then open this page at the address that it prints, or use{' '}
          <a href="#from-the-terminal">the command</a>.
        </p>
      </div>
    </div>
  );
}
