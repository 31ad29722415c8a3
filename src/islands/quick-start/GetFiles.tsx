import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { usualOrigin } from '#protocol/usual-origin.ts';
import { createAnnouncer } from '#islands/parts/announcer.ts';
import { CopyButton } from '#islands/parts/CopyButton.tsx';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { Tabs } from '#islands/parts/Tabs.tsx';
import '#islands/parts/parts.css';
import './quick-start.css';

/**
 * One command that brings a program's files.
 *
 * @param props.name of its archives, such as `authorization-flow-python`
 */
export function GetFiles({ name }: { name: string }): JSX.Element {
  const said = useMemo(createAnnouncer, []);
  const [origin, setOrigin] = useState(usualOrigin);
  useEffect(() => setOrigin(window.location.origin), []);
  const address = `${origin}/quick-start/files/${name}`;
  const commands = {
    tar: `curl -sS ${address}.tar.gz | tar -xz\ncd ${name}`,
    zip: `curl -sSO ${address}.zip\nunzip ${name}.zip\ncd ${name}`,
  };
  const block = (command: string): JSX.Element => (
    <div class="qs-command-block">
      <pre tabIndex={0} aria-label="The command">
        <code>{command}</code>
      </pre>
      <CopyButton text={command} name="the command" announce={said.announce} />
    </div>
  );
  return (
    <div class="qs-env not-content">
      <Tabs
        label="How to get the files"
        remember="authorization-flows:archive"
        tabs={[
          { id: 'tar', label: 'curl and tar', content: () => block(commands.tar) },
          { id: 'zip', label: 'curl and unzip', content: () => block(commands.zip) },
        ]}
      />
      <p class="qs-small">
        Or download <a href={`/quick-start/files/${name}.zip`}>{name}.zip</a> or{' '}
        <a href={`/quick-start/files/${name}.tar.gz`}>{name}.tar.gz</a>.
      </p>
      <Spoken announcement={said.announcement} />
    </div>
  );
}
