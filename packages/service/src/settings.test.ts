import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { readSettings, type Flags } from './settings.ts';
import { StopError } from './stop.ts';

test('without anything: this machine only, port 8787, a folder beside', () => {
  const settings = Object.entries(readSettings({}, {})).filter(([, value]) => value !== undefined);
  assert.deepEqual(Object.fromEntries(settings), {
    port: 8787,
    host: '127.0.0.1',
    data: resolve('.open-info'),
    logLevel: 'info',
    readIndex: 'auto',
    webhookPrivate: false,
  });
});

test('a flag wins over the environment, which wins over the default', () => {
  const env = { PORT: '1000', HOST: '0.0.0.0', OPEN_INFO_DATA: '/data' };
  const { port, host, data } = readSettings({ port: '0' }, env);
  assert.deepEqual({ port, host, data }, { port: 0, host: '0.0.0.0', data: '/data' });
});

test('an empty variable is as good as none', () => {
  assert.equal(readSettings({}, { PORT: '', DATABASE_URL: '' }).databaseUrl, undefined);
});

test('what an office sets of filings, retention and clock', () => {
  const flags = { submitLimit: '9', clockPolicy: 'sendingDayCounts=off, feeRestarts=on' };
  const read = readSettings(flags, { OPEN_INFO_RETENTION_DAYS: '365' });
  assert.deepEqual([read.submitLimit, read.retentionDays], [9, 365]);
  assert.deepEqual(read.clockPolicy, { sendingDayCounts: false, feeRestarts: true });
});

test('origins, proxies, an issuer and limits are read as what they are', () => {
  const env = {
    OPEN_INFO_WRITE_ORIGINS: 'https://www.example.gov.cn, http://localhost:5173',
    OPEN_INFO_OIDC_ISSUER: 'https://id.example.gov.cn/realms/district',
    OPEN_INFO_OIDC_AUDIENCE: 'disclosure',
    OPEN_INFO_ACCESS_KEY: 'a key',
    OPEN_INFO_CHALLENGE_AFTER: '0',
  };
  const read = readSettings({ trustProxy: '10.0.0.0/8, fd00::/8', challengeOverall: '5' }, env);
  assert.deepEqual(read.writeOrigins, ['https://www.example.gov.cn', 'http://localhost:5173']);
  assert.deepEqual(read.trustProxy, ['10.0.0.0/8', 'fd00::/8']);
  assert.equal(readSettings({ trustProxy: '2' }, {}).trustProxy, 2);
  assert.equal(read.oidcIssuer, 'https://id.example.gov.cn/realms/district');
  assert.equal(read.accessKey, 'a key');
  assert.deepEqual([read.challengeAfter, read.challengeOverall], [0, 5]);
  assert.deepEqual(readSettings({ writeOrigins: '*' }, {}).writeOrigins, ['*']);
});

describe('a wrong one is named as the person wrote it', () => {
  const cases: [flags: Flags, env: NodeJS.ProcessEnv, sentence: RegExp][] = [
    [{ port: 'eighty' }, {}, /--port.*“eighty”.*0 到 65535.*0 to 65535/],
    [{ port: '65536' }, {}, /--port/],
    [{ port: '-1' }, {}, /--port/],
    [{}, { PORT: '80x' }, /设置 PORT 的值“80x”/],
    [{ host: 'not a host' }, {}, /--host.*127\.0\.0\.1/],
    [{ databaseUrl: 'mysql://x/y' }, {}, /--database-url.*postgres:\/\//],
    [{}, { DATABASE_URL: 'catalog' }, /DATABASE_URL.*postgres:\/\//],
    [{ itemUrl: 'https://x.example/a' }, {}, /--item-url.*\{id\}/],
    [{ itemUrl: 'javascript:{id}' }, {}, /--item-url/],
    [{ complaintPhone: 'call us' }, {}, /--complaint-phone.*12345/],
    [{ logLevel: 'loud' }, {}, /--log-level.*silent, error, info, debug/],
    [{}, { OPEN_INFO_READ_INDEX: 'maybe' }, /OPEN_INFO_READ_INDEX.*on, auto, off/],
    [{ data: ' ' }, {}, /--data/],
    [{ site: 'no/such/folder' }, {}, /--site.*没有这个文件夹/],
    [{ writeOrigins: 'https://x.example/' }, {}, /--write-origins.*没有斜杠/],
    [{ writeOrigins: 'x.example' }, {}, /--write-origins/],
    [{ writeOrigins: ',' }, {}, /--write-origins/],
    [{ trustProxy: 'nginx' }, {}, /--trust-proxy.*10\.0\.0\.0\/8/],
    [{ trustProxy: '10.0.0.0/33' }, {}, /--trust-proxy/],
    [{}, { OPEN_INFO_TRUST_PROXY: '::1/64/2' }, /OPEN_INFO_TRUST_PROXY/],
    [{ oidcIssuer: 'http://id.example', oidcAudience: 'x' }, {}, /--oidc-issuer.*https/],
    [{ oidcIssuer: 'https://id.example' }, {}, /--oidc-issuer.*--oidc-audience/],
    [{ oidcAudience: 'x' }, {}, /--oidc-issuer.*--oidc-audience/],
    [{ oidcRoleClaim: 'two words' }, {}, /--oidc-role-claim/],
    [{ challengeAfter: '-1' }, {}, /--challenge-after.*999999/],
    [{ submitLimit: '0' }, {}, /--submit-limit.*999999/],
    [{ retentionDays: 'ever' }, {}, /--retention-days.*999999/],
    [{ clockPolicy: 'sendingDayCounts' }, {}, /--clock-policy.*answerDayCounts/],
    [{ clockPolicy: 'toString=on' }, {}, /--clock-policy/],
    [{ clockPolicy: ',' }, {}, /--clock-policy/],
    [{ reviewMonths: '0' }, {}, /--review-months/],
    [{ editingAlone: 'maybe' }, {}, /--editing-alone/],
    [{}, { OPEN_INFO_EMBED: 'package.json' }, /OPEN_INFO_EMBED.*no such folder/],
  ];
  for (const [flags, env, sentence] of cases) {
    test(JSON.stringify({ ...flags, ...env }), () => {
      assert.throws(
        () => readSettings(flags, env),
        (error) => error instanceof StopError && sentence.test(error.sentence),
      );
    });
  }

  test('a password is not shown', () => {
    const flags = { databaseUrl: 'postgres:/me:secret@host/db' };
    assert.throws(
      () => readSettings(flags, {}),
      (error) => error instanceof StopError && !error.sentence.includes('secret'),
    );
  });
});
