/** Who may call where tokens are needed: real keys at a real address, and every forgery we know. */
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { callOf, call as post, serviceOf } from "../support/hook-calls.ts";
import { serve } from "../support/serve.ts";

const iss = "https://ehr.example.org";
const other = "https://other.example.org";
const path = serviceOf("patient-view");

const elliptic = await generateKeyPair("ES384", { extractable: true });
const rsa = await generateKeyPair("RS384", { extractable: true });
const shorter = await generateKeyPair("ES256", { extractable: true });
const ofOther = await generateKeyPair("ES384", { extractable: true });
const unknown = await generateKeyPair("ES384", { extractable: true });
/** Too short to be used for anything. */
const weak = generateKeyPairSync("rsa", { modulusLength: 1024 });

const jwks: Record<string, object> = {
  "/keys": {
    keys: [
      { ...(await exportJWK(elliptic.publicKey)), kid: "ec", use: "sig" },
      { ...(await exportJWK(rsa.publicKey)), kid: "rsa", use: "sig" },
      { ...(await exportJWK(shorter.publicKey)), kid: "shorter", use: "sig" },
      { ...weak.publicKey.export({ format: "jwk" }), kid: "weak", use: "sig" },
    ],
  },
  "/other": { keys: [{ ...(await exportJWK(ofOther.publicKey)), kid: "ec", use: "sig" }] },
};
/** What was asked of the server of keys; it also would answer where it must not be asked. */
const askedFor: string[] = [];
const keys = createServer((request, response) => {
  askedFor.push(request.url ?? "");
  const found = jwks[request.url ?? ""] ?? jwks["/keys"];
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(found));
});
await new Promise<void>((listening) => keys.listen(0, "127.0.0.1", listening));
afterAll(() => keys.close());
const address = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
const jku = `${address}/keys`;

const lines: string[] = [];
const server = await serve({
  vars: {
    APP_ENV: "local",
    EMBED_ANCESTORS: "*",
    CDS_AUTH: "jwt",
    CDS_UNREVIEWED: "allow",
    CDS_ISSUERS: `${iss} ${jku}, ${other} ${address}/other, https://gone.example.org http://127.0.0.1:9/keys`,
  },
  onLog: (line) => lines.push(line),
});
const audience = `${server.url}${path}`;
beforeEach(() => {
  lines.length = 0;
});

interface Token {
  key?: CryptoKey | Uint8Array;
  header?: Record<string, unknown>;
  payload?: Record<string, unknown>;
}

const now = () => Math.floor(Date.now() / 1000);

/** A good token, but for what is given. What is `undefined` is left out. */
function token({ key = elliptic.privateKey, header = {}, payload = {} }: Token = {}) {
  const claims = { iss, aud: audience, iat: now(), exp: now() + 300, jti: crypto.randomUUID() };
  return new SignJWT(without({ ...claims, ...payload }))
    .setProtectedHeader(
      without({ alg: "ES384", typ: "JWT", kid: "ec", jku, ...header }) as { alg: string },
    )
    .sign(key);
}

