import type { JSX } from 'preact';
import type { Console } from './model/console.ts';
import { type Section, placeLink, sectionNames, sections } from './model/place.ts';

/** What the list holds: drawn, and folded away. */
function requestsOf({ requests }: Console): number {
  const drawn = requests.drawn.value.filter(({ kind }) => kind === 'exchange').length;
  return drawn + requests.folded.value;
}

/** The sections that hold a list, and how to count it; undefined until it is here. */
const counts: Partial<Record<Section, (console: Console) => number | undefined>> = {
  apps: ({ apps }) => apps.value.value?.length,
  people: ({ sessions }) => sessions.value.value?.length,
  jwt: ({ jwts }) => jwts.value.value?.length,
  requests: requestsOf,
};

/** The parts of the console; each link is an address that can be kept. */
export function Navigation({ console }: { console: Console }): JSX.Element {
  const { section } = console.place.value;
  return (
    <nav class="cs-nav" aria-label="Console">
      <ul>
        {sections.map((one) => {
          const count = counts[one];
          return (
            <li key={one}>
              <a
                href={placeLink({ section: one })}
                aria-current={one === section ? 'page' : undefined}
              >
                {sectionNames[one]}
                {count ? (
                  <span class="cs-count pg-figures" data-of={one}>
                    {count(console)}
                  </span>
                ) : null}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
