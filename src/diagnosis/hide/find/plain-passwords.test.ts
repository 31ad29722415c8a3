import { describe, expect, it } from 'vitest';
import { recogniseAll } from '../../recognise/recognise-all.ts';
import { show } from '../show.ts';

const shown = (paste: string): string => show({ ...recogniseAll(paste), findings: [] }).text;

describe('a password of letters alone is hidden where it is said to be one', () => {
  it.each([
    'the password is correcthorse',
    'password opensesame does not work for ext 101',
    'user 101 / password opensesame',
    'mein Passwort lautet opensesame',
    'Passwort: opensesame',
    'la contraseña es opensesame',
    'he typed opensesame as his password',
    'PASSWORD opensesame',
    'credentials: 101 / opensesame',
    '"password": opensesame,',
    'the passphrase is "opensesame on the hill"',
  ])('%s', (paste) => {
    expect(shown(paste)).not.toMatch(/opensesame|correcthorse/);
    expect(shown(paste)).toContain('masked-password-1');
  });

  it.each([
    'the password is correct',
    'The password was changed.',
    'wrong password entered',
    'user name and password required',
    'the password grant ended',
    'Benutzername und Passwort stimmen.',
    'strBody = "&password=" & strPwd & "&extension=" & strExt',
    'User or password is wrong\nPassword: required',
  ])('and what is said of passwords stays: %s', (paste) => expect(shown(paste)).toBe(paste));
});

describe('a number as its country writes it is a person’s', () => {
  it.each([
    ['030 1234567', 'Our user in Berlin has the number 030 1234567'],
    ['0171-5550123', 'Ruf mich an: 0171-5550123'],
    ['020 7946 0018', 'customer 020 7946 0018 gets OAU-140'],
    ['01 70 18 99 00', 'Tél. 01 70 18 99 00'],
    ['555-0100', 'call 555-0100 for details'],
    ['8 (495) 123-45-67', 'Телефон 8 (495) 123-45-67'],
    ['91 123 45 67', 'teléfono 91 123 45 67 del usuario'],
  ])('%s', (number, paste) => {
    expect(shown(paste)).not.toContain(number);
    expect(shown(paste)).toContain('masked-phone_number-1');
  });

  it.each([
    'HTTP/1.1 400 Bad Request at 10:00:01',
    '2026-11-20 10:00:00.123 +0100 call 200',
    'number of calls 3600 in 60 s',
    'error 0 1234 of page 02 11',
    'call /restapi/v1.0/account/~/extension/62264425008',
  ])('and these are none: %s', (paste) => expect(shown(paste)).toBe(paste));
});
