// The one collection that Astro knows of: the survey, loaded and checked as the command line does it.
import { defineCollection } from 'astro:content';
import { z } from 'zod';

export const collections = {
  survey: defineCollection({ loader: CONSPECTUS_LOADER, schema: z.object({ digest: z.string() }) }),
};
