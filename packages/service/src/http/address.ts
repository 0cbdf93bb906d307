import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** The part of a request that tells where it comes from. */
export interface Incoming {
  socket: { remoteAddress?: string | undefined };
  headers: IncomingHttpHeaders;
}

/** How many proxies stand in front, or which networks they are in. */
export type TrustProxy = number | readonly string[];

/** An address as it is compared: without port, brackets and the IPv6 form of IPv4. */
function plain(given: string): string | undefined {
  const text = given.trim();
  const bare = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) === 0 ? undefined : address.toLowerCase();
}

function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const one of list) {
    const [address = '', bits] = one.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    networks.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return networks;
}

/** One household has a whole IPv6 network (/64) to ask from, and counts once. */
function grouped(address: string): string {
  if (isIPv4(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = [...front, ...(tail === undefined ? [] : zeros), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * Makes the reader of the caller's address. What `X-Forwarded-For` says is believed only as far
 * as proxies that are trusted have written it; anybody may send the header.
 */
export function addressReader(trust: TrustProxy = 0) {
  const networks = typeof trust === 'number' ? undefined : networksOf(trust);
  const hops = typeof trust === 'number' ? trust : Infinity;
  const isTrusted = (address: string): boolean =>
    !networks || networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

  return (incoming: Incoming | undefined): string => {
    let address = plain(incoming?.socket.remoteAddress ?? '') ?? '';
    const header = incoming?.headers['x-forwarded-for'];
    const told = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').reverse();
    for (let hop = 0; hop < Math.min(hops, told.length); hop++) {
      const before = isTrusted(address) ? plain(told[hop] ?? '') : undefined;
      if (before === undefined) break;
      address = before;
    }
    return address === '' ? '' : grouped(address);
  };
}
