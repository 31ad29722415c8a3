import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { usePreload } from '#islands/parts/use-preload.ts';
import { Apps, LateDetail, LateForm } from './apps/Apps.tsx';
import { Head } from './Head.tsx';
import type { Console } from './model/console.ts';
import { type Section, placeTitle } from './model/place.ts';
import { Navigation } from './Navigation.tsx';
import { lateSection } from './parts/late-section.tsx';
import { Strips } from './Strips.tsx';
import { WithoutScript } from './WithoutScript.tsx';
import '#islands/parts/parts.css';
import '#islands/parts/fields.css';
import '#islands/request-code/request-code.css';
import './console.css';
import './apps/apps.css';
import './requests/requests.css';
import './steering/steering.css';

const lateSections = {
  people: lateSection(async () => (await import('./people/People.tsx')).People),
  jwt: lateSection(async () => (await import('./jwt/Jwts.tsx')).Jwts),
  requests: lateSection(async () => (await import('./requests/Requests.tsx')).Requests),
  clock: lateSection(async () => (await import('./steering/Clock.tsx')).Clock),
  faults: lateSection(async () => (await import('./faults/Faults.tsx')).Faults),
  policy: lateSection(async () => (await import('./steering/PolicySection.tsx')).PolicySection),
} satisfies Record<Exclude<Section, 'apps'>, unknown>;

/** The title says where the reader is; a reader who went somewhere is read its heading first. */
function usePlace(console: Console, drawn: number) {
  const body = useRef<HTMLDivElement>(null);
  const site = useRef<string>();
  const { section, app, do: act } = console.place.value;
  const name = console.apps.value.value?.find(({ clientId }) => clientId === app)?.name;
  const here = [section, app, act].join(' ');
  /** Where the reader was last brought to; the place at which the page opened is no arrival. */
  const arrived = useRef<string>();

  useEffect(() => {
    site.current ??= document.title.replace(/^Console\s*[|·]\s*/, '');
    document.title = placeTitle(console.place.value, name ?? app, site.current);
  }, [here, name]);
  useEffect(() => {
    if (!console.ready.value || arrived.current === here) return;
    const heading = body.current?.querySelector<HTMLElement>('[data-arrive]');
    if (arrived.current !== undefined) heading?.focus();
    if (arrived.current === undefined || heading) arrived.current = here;
  }, [here, console.ready.value, drawn]);
  return body;
}

/** The console as a page shows it. It holds no state of the sandbox: the model does. */
export function View({ console }: { console: Console }): JSX.Element {
  const drawn = useSignal(0);
  const body = usePlace(console, drawn.value);
  usePreload(console.ready.value, [LateDetail, LateForm, ...Object.values(lateSections)]);
  const { section } = console.place.value;
  const Late = section === 'apps' ? undefined : lateSections[section];
  return (
    <section
      class="pg cs not-content"
      aria-label="Console"
      data-ready={console.ready.value || undefined}
    >
      <Head console={console} />
      <WithoutScript />
      <Navigation console={console} />
      <Strips console={console} />
      <div class="cs-body" ref={body}>
        {Late ? (
          <Late key={section} console={console} onDrawn={() => (drawn.value += 1)} />
        ) : (
          <Apps console={console} onDrawn={() => (drawn.value += 1)} />
        )}
      </div>
      <Spoken announcement={console.announcement} />
    </section>
  );
}