function without(values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const callAt = (at: string, bearer: string, body: unknown = callOf("patient-view")) =>
  post(server, at, body, { authorization: `Bearer ${bearer}` });
const call = async (bearer: string) => (await callAt(path, bearer)).status;

describe("a client of ours is let in", () => {
  it("by either recommended algorithm, and by another with a pair of keys", async () => {
    expect(await call(await token())).toBe(200);
    for (const [key, header] of [
      [rsa.privateKey, { alg: "RS384", kid: "rsa" }],
      [shorter.privateKey, { alg: "ES256", kid: "shorter" }],
    ] as const) {
      expect(await call(await token({ key, header }))).toBe(200);
    }
  });

  it.each(["bearer", "BEARER ", "Bearer   ", "Bearer\t"])("that writes it %j", async (scheme) => {
    const headers = { authorization: `${scheme} ${await token()}` };
    expect((await post(server, path, callOf("patient-view"), headers)).status).toBe(200);
  });

  it("with the address among several, and without the address of the keys", async () => {
    expect(await call(await token({ payload: { aud: ["https://else.example", audience] } }))).toBe(
      200,
    );
    expect(await call(await token({ header: { jku: undefined } }))).toBe(200);
  });

  it("to give feedback, with a token for that", async () => {
    const at = `${path}/feedback`;
    const good = await token({ payload: { aud: `${server.url}${at}` } });
    expect((await callAt(at, good, { feedback: [] })).status).toBe(200);
    expect((await callAt(at, await token(), { feedback: [] })).status).toBe(401);
  });

  it("to see the services, with or without a token", async () => {
    const headers = { authorization: `Bearer ${await token()}` };
    for (const init of [{}, { headers }]) {
      expect((await server.fetch("/cds-services", init)).status).toBe(200);
    }
  });
});

const publicBytes = new TextEncoder().encode(JSON.stringify(await exportJWK(elliptic.publicKey)));
const forged: Record<string, () => string | Promise<string>> = {
  "no token": () => "",
  "what is no token": () => "a.b.c",
  "too many parts": async () => `${await token()}.more`,
  "no signature (alg none)": () =>
    new UnsecuredJWT({ iss, aud: audience, jti: crypto.randomUUID() })
      .setIssuedAt()
      .setExpirationTime("5m")
      .encode(),
  "a shared secret made of the public key": () =>
    token({ key: publicBytes, header: { alg: "HS384" } }),
  "a key of ours under the name of another": () =>
    token({ key: shorter.privateKey, header: { alg: "ES256", kid: "ec" } }),
  "a key that is not ours": () => token({ key: unknown.privateKey }),
  "a key that is too short": () => {
    const claims = { iss, aud: audience, iat: now(), exp: now() + 300, jti: crypto.randomUUID() };
    const signed = [{ alg: "RS384", typ: "JWT", kid: "weak" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const signature = createSign("sha384").update(signed).sign(weak.privateKey, "base64url");
    return `${signed}.${signature}`;
  },
  "an unknown kid": () => token({ header: { kid: "other" } }),
  "no kid": () => token({ header: { kid: undefined } }),
  "another type": () => token({ header: { typ: "at+jwt" } }),
  "no type": () => token({ header: { typ: undefined } }),
  "an issuer that is not ours": () => token({ payload: { iss: "https://elsewhere.example" } }),
  "no issuer": () => token({ payload: { iss: undefined } }),
  "the name of another client": () =>
    token({ payload: { iss: other }, header: { jku: undefined } }),
  "the name of another client and its keys' address": () =>
    token({ payload: { iss: other }, header: { jku: `${address}/other` } }),
  "keys at an address that is not ours": () => token({ header: { jku: `${address}/evil` } }),
  "keys of another client of ours": () =>
    token({ key: ofOther.privateKey, header: { jku: `${address}/other` } }),
  "keys in the token": async () =>
    token({ key: unknown.privateKey, header: { jwk: await exportJWK(unknown.publicKey) } }),
  "another address": () => token({ payload: { aud: `${server.url}/cds-services` } }),
  "another service": () => token({ payload: { aud: `${server.url}${serviceOf("order-sign")}` } }),
  "the same at another origin": () =>
    token({ payload: { aud: `https://elsewhere.example${path}` } }),
  "no address": () => token({ payload: { aud: undefined } }),
  "one that has expired": () => token({ payload: { iat: now() - 600, exp: now() - 120 } }),
  "one without an end": () => token({ payload: { exp: undefined } }),
  "one of yesterday without an end in sight": () =>
    token({ payload: { iat: now() - 86_400, exp: now() + 86_400 } }),
  "one that is made tomorrow": () =>
    token({ payload: { iat: now() + 86_400, exp: now() + 90_000 } }),
  "one without a beginning": () => token({ payload: { iat: undefined } }),
  "one that cannot be told from others": () => token({ payload: { jti: undefined } }),
  "a number for a nonce": () => token({ payload: { jti: 7 } }),
  "a changed payload": async () => {
    const [head, , signature] = (await token()).split(".");
    const claims = { iss, aud: audience, iat: now(), exp: now() + 300, jti: "changed" };
    return `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
  },
};

describe("a call is refused with", () => {
  it.each(Object.keys(forged))("%s", async (name) => {
    const bearer = (await forged[name]?.()) ?? "";
    const { status, headers, text } = await callAt(path, bearer);
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(JSON.parse(text)).toMatchObject({
      resourceType: "OperationOutcome",
      issue: [{ code: "login" }],
    });
    await expect.poll(() => lines.length).toBeGreaterThan(0);
    // The operator learns why, and nothing that was in the token.
    expect(lines.join()).toMatch(/^CDS Hooks: a call was refused: [\w ]+$/);
  });

  it("the token of a call before", async () => {
    const bearer = await token();
    expect([await call(bearer), await call(bearer), await call(bearer)]).toEqual([200, 401, 401]);
  });

  it("another token with the same nonce; of another client it is another nonce", async () => {
    const payload = { jti: "one-nonce" };
    expect(await call(await token({ payload }))).toBe(200);
    expect(await call(await token({ payload }))).toBe(401);
    const theirs = { key: ofOther.privateKey, header: { jku: `${address}/other` } };
    expect(await call(await token({ ...theirs, payload: { ...payload, iss: other } }))).toBe(200);
  });

  it("keys asked nowhere but where the installation says", () => {
    expect(new Set(askedFor)).toEqual(new Set(["/keys", "/other"]));
    // Unknown keys are looked for again, but not at every call.
    expect(askedFor.length).toBeLessThan(6);
  });

  it("a refusal before the body is read", async () => {
    expect((await post(server, path, "{")).status).toBe(401);
  });
});

it("a client whose keys cannot be read may try again", async () => {
  const payload = { iss: "https://gone.example.org" };
  const bearer = await token({ payload, header: { jku: undefined } });
  const { status, headers, text } = await callAt(path, bearer);
  expect([status, headers.get("retry-after")]).toEqual([503, "30"]);
  expect(JSON.parse(text).issue[0].code).toBe("transient");
});

it("a browser may call from the site of a client, and from no other", async () => {
  const allowed = async (origin: string, method: string) =>
    (await server.fetch(path, { method, headers: { origin } })).headers.get(
      "access-control-allow-origin",
    );
  for (const method of ["OPTIONS", "POST"]) {
    expect(await allowed(iss, method)).toBe(iss);
    expect(await allowed("https://elsewhere.example", method)).toBeNull();
  }
});
