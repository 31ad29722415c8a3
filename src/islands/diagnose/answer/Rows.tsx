import type { JSX } from 'preact';
import type { Certainty, Finding } from '#diagnosis/finding.ts';
import { asRequest } from '#diagnosis/reply/sentences.ts';
import { toldOf } from '#diagnosis/reply/told.ts';
import { Icon } from '#islands/parts/Icon.tsx';
import { writeAskLink } from '../model/ask-link.ts';
import type { Diagnoser } from '../model/diagnoser.ts';
import { Words } from './Words.tsx';

const sureWords: Record<Certainty, string> = {
  certain: 'Certain',
  likely: 'Likely',
  'cannot tell': 'Cannot tell',
};

function Ask({
  text,
  diagnoser,
  origin,
}: {
  text: string;
  diagnoser: Diagnoser;
  origin: string;
}): JSX.Element {
  const { copied } = diagnoser;
  const link = `${origin}/diagnose/#${writeAskLink(asRequest(text))}`;
  return (
    <dd class="dg-ask">
      <p>
        <Words text={asRequest(text)} />
      </p>
      <span>
        <button
          type="button"
          class="pg-button pg-button-small"
          onClick={() => void diagnoser.copy(asRequest(text), 'the question')}
        >
          <Icon name={copied.value === 'the question' ? 'check' : 'copy'} size={13} />
          {copied.value === 'the question' ? 'Copied' : 'Question'}
        </button>
        <button
          type="button"
          class="pg-button pg-button-small"
          onClick={() => void diagnoser.copy(link, 'the link')}
        >
          <Icon name={copied.value === 'the link' ? 'check' : 'link'} size={13} />
          {copied.value === 'the link' ? 'Copied' : 'Link to paste it safely'}
        </button>
      </span>
    </dd>
  );
}

/** What to change, who does it, how sure it is, what to ask for. */
export function Rows({
  found,
  diagnoser,
  origin,
}: {
  found: Finding;
  diagnoser: Diagnoser;
  origin: string;
}): JSX.Element {
  const { change, known, who, sure, ask } = toldOf(found);
  return (
    <dl class="dg-rows">
      <dt>{change ? 'Change' : 'Known'}</dt>
      <dd>
        {change ? <b>{change.setting === '' ? 'No setting' : change.setting}</b> : null}
        {change ? ': ' : null}
        <Words text={change?.text ?? known ?? ''} />
      </dd>
      <dt>Who</dt>
      <dd>{who}</dd>
      <dt>How sure</dt>
      <dd>
        {sure.map(({ certainty, text }) => (
          <span key={text} class="dg-sure">
            <b>{sureWords[certainty]}</b>: <Words text={text} />{' '}
          </span>
        ))}
      </dd>
      {ask === undefined ? null : (
        <>
          <dt>Ask for</dt>
          <Ask text={ask} diagnoser={diagnoser} origin={origin} />
        </>
      )}
    </dl>
  );
}
