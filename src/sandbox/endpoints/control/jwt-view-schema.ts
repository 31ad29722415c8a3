import * as z from 'zod/mini';

const shape = {
  id: z.string(),
  extensionNumber: z.optional(z.string()),
  companyNumber: z.optional(z.string()),
  clientIds: z.optional(z.array(z.string())),
  createdAt: z.number(),
  expiresAt: z.optional(z.number()),
};

/** A JWT credential as the console lists it: without its text, which was told once. */
export const jwtViewSchema = z.object(shape);

/** The one time that the text is told. */
export const newJwtSchema = z.object({ jwt: z.string(), ...shape });
