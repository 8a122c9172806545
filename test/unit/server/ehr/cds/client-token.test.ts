/** What becomes of the keys of an issuer that is away; the server of keys is real, the clock is not. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { checkClient } from "#server/ehr/cds/client-token.ts";

const iss = "https://ehr.example.org";
const endpoint = "https://compare.example.org/cds-services/one";
const minutes = 60_000;
const pair = await generateKeyPair("ES384", { extractable: true });
const good = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: "known" }] });

let [status, answer] = [200, good];
const server = createServer((_, response) => response.writeHead(status).end(answer));
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
afterAll(() => server.close());
let count = 0;
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${count}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  count += 1;
  [status, answer] = [200, good];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** 200 if the call is let in. */
async function called(kid = "known"): Promise<number> {
  const token = await new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: "ES384", typ: "JWT", kid })
    .setIssuer(iss)
    .setAudience(endpoint)
    .setIssuedAt(Math.floor(Date.now() / 1000))
    .setExpirationTime(Math.floor(Date.now() / 1000) + 300)
    .sign(pair.privateKey);
  const request = new Request(endpoint, { headers: { authorization: `Bearer ${token}` } });
  const environment = { CDS_ISSUERS: `${iss} ${address()}` } as Parameters<typeof checkClient>[2];
  return checkClient(request, endpoint, environment).then(
    () => 200,
    (refusal: { status: number }) => refusal.status,
  );
}

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

it.each([
  ["an error", 503, ""],
  ["a page instead", 200, "<html>"],
  ["another object", 200, "{}"],
  ["a redirect", 302, good],
])("keys are good for a day while their address answers with %s", async (_, code, text) => {
  expect(await called()).toBe(200);
  [status, answer] = [code, text];
  later(11 * minutes);
  expect(await called()).toBe(200);
  later(23 * 60 * minutes);
  expect(await called()).toBe(200);
  // A key that is not among them may be among those that cannot be read.
  later(1 * minutes);
  expect(await called("newer")).toBe(503);
  later(60 * minutes);
  expect(await called()).toBe(503);
  [status, answer] = [200, good];
  expect(await called()).toBe(200);
  later(1 * minutes);
  expect(await called("newer")).toBe(401);
});

it("keys that were never read are not there", async () => {
  [status, answer] = [503, ""];
  expect(await called()).toBe(503);
});

it("a key that is no longer there is not good any more", async () => {
  expect(await called()).toBe(200);
  answer = JSON.stringify({ keys: [] });
  later(11 * minutes);
  expect(await called()).toBe(401);
});
