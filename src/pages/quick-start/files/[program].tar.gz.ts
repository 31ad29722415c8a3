import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { archivePaths, archiveResponse, tarOf } from '#components/quick-start/archives.ts';

export const getStaticPaths = archivePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof archivePaths>> = ({ params, props }) =>
  archiveResponse(tarOf, 'application/gzip', { program: params['program'] ?? '', ...props });
