import { describe, expect, it } from 'vitest';
import { recogniseAll as recognise } from '../../recognise/recognise-all.ts';
import { show } from '../show.ts';

const textOf = (paste: string): string => show({ ...recognise(paste), findings: [] }).text;

const S = 'Zx9Kq2LmP7wRt4VbNc8D';
const weak = 'correcthorse';
const jar = ['.ringcentral.com', 'TRUE', '/', 'TRUE', '0', 'RCAuth', S].join('\t');

describe('a secret where its name stands elsewhere', () => {
  it.each<[string, string, string[]]>([
    ['a row of CSV', `client_id,client_secret,password\nabc,${S},${weak}`, [S, weak]],
    ['a quoted row', `"name";"client_secret"\n"a; b";"${S}"`, [S]],
    ['cells of a sheet', `client_id\tclient_secret\nabc\t${S}`, [S]],
    ['a table of Markdown', `| client_id | client_secret |\n|---|---|\n| abc | ${S} |`, [S]],
    [
      'an INSERT of SQL',
      `INSERT INTO apps (id, client_secret, pwd) VALUES ('a', '${S}', '${weak}'), ('b', '${S}x', 'c')`,
      [S, weak],
    ],
    [
      'a list of Postman with a type between',
      JSON.stringify({ a: [{ key: 'password', type: 'string', value: weak }] }),
      [weak],
    ],
    [
      'a list of Postman with the value first',
      JSON.stringify({ a: [{ value: S, description: '', key: 'client_secret' }] }, null, 2),
      [S],
    ],
    ['a list of Kubernetes', `- name: RC_PASSWORD\n  value: ${weak}\n`, [weak]],
    ['a block of YAML', `auth:\n  client_secret: >-\n    ${S}\n  region: eu`, [S]],
    ['an element over lines', `<clientSecret>\n  ${S}\n</clientSecret>`, [S]],
    ['CDATA', `<password><![CDATA[${weak}]]></password>`, [weak]],
    ['a field with dots', `<input type="password" id="pw" value="${weak}">`, [weak]],
    ['cookies as Node prints them', `'set-cookie': [ 'RC=${S}; Path=/', 'b=${S}y' ]`, [S]],
    [
      'cookies in JSON',
      JSON.stringify({ 'set-cookie': [`RC=${S}; Path=/`, `b=${weak}9`] }),
      [S, weak],
    ],
    ['a cookie file', jar, [S]],
    ['a cookie behind a quoted one', `Cookie: lang="en"; RCAuth=${S}`, [S]],
    ['a cookie behind a quoted one in curl', `curl -H 'Cookie: lang="en"; RCAuth=${S}' x`, [S]],
    [
      'a second cookie behind a comma',
      `Set-Cookie: a="${weak}"; HttpOnly, b=${S}; Path=/`,
      [S, weak],
    ],
    ['PowerShell', `ConvertTo-SecureString "${weak}" -AsPlainText -Force`, [weak]],
    ['PowerShell, named', `ConvertTo-SecureString -String '${weak}' -AsPlainText`, [weak]],
    ['a wrapper', `Config { password: Secret("${weak}") }`, [weak]],
    [
      'two users on a line',
      `curl -u abc:${S} --proxy-user bob:${weak} https://x.example`,
      [S, weak],
    ],
    ['a soft break of a mail', `client_secret=${S}=\n${S}q`, [S]],
    ['a folded header', `Authorization: Bearer ${S}\n  Qw8${S}`, [S]],
    ['an open quote', `"client_secret": "${S}\nQw8${S}",`, [S]],
    ['Chinese', `客户端机密：${S}\n口令 ${S}1`, [S]],
    ['Korean', `비밀번호는 ${S}`, [S]],
    ['Portuguese', `minha senha é ${S}`, [S]],
    ['Portuguese, a word and a year', 'minha senha é Sommer2024!', ['Sommer2024']],
    ['Hebrew', `סיסמה: ${S}`, [S]],
  ])('%s', (_, paste, secrets) => {
    for (const secret of secrets) expect(textOf(paste)).not.toContain(secret);
  });

  it('says nothing of a line of a program with commas', () => {
    const program = `const names = [client_id, secret];\ncall(first, hashlib.sha256);\npassword, code\nget(one), run(two)`;
    expect(textOf(program)).toBe(program);
  });

  it('leaves the members of an object that lists a name', () => {
    const list = '[{"key":"password","type":"string"},{"key":"code","enabled":true}]';
    expect(textOf(list)).toBe(list);
  });
});

describe('people', () => {
  it.each([
    '+1 (202) 555\u20110143',
    '202\u2013555\u20130143',
    '手机13800138000',
    '電話090-1234-5678',
    'jane.doe(at)example.com',
    'jane.doe [at] example.com',
    'müller.x1@example.com',
    'jane.doe@exämple.com',
  ])('%s', (person) => {
    expect(textOf(`see ${person} there`)).toMatch(
      /^see (?:手机|電話)?masked-\w+-1-\d+chars there$/,
    );
  });
});
