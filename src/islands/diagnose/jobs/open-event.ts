import * as z from 'zod/mini';
import type { AppSettings } from '#app-settings/app.ts';
import { appSettingsSchema, appSettingsShape } from '#app-settings/schema.ts';
import { renderHttpRequest, renderHttpResponse } from '#flows/render/http.ts';
import { faultOf } from '#protocol/sandbox-fault.ts';
import { exchangeSchema } from '#protocol/exchange.ts';

/** An exchange of the sandbox to read; `gone` where it is no longer kept, `silent` where no answer of it came. */
export type OpenedEvent =
  | {
      kind: 'found';
      text: string;
      settings?: AppSettings;
      /** What the sandbox was asked to do wrong in it. */
      fault?: string;
    }
  | { kind: 'gone' }
  | { kind: 'silent' };

const eventSchema = z.object({ exchange: exchangeSchema });
const settingNames = Object.keys(appSettingsShape);

/** The settings of the app that a request named, where the sandbox has it. */
async function settingsOf(
  clientId: string,
  ask: (path: string) => Promise<Response>,
): Promise<AppSettings | undefined> {
  const response = await ask(`/sandbox/api/apps/${encodeURIComponent(clientId)}`);
  if (!response.ok) return undefined;
  const app = Object.entries((await response.json()) as object);
  const settings = Object.fromEntries(app.filter(([name]) => settingNames.includes(name)));
  const read = appSettingsSchema.safeParse(settings);
  return read.success ? read.data : undefined;
}

/**
 * One exchange of the sandbox as a text to read, secrets masked as the sandbox masks them, with the
 * settings of its app.
 *
 * @param id the `RCRequestId` of its answer
 * @param ask of this site's own sandbox
 */
export async function openEvent(
  id: string,
  ask: (path: string) => Promise<Response>,
): Promise<OpenedEvent> {
  const response = await ask(`/sandbox/api/events/${encodeURIComponent(id)}`);
  if (response.status === 404) return { kind: 'gone' };
  const read = eventSchema.safeParse(await response.json().catch(() => undefined));
  if (!read.success) return { kind: 'silent' };
  const { request, response: answer, clientId } = read.data.exchange;
  const text = [renderHttpRequest(request), ...(answer ? [renderHttpResponse(answer)] : [])];
  const settings =
    clientId === undefined ? undefined : await settingsOf(clientId, ask).catch(() => undefined);
  const fault = faultOf(read.data.exchange);
  return {
    kind: 'found',
    text: text.join('\n\n'),
    ...(settings && { settings }),
    ...(fault !== undefined && { fault }),
  };
}
