import { readBasic } from '#protocol/basic.ts';
import type { ClientCheck } from '../client-request.ts';

const scheme = /^([^ ]*)/;

/** AS-101 to AS-103, AS-111 to AS-113: the header is Basic, and can be read. */
export const authorizationHeader: ClientCheck = (request) => {
  const header = request.incoming.request.headers.get('authorization');
  if (header === null || header === '') return undefined;
  const name = scheme.exec(header)?.[1]?.toLowerCase();
  if (name !== 'basic') {
    return {
      code: 'OAU-151',
      rule: 'AS-113',
      message: 'Authorization method not supported: this endpoint takes Basic',
      challenge: 'Basic',
    };
  }
  const result = readBasic(header);
  const strict = request.policy.basicDecoding === 'strict';
  if (result.kind === 'unreadable' || (strict && !result.decoded)) {
    // RingCentral was seen to answer a header that it cannot read as an empty client id.
    return {
      code: 'OAU-153',
      rule: 'AS-112',
      message: 'Invalid client: ',
      parameters: [{ parameterName: 'client_id', parameterValue: '' }],
      challenge: 'Basic',
    };
  }
  const { raw, decoded } = result;
  if (!decoded) request.basic = [raw];
  else if (strict || (decoded.id === raw.id && decoded.secret === raw.secret)) {
    request.basic = [decoded];
  } else request.basic = [decoded, raw];
  return undefined;
};
