/**
 * Tokens that were used: each is good for one call. Remembered in this isolate, up to a number, and
 * in a store that all isolates share if one is bound; the guard is as exact as that store.
 */
import type { Environment } from "../../http/environment.ts";
import { inTime } from "../../http/in-time.ts";

/** About the calls of an hour of a large hospital. */
const most = 20_000;

/** When each expires, in seconds, the oldest first. */
const used = new Map<string, number>();

/** Notes a token; false if it was noted before. */
export async function isFirstUse(
  token: { iss: string; jti: string; until: number },
  now: number,
  store: Environment["CDS_REPLAYS"],
): Promise<boolean> {
  const key = await digest(`${token.iss}\n${token.jti}`);
  if ((used.get(key) ?? 0) > now) return false;
  used.set(key, token.until);
  forget(now);
  if (store === undefined) return true;
  try {
    if ((await inTime(store.get(key))) !== null) return false;
    const seconds = Math.max(60, Math.ceil(token.until - now));
    await inTime(store.put(key, "1", { expirationTtl: seconds }));
  } catch {
    console.error("the store of used tokens failed");
  }
  return true;
}

function forget(now: number): void {
  for (const [key, until] of used) {
    if (until > now && used.size <= most) return;
    used.delete(key);
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
