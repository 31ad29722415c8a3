const jwtHeader =
  'eyJraWQiOiI4NzYyZjU5OGQwNTk0MzI1OWJmNUVYQU1QTEUiLCJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9';
/** 342 characters, as long as RS256 makes one with the usual key; decodes as base64url. */
const signature = `${'EXAMPLEsignature'.repeat(21)}EXAMPg`;

/** A client id of no app. */
export const clientId = 'EXAMPLEclientIdAbc0001';
export const clientSecret = 'EXAMPLEsecretNotReal0000000000000001';
export const password = 'NotARealPassword7';

/** The value of a Basic header. */
export const basic = (text: string): string => Buffer.from(text).toString('base64');
/** That of the client id and secret above. */
export const basicOfApp = basic(`${clientId}:${clientSecret}`);

/** Tokens and a code in the shape of RingCentral's, each of them `SJC11P01PAS01|EXAMPLE` and a word. */
export const accessToken = 'U0pDMTFQMDFQQVMwMXxFWEFNUExFLWFjY2Vzcw';
export const refreshToken = 'U0pDMTFQMDFQQVMwMXxFWEFNUExFLXJlZnJlc2g';
export const newAccessToken = 'U0pDMTFQMDFQQVMwMXxFWEFNUExFLWFjY2Vzcy0y';
export const newRefreshToken = 'U0pDMTFQMDFQQVMwMXxFWEFNUExFLXJlZnJlc2gtMg';
export const code = 'U0pDMTFQMDFQQVMwMXxFWEFNUExFLWNvZGU';

/** A verifier with its S256 challenge, and all the wrong ways to make one of it. */
export const verifier = 'Xr4ilOzQ4PCOq3aQ0qbuaQ2u0e3nK1pLxR8sT5vW9yA';
export const challenge = 'ud70qn8B9IRQ48_1aSr52DS9QKAECeSEbwikl3m-FwQ';
export const wrongChallenge = {
  standardBase64: 'ud70qn8B9IRQ48/1aSr52DS9QKAECeSEbwikl3m+FwQ=',
  hexadecimal: 'b9def4aa7f01f48450e3cff5692af9d834bd40a00409e4846f08a49779be1704',
  base64OfHexadecimal:
    'YjlkZWY0YWE3ZjAxZjQ4NDUwZTNjZmY1NjkyYWY5ZDgzNGJkNDBhMDA0MDllNDg0NmYwOGE0OTc3OWJlMTcwNA',
  ofDecodedBytes: 'WN5rCDRjfHYb-7R9o8IxGRDv3S1DCJpnBvrM9fv5dJ4',
  withLineBreak: 'VPbuafixeMimwsbY-IZwMza8-NvilALuTGyH3FpBC-4',
};
/** A verifier and challenge of another attempt. */
export const otherVerifier = '4cdcW_G29AERA991ufBfW-mkTBaCwVzvMLhG9Av8hCc';
export const otherChallenge = 'kYL9fmeVqz1aD3ZNWCG1YFUWUJaSUJfrgEAuauQuFNs';
export const state = '0Y0pauToT3k4RGwIZBMA_g';
export const otherState = 'CVtoYQcg2EJUzL8fQ6ACuA';

/** Credentials in the shape of the console's; their signatures verify nowhere. */
export const jwt = `${jwtHeader}.eyJhdWQiOiJodHRwczovL3BsYXRmb3JtLnJpbmdjZW50cmFsLmNvbS9yZXN0YXBpL29hdXRoL3Rva2VuIiwic3ViIjoiNDAwMTAxIiwiaXNzIjoiaHR0cHM6Ly9wbGF0Zm9ybS5yaW5nY2VudHJhbC5jb20iLCJleHAiOjM5MDkyNTE2MjcsImlhdCI6MTc2MTc2Nzk4MCwianRpIjoiRVhBTVBMRS1qdGktMDEifQ.${signature}`;
/** Its audience is the former developer sandbox. */
export const jwtOfDevtest = `${jwtHeader}.eyJhdWQiOiJodHRwczovL3BsYXRmb3JtLmRldnRlc3QucmluZ2NlbnRyYWwuY29tL3Jlc3RhcGkvb2F1dGgvdG9rZW4iLCJzdWIiOiI0MDAxMDEiLCJpc3MiOiJodHRwczovL3BsYXRmb3JtLmRldnRlc3QucmluZ2NlbnRyYWwuY29tIiwiZXhwIjozOTA5MjUxNjI3LCJpYXQiOjE3NjE3Njc5ODAsImp0aSI6IkVYQU1QTEUtanRpLTAxIn0.${signature}`;
/** It ended on 1 January 2025. */
export const jwtExpired = `${jwtHeader}.eyJhdWQiOiJodHRwczovL3BsYXRmb3JtLnJpbmdjZW50cmFsLmNvbS9yZXN0YXBpL29hdXRoL3Rva2VuIiwic3ViIjoiNDAwMTAxIiwiaXNzIjoiaHR0cHM6Ly9wbGF0Zm9ybS5yaW5nY2VudHJhbC5jb20iLCJleHAiOjE3MzU2ODk2MDAsImlhdCI6MTcwNDA2NzIwMCwianRpIjoiRVhBTVBMRS1qdGktMDEifQ.${signature}`;
/** Signed by nobody: `alg` is none and the third part is empty. */
export const jwtUnsigned =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJhdWQiOiJodHRwczovL3BsYXRmb3JtLnJpbmdjZW50cmFsLmNvbS9yZXN0YXBpL29hdXRoL3Rva2VuIiwic3ViIjoiNDAwMTAxIiwiaXNzIjoiaHR0cHM6Ly9wbGF0Zm9ybS5yaW5nY2VudHJhbC5jb20iLCJleHAiOjM5MDkyNTE2MjcsImlhdCI6MTc2MTc2Nzk4MCwianRpIjoiRVhBTVBMRS1qdGktMDEifQ.';
/** Made by an app of its own with HS256. */
export const jwtOfOwnMaking = `eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJodHRwczovL3BsYXRmb3JtLnJpbmdjZW50cmFsLmNvbS9yZXN0YXBpL29hdXRoL3Rva2VuIiwic3ViIjoiNDAwMTAxIiwiaXNzIjoiRVhBTVBMRWNsaWVudElkIiwiZXhwIjozOTA5MjUxNjI3LCJpYXQiOjE3NjE3Njc5ODAsImp0aSI6IkVYQU1QTEUtanRpLTAxIn0.EXAMPLEsignatureEXAMPLEsignatureEXAMPLEsigA`;

export const host = 'https://platform.ringcentral.com';
export const tokenUrl = `${host}/restapi/oauth/token`;
export const authorizeUrl = `${host}/restapi/oauth/authorize`;
