import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { archivePaths, archiveResponse } from '#components/quick-start/archives.ts';
import { zipOf } from '#sandbox/hosts/archive.ts';

export const getStaticPaths = archivePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof archivePaths>> = ({ params, props }) =>
  archiveResponse(zipOf, 'application/zip', { program: params['program'] ?? '', ...props });
