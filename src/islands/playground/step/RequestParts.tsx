import type { JSX } from 'preact';
import type { KnownValue } from '#islands/parts/tint.ts';
import type { Playground } from '../model/playground.ts';
import type { RequestFold } from './request-fold.ts';
import { RequestEditor } from './RequestEditor.tsx';
import { RequestViewer } from './RequestViewer.tsx';
import { opensSignIn } from './SendButton.tsx';
import { SignInChoice } from './SignInChoice.tsx';

export interface RequestProps {
  playground: Playground;
  fold: RequestFold;
  known: readonly KnownValue[];
  announce: (message: string) => void;
  level: 'h3' | 'h4';
}

/** The open step's request: where to sign in, its rows to edit, then as it goes on the wire. */
export function RequestParts({
  playground,
  fold,
  known,
  announce,
  level,
}: RequestProps): JSX.Element {
  const request = playground.request.wire.value;
  return (
    <>
      {opensSignIn(playground.step.value) ? <SignInChoice playground={playground} /> : null}
      <RequestEditor playground={playground} fold={fold} level={level} />
      {request ? (
        <RequestViewer
          request={request}
          playground={playground}
          known={known}
          announce={announce}
        />
      ) : null}
    </>
  );
}
