import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { browserSurroundings } from './model/browser-surroundings.ts';
import { type Certify as Model, createCertify } from './model/certify.ts';
import { NotHere } from './NotHere.tsx';
import { Now } from './Now.tsx';
import { Results } from './Results.tsx';
import { Setup } from './Setup.tsx';
import '#islands/parts/parts.css';
import '#islands/parts/fields.css';
import './certify.css';

const withoutScript =
  '<p class="ct-card">With JavaScript, this page runs the challenges. The command below does the same without JavaScript.</p>';

/** The reader is in another tab, with their program: the title says where the run stands. */
function useTitle(certify: Model): void {
  const own = useRef('');
  const now = certify.now.value;
  const place = now && `${now.at} of ${now.of}`;
  useEffect(() => {
    own.current ||= document.title;
    document.title = place ? `${place} · ${own.current}` : own.current;
  }, [place]);
}

/** What was pressed is gone: who goes by keyboard is led to what stands in its place, why a run ended before all. */
function useArrival(certify: Model) {
  const here = useRef<HTMLElement>(null);
  const isRunning = certify.now.value !== undefined;
  const before = useRef(isRunning);
  useEffect(() => {
    if (before.current === isRunning) return;
    before.current = isRunning;
    here.current?.querySelector<HTMLElement>('[data-arrive]')?.focus({ preventScroll: false });
  }, [isRunning]);
  return here;
}

/** The certification of the reader's own program, run from the page. */
export function Certify(): JSX.Element {
  const certify = useMemo(() => createCertify(browserSurroundings()), []);
  useEffect(() => certify.begin(), [certify]);
  useTitle(certify);
  const here = useArrival(certify);
  const host = certify.host.value;
  return (
    <section
      class="pg ct not-content"
      aria-label="Certification"
      data-ready={host !== 'checking' || undefined}
      ref={here}
    >
      <noscript dangerouslySetInnerHTML={{ __html: withoutScript }} />
      {host === 'tab' || host === 'none' ? <NotHere host={host} /> : <Setup certify={certify} />}
      {certify.now.value ? <Now certify={certify} now={certify.now.value} /> : null}
      <Results certify={certify} />
      <Spoken announcement={certify.announcement} />
    </section>
  );
}
