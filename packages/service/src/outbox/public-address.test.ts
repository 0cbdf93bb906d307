import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedLookup, isPublicAddress, PrivateAddressError } from './public-address.ts';

test('tells public addresses from those of a private network, in every way of writing them', () => {
  for (const address of ['8.8.8.8', '223.5.5.5', '172.15.0.1', '172.32.0.1', '2400:3200::1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ]) {
    assert.equal(isPublicAddress(address), false, address);
  }
});

test('refuses a private host before anything connects, and hands out only what it has checked', async () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    await assert.rejects(checkedLookup(host, false), PrivateAddressError, host);
  }
  const lookup = await checkedLookup('127.0.0.1', true);
  lookup('elsewhere.example', { all: true }, (error, found) => {
    assert.equal(error, null);
    assert.deepEqual(found, [{ address: '127.0.0.1', family: 4 }]);
  });
  lookup('elsewhere.example', {}, (error, address, family) => {
    assert.deepEqual([error, address, family], [null, '127.0.0.1', 4]);
  });
});
