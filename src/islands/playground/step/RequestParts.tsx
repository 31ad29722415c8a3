import type { JSX } from 'preact';
import type { RequestProps } from './LateRequest.tsx';
import { RequestEditor } from './RequestEditor.tsx';
import { RequestViewer } from './RequestViewer.tsx';

/** The open step's request: its rows to edit, then as it goes on the wire. */
export function RequestParts({ playground, known, announce, level }: RequestProps): JSX.Element {
  const request = playground.request.value;
  return (
    <>
      <RequestEditor playground={playground} level={level} />
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
