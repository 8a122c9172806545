/**
 * The address to which a reader comes back: each record has its own, so that a record that sends the
 * reader on to another one does not receive what that one answers (RFC 9700, 4.4).
 */
import { site } from "../../page/site.ts";

const start = `${site}/launch/return/`;

/** Registered with the server of the record; the end is the start of the SHA-256 of its address. */
export async function returnAddress(issuer: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(issuer));
  const digits = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0"));
  return start + digits.join("").slice(0, 16);
}

export function isReturnAddress(address: string): boolean {
  return address.startsWith(start);
}
