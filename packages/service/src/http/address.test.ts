import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressReader, type TrustProxy } from './address.ts';

function read(remoteAddress: string, forwarded: string | undefined, trust?: TrustProxy): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return addressReader(trust)({ socket: { remoteAddress }, headers });
}

describe('the address of the caller', () => {
  const cases: [remote: string, forwarded: string | undefined, trust: TrustProxy, is: string][] = [
    // Without trust the header is only what somebody says.
    ['198.51.100.1', '203.0.113.9', 0, '198.51.100.1'],
    ['10.0.0.2', '203.0.113.9', 1, '203.0.113.9'],
    // The caller wrote the first entry, the proxy the last.
    ['10.0.0.2', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.2', '1.1.1.1, 203.0.113.9, 10.0.0.1', 2, '203.0.113.9'],
    ['10.0.0.2', '203.0.113.9', 2, '203.0.113.9'],
    ['10.0.0.2', undefined, 1, '10.0.0.2'],
    ['10.0.0.2', 'unknown', 1, '10.0.0.2'],
    ['10.0.0.2', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['10.0.0.2', '1.1.1.1, 203.0.113.9, 10.0.0.1', ['10.0.0.0/8'], '203.0.113.9'],
    ['198.51.100.1', '203.0.113.9', ['10.0.0.0/8'], '198.51.100.1'],
    ['::1', '203.0.113.9', ['::1'], '203.0.113.9'],
    ['::ffff:198.51.100.1', undefined, 0, '198.51.100.1'],
    // IPv6 counts by its network.
    ['2001:db8:0:7:1:2:3:4', undefined, 0, '2001:db8:0:7::/64'],
    ['2001:DB8:0:7::9', undefined, 0, '2001:db8:0:7::/64'],
    ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
    ['10.0.0.2', '[2001:db8::1]:443', 1, '2001:db8:0:0::/64'],
  ];
  for (const [remote, forwarded, trust, is] of cases) {
    test(`${remote} with ${forwarded}, trusting ${JSON.stringify(trust)}`, () => {
      assert.equal(read(remote, forwarded, trust), is);
    });
  }

  test('is empty where there is no connection', () => {
    assert.equal(addressReader(1)(undefined), '');
  });
});
