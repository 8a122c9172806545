/** Whose requests are counted together, as the platform's `CF-Connecting-IP` says it. */
import { isIP } from "node:net";

/**
 * Each proxy adds to `X-Forwarded-For` the address that asked it, at the end. What stands before the
 * entries of the trusted proxies may be made up by the caller and is not read.
 */
export function clientAddress(
  forwarded: string | null,
  connected: string | undefined,
  trustedProxies: number,
): string | undefined {
  const hops = [...(forwarded?.split(",") ?? []), connected ?? ""].map((hop) => hop.trim());
  const address = hops.at(-1 - trustedProxies) ?? hops[0] ?? "";
  const known = isIP(address) ? address : (connected ?? "");
  // An IPv4 address as a socket for both versions writes it.
  return known.replace(/^::ffff:(?=\d+\.)/i, "") || undefined;
}
