/** Whose requests are counted together, as the platform's `CF-Connecting-IP` says it. */
import { isIP, SocketAddress } from "node:net";

/**
 * Each proxy adds to `X-Forwarded-For` the address that asked it, at the end. What stands before the
 * entries of the trusted proxies may be made up by the caller and is not read.
 */
export function clientAddress(
  forwarded: string | null,
  connected: string | undefined,
  trustedProxies: number,
): string | undefined {
  const hops = [...(forwarded?.split(",") ?? []), connected ?? ""];
  return addressIn(hops.at(-1 - trustedProxies) ?? hops[0] ?? "") ?? addressIn(connected ?? "");
}

/** In its usual spelling. Some proxies write the port, too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function addressIn(hop: string): string | undefined {
  const address = hop
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined;
  // An IPv4 address as a socket for both versions writes it.
  return new SocketAddress({ address, family: "ipv6" }).address.replace(/^::ffff:(?=\d+\.)/, "");
}
