/**
 * Whose requests count as those of one: an IPv4 address, or the half of an IPv6 address that names a
 * network, because whoever has one address there has all 2⁶⁴ of them.
 *
 * @param address in its usual spelling
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [before = [], after = []] = address.split("::").map((part) => part.split(":"));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const groups = [...before, ...zeros, ...after].map((group) => group || "0");
  return `${groups.slice(0, 4).join(":")}::/64`;
}
