import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** What a page may say about itself, beyond Starlight's own fields. */
const pageFields = z.object({
  /** Not `layout`, which Astro takes for a component. `prose`: 760 px and contents; `wide`: no contents; `app`: the whole window, no sidebar. */
  frame: z.enum(['prose', 'wide', 'app']).default('prose'),
  /** The page writes its own h1 with the id `_top`. */
  ownTitle: z.boolean().default(false),
  /** The paragraph under the title; the description stands there without it. */
  lead: z.string().optional(),
  status: z.enum(['recommended', 'retired', 'sandbox only', 'retired, sandbox only']).optional(),
  /** Short notes beside the status: "RFC 7636". */
  notes: z.array(z.string()).default([]),
  /** What the page rests on; when each was checked stands in src/components/sources/checked.json. */
  sources: z.array(z.object({ label: z.string(), href: z.url() })).default([]),
});

/** What readers read stands at the root, in content/, so Starlight's own loader does not find it. */
export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '**/[^_]*.mdx' }),
    schema: docsSchema({ extend: pageFields }),
  }),
};
