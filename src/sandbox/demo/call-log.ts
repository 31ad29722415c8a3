import type { UserRecord } from '../store/records.ts';
import { extensionUri } from './extension-view.ts';
import { demoUsers } from './users.ts';

interface DemoCall {
  extensionNumber: string;
  direction: 'Inbound' | 'Outbound';
  /** 555-0100 to 555-0199 are kept for fiction. */
  otherNumber: string;
  otherLocation: string;
  result: 'Accepted' | 'Call connected' | 'Missed' | 'Voicemail';
  /** Before the last full hour. */
  minutesAgo: number;
  seconds: number;
}

/** Newest first. */
const calls: readonly DemoCall[] = [
  call('101', 'Inbound', '+12025550143', 'Washington, DC', 'Accepted', 12, 187),
  call('101', 'Outbound', '+14155550118', 'San Francisco, CA', 'Call connected', 48, 431),
  call('103', 'Inbound', '+13125550167', 'Chicago, IL', 'Missed', 95, 21),
  call('104', 'Outbound', '+12065550182', 'Seattle, WA', 'Call connected', 140, 66),
  call('101', 'Inbound', '+13035550129', 'Denver, CO', 'Voicemail', 215, 38),
  call('102', 'Inbound', '+16175550155', 'Boston, MA', 'Accepted', 1475, 902),
  call('101', 'Outbound', '+12025550143', 'Washington, DC', 'Call connected', 1530, 75),
  call('103', 'Outbound', '+15035550191', 'Portland, OR', 'Call connected', 2890, 254),
];

function call(
  extensionNumber: string,
  direction: DemoCall['direction'],
  otherNumber: string,
  otherLocation: string,
  result: DemoCall['result'],
  minutesAgo: number,
  seconds: number,
): DemoCall {
  return { extensionNumber, direction, otherNumber, otherLocation, result, minutesAgo, seconds };
}

const hourMs = 3_600_000;

function recordOf(one: DemoCall, index: number, user: UserRecord, now: number, origin: string) {
  const lastHour = Math.floor(now / hourMs) * hourMs;
  const other = { phoneNumber: one.otherNumber, location: one.otherLocation };
  const own = {
    phoneNumber: user.companyNumber,
    extensionNumber: user.extensionNumber,
    name: user.name,
  };
  const id = `SBX${user.accountId}-${String(index + 1).padStart(4, '0')}`;
  return {
    uri: `${extensionUri(origin, user)}/call-log/${id}?view=Simple`,
    id,
    sessionId: String(9_000_000_000 + user.accountId + index),
    startTime: new Date(lastHour - one.minutesAgo * 60_000).toISOString(),
    duration: one.seconds,
    type: 'Voice',
    direction: one.direction,
    action: one.direction === 'Inbound' ? 'Phone Call' : 'VoIP Call',
    result: one.result,
    from: one.direction === 'Inbound' ? other : own,
    to: one.direction === 'Inbound' ? own : other,
  };
}

/**
 * The calls of a company, newest first. Times stand still within an hour, so
 * that a call repeated gives the same answer.
 *
 * @param now milliseconds, on the sandbox's clock
 * @returns each call with the user whose extension it was on
 */
export function demoCalls(accountId: number, now: number, origin: string) {
  return calls.flatMap((one, index) => {
    const user = demoUsers.find(
      (each) => each.accountId === accountId && each.extensionNumber === one.extensionNumber,
    );
    return user ? [{ user, record: recordOf(one, index, user, now, origin) }] : [];
  });
}
