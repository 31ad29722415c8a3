import { beMeasured } from './measured.ts';
import { startReader } from './reader.ts';

/** The reader's program: origin, client id and JWT. */
const [origin = '', clientId = '', jwt = ''] = process.argv.slice(2);
beMeasured(startReader(origin, { clientId, jwt }));
