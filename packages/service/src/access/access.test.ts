import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, mock, test } from 'node:test';
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { ProblemError, type Code } from '../http/problem.ts';
import type { Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import { openAccess, type Access } from './access.ts';
import { openAccessKey, type AccessKey } from './key.ts';
import type { Officer } from './officer.ts';

const settings: Settings = {
  ...{ port: 0, host: '', data: 'memory', logLevel: 'silent', readIndex: 'off' },
};
const officer: Officer = { id: '李四', organId: 'sifa', role: 'officer' };
let clock = Date.parse('2026-05-06T09:00:00+08:00');
const now = () => new Date(clock);
const isOrgan = (id: string) => Promise.resolve(id === 'sifa');

const openWith = (key: AccessKey, own: Partial<Settings> = {}): Access =>
  openAccess({ isOrgan, settings: { ...settings, ...own }, key, now });

const refusal = (code: Code, header?: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ProblemError, String(error));
  assert.equal(error.code, code);
  if (header) assert.match(error.facts.headers?.['WWW-Authenticate'] ?? '', header);
  return true;
};

describe('the token of an own key', () => {
  const key = openAccessKey({ data: 'memory', accessKey: undefined });
  const access = openWith(key);
  const seconds = () => Math.floor(clock / 1_000);

  /** A token as it should be, except for what is given. */
  const sign = (payload: Record<string, unknown>, by: KeyObject = key.privateKey, alg = 'EdDSA') =>
    new SignJWT({
      ...{ iss: 'open-info', aud: 'open-info', sub: 'li', organ: 'sifa', role: 'officer' },
      exp: seconds() + 60,
      ...payload,
    })
      .setProtectedHeader({ alg })
      .sign(by);

  test('says who asks', async () => {
    const token = await access.token(officer, 8);
    assert.deepEqual(await access.officer(`Bearer ${token}`), officer);
    assert.deepEqual(await access.officer(`bearer  ${token}`), officer);
  });

  test('is missing, or no token at all', async () => {
    await assert.rejects(
      access.officer(null),
      refusal('unauthenticated', /^Bearer realm="open-info"$/),
    );
    for (const header of [
      '',
      'Basic eDp5',
      'Bearer',
      'Bearer a b',
      `Bearer ${'x'.repeat(9_000)}`,
    ]) {
      const refused = refusal('unauthenticated', /error="invalid_request"/);
      await assert.rejects(access.officer(header), refused, header);
    }
    await assert.rejects(
      access.officer('Bearer x.y.z'),
      refusal('unauthenticated', /invalid_token/),
    );
  });

  test('holds for its hours, give or take half a minute', async () => {
    const token = `Bearer ${await access.token(officer, 1)}`;
    clock += 3_600_000 + 29_000;
    await access.officer(token);
    clock += 2_000;
    await assert.rejects(access.officer(token), (error) => {
      assert.match((error as ProblemError).facts.detail?.zh ?? '', /已过期/);
      return refusal('unauthenticated')(error);
    });
    const early = `Bearer ${await sign({ nbf: seconds() + 40 })}`;
    await assert.rejects(access.officer(early), refusal('unauthenticated'));
    clock += 15_000;
    await access.officer(early);
  });

  test('of another issuer, audience, key or algorithm, or without a signature, does not hold', async () => {
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const other = generateKeyPairSync('ed25519').privateKey;
    const secret = await new SignJWT({ organ: 'sifa', role: 'officer' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('open-info')
      .setAudience('open-info')
      .setSubject('li')
      .setExpirationTime(seconds() + 60)
      .sign(Buffer.alloc(32));
    const unsigned = new UnsecuredJWT({ organ: 'sifa', role: 'officer' })
      .setIssuer('open-info')
      .setAudience('open-info')
      .setSubject('li')
      .setExpirationTime(seconds() + 60)
      .encode();
    const tokens = [
      await sign({ iss: 'other' }),
      await sign({ aud: 'other' }),
      await sign({ exp: undefined }),
      await sign({ sub: undefined }),
      await sign({}, other),
      await sign({}, p256, 'ES256'),
      secret,
      unsigned,
    ];
    for (const token of tokens) {
      const refused = refusal('unauthenticated', /error="invalid_token"/);
      await assert.rejects(access.officer(`Bearer ${token}`), refused);
    }
    await access.officer(`Bearer ${await sign({})}`);
  });

  test('without a role or an organ of this service opens nothing', async () => {
    for (const payload of [
      { role: 'admin' },
      { role: undefined },
      { organ: 'none' },
      { organ: 5 },
    ]) {
      const token = await sign(payload);
      const refused = refusal('forbidden', /insufficient_scope/);
      await assert.rejects(access.officer(`Bearer ${token}`), refused);
    }
  });
});

describe('the access key', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'open-info-access-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('is made once in the data folder, for the owner alone', async () => {
    const data = join(folder, 'new', 'data');
    const key = openAccessKey({ data, accessKey: undefined });
    assert.equal(statSync(join(data, 'access-key.json')).mode & 0o777, 0o600);
    const again = openAccessKey({ data, accessKey: undefined });
    const token = await openWith(key).token(officer, 1);
    assert.deepEqual(await openWith(again).officer(`Bearer ${token}`), officer);
    assert.deepEqual(key.derive('limits'), again.derive('limits'));
    assert.notDeepEqual(key.derive('limits'), key.derive('challenge'));
  });

  test('may come from the environment, as JWK or PEM, Ed25519 or P-256', async () => {
    const pairs = [
      generateKeyPairSync('ed25519').privateKey,
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    ];
    for (const privateKey of pairs) {
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
      const jwk = JSON.stringify(privateKey.export({ format: 'jwk' }));
      const keys = [pem, jwk, pem.replaceAll('\n', '\\n')].map((accessKey) =>
        openAccessKey({ data: 'memory', accessKey }),
      );
      const [first] = keys;
      assert.ok(first);
      const token = await openWith(first).token(officer, 1);
      for (const key of keys) {
        assert.deepEqual(await openWith(key).officer(`Bearer ${token}`), officer);
      }
    }
  });

  test('that is none is told in one sentence, without being shown', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const wrong = [
      'secret words',
      '{"d":"secret"}',
      rsa.export({ type: 'pkcs8', format: 'pem' }) as string,
    ];
    for (const accessKey of wrong) {
      assert.throws(
        () => openAccessKey({ data: 'memory', accessKey }),
        (error) =>
          error instanceof StopError &&
          /OPEN_INFO_ACCESS_KEY.*Ed25519/.test(error.sentence) &&
          !error.sentence.includes('secret'),
      );
    }
    writeFileSync(join(folder, 'access-key.json'), '{}');
    assert.throws(
      () => openAccessKey({ data: folder, accessKey: undefined }),
      (error) => error instanceof StopError && error.sentence.includes('access-key.json'),
    );
  });
});

