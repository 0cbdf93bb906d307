import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';

/** 内网地址: everything that is not an address of the public internet (IANA special-purpose registries). */
const closedRanges: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

const openIpv6 = new BlockList();
openIpv6.addSubnet('2000::', 3, 'ipv6');

const closed = new BlockList();
for (const [net, prefix] of closedRanges) closed.addSubnet(net, prefix, 'ipv4');
// Documentation, benchmarks, and the tunnels that carry any IPv4 address within: Teredo, 6to4.
closed.addSubnet('2001::', 23, 'ipv6');
closed.addSubnet('2001:db8::', 32, 'ipv6');
closed.addSubnet('2002::', 16, 'ipv6');
closed.addSubnet('3fff::', 20, 'ipv6');

/** Whether an address lies in the public internet. */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !closed.check(address, 'ipv4');
  return openIpv6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** An address the service may not be sent to (SSRF). */
export class PrivateAddressError extends Error {
  constructor() {
    super('the host resolves to an address that is not public');
    this.name = 'PrivateAddressError';
  }
}

/**
 * Resolves a host once and checks every address; the connection goes to these and asks nobody
 * again, so that a name cannot answer differently the second time (DNS rebinding).
 *
 * @returns what `http.request` takes as `lookup`
 * @throws PrivateAddressError when one of them is private and that is not allowed
 */
export async function checkedLookup(host: string, allowPrivate: boolean): Promise<LookupFunction> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true });
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) {
    throw new PrivateAddressError();
  }
  return (_host, { all }, answer) => {
    const [first] = found;
    if (all === true) answer(null, found);
    else answer(null, first?.address ?? '', first?.family);
  };
}
