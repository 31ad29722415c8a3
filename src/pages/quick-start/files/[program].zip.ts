import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { archivePaths, archiveResponse, zipOf } from '#components/quick-start/archives.ts';

export const getStaticPaths = archivePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof archivePaths>> = ({ params, props }) =>
  archiveResponse(zipOf, 'application/zip', { program: params['program'] ?? '', ...props });