describe('the tokens of an OpenID Connect issuer', () => {
  let server: Server;
  let issuer: string;
  let keys: { privateKey: KeyObject; kid: string }[];
  let served: unknown[] = [];
  let asked: string[] = [];
  let isDown = false;
  let claimedIssuer: string | undefined;

  const makeKey = (kid: string) => ({
    kid,
    privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  });
  const publicJwk = async ({ privateKey, kid }: (typeof keys)[number]) => {
    const { kty, n, e } = await exportJWK(privateKey);
    return { kty, n, e, kid, use: 'sig', alg: 'RS256' };
  };

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (isDown) return response.writeHead(500).end();
      const discovery = { issuer: claimedIssuer ?? issuer, jwks_uri: `${issuer}/keys` };
      const body = request.url === '/keys' ? { keys: served } : discovery;
      return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    keys = [makeKey('one'), makeKey('two')];
    served = [await publicJwk(keys[0]!)];
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const openIssuerAccess = (own: Partial<Settings> = {}): Access =>
    openWith(openAccessKey({ data: 'memory', accessKey: undefined }), {
      ...{ oidcIssuer: issuer, oidcAudience: 'disclosure' },
      ...own,
    });
  const sign = (payload: Record<string, unknown>, { privateKey, kid } = keys[0]!) =>
    new SignJWT({ sub: 'li', organ: 'sifa', role: 'officer', ...payload })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer)
      .setAudience(['account', 'disclosure'])
      .setExpirationTime(Math.floor(clock / 1_000) + 60)
      .sign(privateKey);

  test('hold, and its keys are fetched once', async () => {
    const access = openIssuerAccess();
    asked = [];
    const tokens = await Promise.all([sign({}), sign({ role: ['x', 'coordinator'] })]);
    const [one, other] = await Promise.all(
      tokens.map((token) => access.officer(`Bearer ${token}`)),
    );
    assert.deepEqual(one, { id: 'li', organId: 'sifa', role: 'officer' });
    assert.equal(other?.role, 'coordinator');
    assert.deepEqual(asked, ['/.well-known/openid-configuration', '/keys']);
  });

  test('may name organ and role as the issuer does', async () => {
    const access = openIssuerAccess({
      ...{ oidcOrganClaim: 'https://example.gov.cn/organ', oidcRoleClaim: 'realm_access.roles' },
    });
    const token = await sign({
      ...{ organ: undefined, role: undefined, 'https://example.gov.cn/organ': 'sifa' },
      realm_access: { roles: ['offline', 'officer'] },
    });
    assert.deepEqual(await access.officer(`Bearer ${token}`), {
      ...{ id: 'li', organId: 'sifa', role: 'officer' },
    });
  });

  test('signed with a new key hold as soon as the issuer shows it', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    try {
      const access = openIssuerAccess();
      await access.officer(`Bearer ${await sign({})}`);
      const token = `Bearer ${await sign({}, keys[1])}`;
      await assert.rejects(access.officer(token), refusal('unauthenticated'));
      served = [await publicJwk(keys[0]!), await publicJwk(keys[1]!)];
      mock.timers.tick(31_000);
      await access.officer(token);
    } finally {
      mock.timers.reset();
    }
  });

  test('of the own key do not hold then', async () => {
    const access = openIssuerAccess();
    const token = `Bearer ${await access.token(officer, 1)}`;
    await assert.rejects(access.officer(token), refusal('unauthenticated'));
  });

  test('cannot be checked while the issuer is away, or speaks for another', async () => {
    const token = `Bearer ${await sign({})}`;
    isDown = true;
    await assert.rejects(openIssuerAccess().officer(token), refusal('unavailable'));
    isDown = false;
    claimedIssuer = 'https://other.example';
    await assert.rejects(openIssuerAccess().officer(token), refusal('unavailable'));
    claimedIssuer = undefined;
    await openIssuerAccess().officer(token);
  });
});
