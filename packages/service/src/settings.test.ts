import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { readSettings, type Flags } from './settings.ts';
import { StopError } from './stop.ts';

test('without anything: this machine only, port 8787, a folder beside', () => {
  assert.deepEqual(readSettings({}, {}), {
    port: 8787,
    host: '127.0.0.1',
    data: resolve('.open-info'),
    databaseUrl: undefined,
    site: undefined,
    embed: undefined,
    itemUrl: undefined,
    logLevel: 'info',
    readIndex: 'auto',
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
    [{ logLevel: 'loud' }, {}, /--log-level.*silent, error, info, debug/],
    [{}, { OPEN_INFO_READ_INDEX: 'maybe' }, /OPEN_INFO_READ_INDEX.*on, auto, off/],
    [{ data: ' ' }, {}, /--data/],
    [{ site: 'no/such/folder' }, {}, /--site.*没有这个文件夹/],
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
