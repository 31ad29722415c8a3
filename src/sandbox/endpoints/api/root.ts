/** `GET /restapi`: the versions of the API, told to anyone. */
export function apiRoot(origin: string) {
  return {
    uri: `${origin}/restapi`,
    apiVersions: [
      {
        uri: `${origin}/restapi/v1.0`,
        versionString: '1.0.60',
        releaseDate: '2026-01-01T00:00:00.000Z',
        uriString: 'v1.0',
      },
    ],
    serverVersion: 'sandbox',
    serverRevision: '1',
  };
}
