/**
 * Who calls: a CDS client shows a signed token (JWT) for each call. Issuers and the addresses of
 * their keys are those of the installation; nothing in a token makes this service ask elsewhere.
 */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type FetchImplementation,
  type JWTPayload,
  jwtVerify,
} from "jose";
import { type CdsClient, cdsClients } from "../../http/cds-clients.ts";
import type { Environment } from "../../http/environment.ts";
import { inTime } from "../../http/in-time.ts";
import { Refusal } from "./operation-outcome.ts";

/** With a pair of keys, the two recommended first: not `none`, and none with a shared secret. */
const algorithms = [
  ...["ES384", "RS384", "ES256", "ES512", "RS256", "RS512"],
  ...["PS256", "PS384", "PS512", "EdDSA"],
];
/** Clocks differ. In seconds. */
const tolerance = 60;
/** A token that is older is refused, whatever it says. In seconds. */
const longest = 3600;

/** Keys are good so long while their address does not answer. In milliseconds. */
const longestAway = 86_400_000;

interface Keys {
  find: ReturnType<typeof createRemoteJWKSet>;
  /** Those that are known may not be the newest. */
  isAway: () => boolean;
}

const keysAt = new Map<string, Keys>();

/** @throws Refusal without a token that is good for this call, which was made to `endpoint`. */
export async function checkClient(
  request: Request,
  endpoint: string,
  { CDS_ISSUERS = "", CDS_REPLAYS }: Environment,
): Promise<void> {
  const [, token] =
    /^Bearer\s+([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (token === undefined) throw refused("no token");
  const { alg, kid, jku, iss } = claimed(token);
  if (!algorithms.includes(alg ?? "")) throw refused("the algorithm");
  if (typeof kid !== "string") throw refused("no kid");
  const client = cdsClients(CDS_ISSUERS).find((one) => one.iss === iss);
  if (client === undefined) throw refused("the issuer");
  if (jku !== undefined && jku !== client.jku) throw refused("the address of the keys");
  const { jti, iat = 0, exp = 0 } = await verified(token, client, endpoint);
  if (typeof jti !== "string" || jti === "") throw refused("no jti");
  const until = Math.min(exp, iat + longest) + tolerance;
  const isFirst = await isFirstUse({ iss: client.iss, jti, until }, Date.now() / 1000, CDS_REPLAYS);
  if (!isFirst) throw refused("it was used before");
}

async function verified(token: string, client: CdsClient, endpoint: string): Promise<JWTPayload> {
  const { find, isAway } = keysOf(client);
  try {
    const { payload } = await jwtVerify(token, find, {
      algorithms,
      issuer: client.iss,
      audience: endpoint,
      typ: "JWT",
      clockTolerance: tolerance,
      maxTokenAge: longest,
      requiredClaims: ["exp", "iat", "jti"],
    });
    return payload;
  } catch (error) {
    const isUnknown = error instanceof errors.JWKSNoMatchingKey;
    if (error instanceof Unread || (isUnknown && isAway())) {
      throw new Refusal(
        503,
        { code: "transient", text: "The keys of the issuer cannot be read at present." },
        { "retry-after": "30" },
      );
    }
    throw refused(error instanceof errors.JOSEError ? error.code : "the key cannot be used");
  }
}

/** The keys, and not the token, are at fault. */
class Unread extends Error {}

/** Read before anything is verified, only to find the keys of the issuer. */
function claimed(token: string) {
  try {
    return { ...decodeProtectedHeader(token), iss: decodeJwt(token).iss };
  } catch {
    throw refused("it cannot be read");
  }
}

/** Asked of each address once in ten minutes, and when a key is not among them. */
function keysOf({ jku }: CdsClient): Keys {
  const known = keysAt.get(jku);
  if (known) return known;
  let last: { text: string; at: number } | null = null;
  let isAway = false;
  const lastKnown: FetchImplementation = async (...request) => {
    const text = await textOfKeys(...request);
    isAway = text === null;
    if (text !== null) last = { text, at: Date.now() };
    else console.error("CDS Hooks: the keys of an issuer could not be read");
    if (last === null || Date.now() - last.at > longestAway) throw new Unread();
    return new Response(last.text);
  };
  const find = createRemoteJWKSet(new URL(jku), {
    timeoutDuration: 3000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    [customFetch]: lastKnown,
  });
  const keys = { find, isAway: () => isAway };
  keysAt.set(jku, keys);
  return keys;
}

/** `null` if the address does not answer with keys. */
async function textOfKeys(...request: Parameters<FetchImplementation>): Promise<string | null> {
  try {
    const response = await fetch(...request);
    const text = await response.text();
    createLocalJWKSet(JSON.parse(text));
    return response.status === 200 ? text : null;
  } catch {
    return null;
  }
}

/** The reason is for the operator; a caller learns only that it is not let in. */
function refused(reason: string): Refusal {
  console.warn(`CDS Hooks: a call was refused: ${reason}`);
  return new Refusal(
    401,
    { code: "login", text: "A token that is good for this call is needed." },
    { "www-authenticate": "Bearer" },
  );
}

/**
 * Tokens that were used: each is good for one call. Remembered in this isolate, up to a number, and in
 * a store that all isolates share if one is bound; the guard is as exact as that store. Room for about
 * the calls of an hour of a large hospital.
 */
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
