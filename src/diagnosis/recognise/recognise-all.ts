import { pastedHar } from './har/pasted-har.ts';
import { recognise, type Recognised } from './recognise.ts';
import { sourceReaders } from './source/readers.ts';

/** What a paste holds, with every reader there is, at once. */
export const recogniseAll = (pasted: string): Recognised =>
  recognise(pasted, { ...sourceReaders, pastedHar });
