import * as z from 'zod/mini';
import { serverFactsSchema } from '#flows/servers/metadata.ts';
import { writeText } from '#islands/storage/storage.ts';
import type { TextStorage } from '#islands/storage/storage.ts';
import { createStored } from '#islands/storage/stored.ts';
import { ringCentralOrigins } from '#protocol/ringcentral-hosts.ts';
import { serverKey } from './server-key.ts';

/** sessionStorage: which server the reader chose. No secret and no client id is part of it. */
const choiceKey = 'authorization-flows:server-choice';

const ownSchema = z.object({
  kind: z.literal('own'),
  origin: z.string(),
  issuer: z.string(),
  /** Where its metadata may stand. */
  metadata: z.array(z.string()),
  /**
   * `wanted`: the press that chose it also asked for its metadata, which the page that loads next
   * reads, once; `unread`: it was not read, or could not be.
   */
  reading: z.enum(['wanted', 'unread', 'read', 'usual']),
  /** What it said, so that a reload asks nothing. */
  facts: z.optional(serverFactsSchema),
  lacks: z.optional(z.array(z.string())),
});

const choiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ringcentral'), origin: z.enum(ringCentralOrigins) }),
  ownSchema,
]);

/** The server that the reader chose in the place of the sandbox. */
export type ServerChoice = z.infer<typeof choiceSchema>;
export type OwnServer = z.infer<typeof ownSchema>;

/** Every origin that requests may go to: an endpoint may be at another one than the server itself. */
export function originsOf(choice: ServerChoice): string[] {
  if (choice.kind === 'ringcentral' || !choice.facts) return [choice.origin];
  const { token, revoke, api } = choice.facts;
  const endpoints = [token, revoke, api].flatMap((url) =>
    url === undefined ? [] : [new URL(url).origin],
  );
  return [...new Set([choice.origin, ...endpoints])];
}

/** @param session the tab's own storage */
export function createChoiceStore(session: TextStorage | undefined) {
  const stored = createStored(session, choiceKey, choiceSchema);
  return {
    read: (): ServerChoice | undefined => {
      const found = stored.read();
      return found.kind === 'value' ? found.value : undefined;
    },
    /** @returns whether it could be kept: the page that comes after a reload reads it here */
    write: (choice: ServerChoice): boolean => {
      const problem =
        stored.write(choice) ?? writeText(session, serverKey, originsOf(choice).join(' '));
      return problem === undefined;
    },
    /** Which origins this page was loaded with: its policy cannot be widened later. */
    forget: (): void => {
      void stored.remove();
      writeText(session, serverKey, null);
    },
  };
}
