/**
 * Who calls: a CDS client shows a signed token (JWT) for each call. Issuers and the addresses of
 * their keys are those of the installation; nothing in a token makes this service ask elsewhere.
 */
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from "jose";
import { type CdsClient, cdsClients } from "../../http/cds-clients.ts";
import type { Environment } from "../../http/environment.ts";
import { Refusal } from "./operation-outcome.ts";
import { isFirstUse } from "./replays.ts";

/**
 * All with a pair of keys; the specification recommends the first two. `none` and what has a shared
 * secret are not among them.
 */
const algorithms = [
  ...["ES384", "RS384", "ES256", "ES512", "RS256", "RS512"],
  ...["PS256", "PS384", "PS512", "EdDSA"],
];
/** Clocks differ. In seconds. */
const tolerance = 60;
/** A token that is older is refused, whatever it says. In seconds. */
const longest = 3600;

type Keys = ReturnType<typeof createRemoteJWKSet>;
const keysAt = new Map<string, Keys>();

/**
 * @param endpoint The address that is called, which the token must be for.
 * @throws Refusal without a token that is good for this call.
 */
export async function checkClient(
  request: Request,
  endpoint: string,
  { CDS_ISSUERS = "", CDS_REPLAYS }: Environment,
): Promise<void> {
  const [, token] =
    /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
  if (token === undefined) throw refused("no token");
  const { alg, kid, jku, iss } = claimed(token);
  if (!algorithms.includes(alg ?? "")) throw refused("the algorithm");
  if (typeof kid !== "string") throw refused("no kid");
  const client = cdsClients(CDS_ISSUERS).find((one) => one.iss === iss);
  if (client === undefined) throw refused("the issuer");
  if (jku !== undefined && jku !== client.jku) throw refused("the address of the keys");
  try {
    const { payload } = await jwtVerify(token, keysOf(client), {
      algorithms,
      issuer: client.iss,
      audience: endpoint,
      typ: "JWT",
      clockTolerance: tolerance,
      maxTokenAge: longest,
      requiredClaims: ["exp", "iat", "jti"],
    });
    const { jti, iat = 0, exp = 0 } = payload;
    if (typeof jti !== "string" || jti === "") throw refused("no jti");
    const until = Math.min(exp, iat + longest) + tolerance;
    const isFirst = await isFirstUse(
      { iss: client.iss, jti, until },
      Date.now() / 1000,
      CDS_REPLAYS,
    );
    if (!isFirst) throw refused("it was used before");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!(error instanceof errors.JOSEError) || unread.includes(error.code)) {
      console.error("CDS Hooks: the keys of an issuer could not be read");
      throw new Refusal(503, {
        code: "transient",
        text: "The keys of the issuer cannot be read at present.",
      });
    }
    throw refused(error.code);
  }
}

/** How it fails when the keys, and not the token, are at fault. */
const unread: readonly string[] = [
  errors.JWKSTimeout.code,
  errors.JWKSInvalid.code,
  "ERR_JOSE_GENERIC",
];

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
  const keys = createRemoteJWKSet(new URL(jku), {
    timeoutDuration: 3000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
  keysAt.set(jku, keys);
  return keys;
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
