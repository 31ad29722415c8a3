import { describe, expect, it } from 'vitest';
import { makeDemoApps } from './apps.ts';
import { demoUsers, findUser, userById } from './users.ts';

const origins = ['http://localhost:4321', 'http://127.0.0.1:4321', 'http://[::1]:4321'];
const apps = makeDemoApps(0, origins);
const app = (clientId: string) => apps.find((one) => one.clientId === clientId);

describe('demo apps', () => {
  it('are the eleven of the contract', () => {
    expect(apps.map((one) => one.clientId)).toEqual([
      'sandbox-server-web',
      'sandbox-browser',
      'sandbox-server-only',
      'sandbox-mobile',
      'sandbox-desktop',
      'sandbox-public-web',
      'sandbox-public-mobile',
      'sandbox-no-refresh',
      'sandbox-current-web',
      'sandbox-current-spa',
      'sandbox-jwt',
    ]);
  });

  it('give a secret to confidential apps alone, the id with -secret after it', () => {
    const secrets = apps.filter((one) => one.clientSecret !== undefined);
    expect(secrets.map((one) => one.clientId)).toEqual([
      'sandbox-server-web',
      'sandbox-server-only',
      'sandbox-public-web',
      'sandbox-no-refresh',
      'sandbox-current-web',
      'sandbox-jwt',
    ]);
    for (const one of secrets) expect(one.clientSecret).toBe(`${one.clientId}-secret`);
  });

  it('register the callback of each loopback name and the quick start’s own', () => {
    expect(app('sandbox-browser')?.redirectUris).toEqual([
      'http://localhost:4321/callback/',
      'http://127.0.0.1:4321/callback/',
      'http://[::1]:4321/callback/',
      'http://localhost:5000/oauth2callback',
    ]);
    expect(app('sandbox-server-only')?.redirectUris).toEqual([]);
    expect(app('sandbox-jwt')?.redirectUris).toEqual([]);
  });

  it('issue refresh tokens as the contract says', () => {
    const without = apps.filter((one) => !one.issueRefreshTokens).map((one) => one.clientId);
    expect(without).toEqual(['sandbox-no-refresh', 'sandbox-current-web']);
  });
});

describe('demo users', () => {
  it('are found by number and extension, glued or apart, and by e-mail', () => {
    expect(findUser('+18335550100', '101')?.extensionId).toBe(1_000_101);
    expect(findUser('+18335550100*103')?.extensionId).toBe(1_000_103);
    expect(findUser('(833) 555-0100', '104')?.extensionId).toBe(1_000_104);
    expect(findUser('105@sandbox.example')?.extensionId).toBe(1_000_105);
    expect(findUser('+18335550200')?.extensionId).toBe(2_000_101);
  });

  it('are the administrator when the company number comes alone', () => {
    expect(findUser('+18335550100')?.extensionNumber).toBe('101');
  });

  it('are not found by anything else', () => {
    for (const name of ['', '*', '+1', '+18335550100*999', '101', '@', '__proto__']) {
      expect(findUser(name), name).toBeUndefined();
    }
  });

  it('have ids of their own', () => {
    for (const user of demoUsers) expect(userById(user.extensionId)).toBe(user);
    expect(userById(1)).toBeUndefined();
  });
});
