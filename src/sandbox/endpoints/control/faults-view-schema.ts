import * as z from 'zod/mini';
import { faultNames } from '../../faults/names.ts';
import { places } from '../../faults/places.ts';

export const givenFaultSchema = z.object({
  clientId: z.string(),
  fault: z.enum(faultNames),
  at: z.optional(z.enum(places)),
  left: z.optional(z.int()),
  seconds: z.optional(z.int()),
});

/** What is in force, in the order in which it is given, and what this host can give. */
export const faultsViewSchema = z.object({
  inForce: z.array(givenFaultSchema),
  available: z.array(z.enum(faultNames)),
});
