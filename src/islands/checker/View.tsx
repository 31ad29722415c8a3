import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { Spoken } from '#islands/parts/Spoken.tsx';
import { CopyText } from '#islands/parts/CopyText.tsx';
import { usePreload } from '#islands/parts/use-preload.ts';
import { CountsBar } from './CountsBar.tsx';
import { Form, lateFields } from './form/Form.tsx';
import { PasteBox } from './form/PasteBox.tsx';
import { Matrix } from './matrix/Matrix.tsx';
import type { Checker } from './model/checker.ts';
import { NoticeBox } from './NoticeBox.tsx';
import { Printed } from './Printed.tsx';
import { LateDetails } from './verdicts/LateDetails.tsx';
import { Verdicts } from './verdicts/Verdicts.tsx';
import { WithoutScript } from './WithoutScript.tsx';
import '#islands/parts/parts.css';
import '#islands/parts/fields.css';
import './checker.css';
import './form/form.css';
import './verdicts/verdicts.css';
import './matrix/matrix.css';

/** The checker as a page shows it. */
export function View({
  checker,
  origin,
  ready,
}: {
  checker: Checker;
  origin: string;
  ready: boolean;
}): JSX.Element {
  usePreload(ready, [LateDetails, ...lateFields]);
  useSignalEffect(() => {
    document.title = `${checker.description.value} · Checker · Authorization Flows on RingCentral`;
  });
  return (
    <section class="ck not-content" data-ready={ready || undefined} aria-label="Checker">
      <WithoutScript />
      <header class="ck-head">
        <h1 id="_top">Which flows may my app use?</h1>
        <CopyText
          text={`${origin}${checker.link.value}`}
          label="Copy link to these settings"
          icon="link"
          small
          disabled={checker.problems.value.count > 0}
          announce={checker.say}
        />
      </header>
      <PasteBox checker={checker} />
      <NoticeBox checker={checker} place="top" />
      <Printed checker={checker} />
      <div class="ck-grid">
        <Form checker={checker} origin={origin} />
        <div class="ck-main">
          <Verdicts checker={checker} />
          <Matrix checker={checker} ready={ready} />
        </div>
      </div>
      <CountsBar checker={checker} />
      <Spoken announcement={checker.announcement} />
    </section>
  );
}
