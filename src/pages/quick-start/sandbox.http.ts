import type { APIRoute } from 'astro';
import requests from '../../../content/quick-start/_samples/sandbox.http?raw';

export const GET: APIRoute = () =>
  new Response(requests, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
