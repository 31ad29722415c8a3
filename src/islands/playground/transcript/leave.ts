import { writeHar } from '#diagnosis/transcript/har.ts';
import { writeMarkdown } from '#diagnosis/transcript/markdown.ts';
import { exchangesOf, shownTranscript } from '#diagnosis/transcript/shown-transcript.ts';
import type { TranscriptCase } from '#diagnosis/transcript/case.ts';
import type { Removed } from '#diagnosis/hide/shown.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Playground } from '../model/playground.ts';
import type { SavedFile } from '#islands/parts/download.ts';
import { fileName } from './file-name.ts';

export type Form = 'har' | 'md';

const types: Record<Form, string> = { har: 'application/json', md: 'text/markdown' };

/** A transcript on its way out. */
export interface Leaving {
  removed: readonly Removed[];
  /** @param whole with its secrets; of a HAR alone */
  text(form: Form, whole: boolean): string;
  file(form: Form, whole: boolean): SavedFile;
  /** Brings what diagnoses, which is loaded for it. */
  caseLink(): Promise<TranscriptCase>;
}

/** Masks a transcript once, for all ways in which it leaves. */
export function leave(playground: Playground, exchanges: readonly Exchange[]): Leaving {
  const shown = shownTranscript(exchanges);
  const { flow } = playground;
  const app = playground.app.peek();
  const text: Leaving['text'] = (form, whole) => {
    if (form === 'har') {
      return writeHar(
        whole ? exchanges : exchangesOf(shown),
        whole
          ? `${flow.title}. It contains secrets as they were sent.`
          : `${flow.title}. Secrets are masked: each mask says kind, number and length.`,
      );
    }
    return writeMarkdown(shown, {
      flow: flow.title,
      clientId: app.clientId,
      server: new URL(exchanges[0]?.request.url ?? 'http://localhost').origin,
      steps: new Map(flow.steps.map(({ id, title }) => [id, title])),
    });
  };
  return {
    removed: shown.removed,
    text,
    file: (form, whole) => ({
      name: fileName(
        flow.id,
        exchanges.at(-1)?.startedAt ?? 0,
        whole ? `with-secrets.${form}` : form,
      ),
      type: types[form],
      text: text(form, whole),
    }),
    caseLink: async () => {
      const { writeTranscriptCase } = await import('#diagnosis/transcript/case.ts');
      return writeTranscriptCase(
        exchanges,
        app.settings,
        Date.now(),
        `${window.location.origin}/diagnose/`,
      );
    },
  };
}
