import { describe, expect, it, vi } from "vitest";
import { isFirstUse } from "#server/ehr/cds/client-token.ts";

const now = 1_000_000;
const until = now + 300;
let count = 0;
const nonce = () => `nonce-${count++}`;

it("a token is good once, until it has expired", async () => {
  const token = { iss: "https://ehr.example", jti: nonce(), until };
  expect(await isFirstUse(token, now, undefined)).toBe(true);
  expect(await isFirstUse(token, now + 299, undefined)).toBe(false);
});

it("two calls at the same time are not both the first", async () => {
  const token = { iss: "https://ehr.example", jti: nonce(), until };
  const both = await Promise.all([1, 2].map(() => isFirstUse(token, now, undefined)));
  expect(both.sort()).toEqual([false, true]);
});

it("what is remembered has an end, and the newest is not forgotten", async () => {
  const last = { iss: "https://ehr.example", jti: "the last", until };
  for (let n = 0; n < 25_000; n += 1) {
    await isFirstUse({ iss: "https://ehr.example", jti: nonce(), until }, now, undefined);
  }
  await isFirstUse(last, now, undefined);
  expect(await isFirstUse(last, now, undefined)).toBe(false);
});

describe("with a store that isolates share", () => {
  const kept = new Map<string, string>();
  const seconds: unknown[] = [];
  const store = {
    get: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, value: string, options: unknown) => {
      kept.set(key, value);
      seconds.push(options);
    },
  } as never;

  it("a token that another isolate saw is refused", async () => {
    const jti = nonce();
    expect(await isFirstUse({ iss: "https://ehr.example", jti, until }, now, store)).toBe(true);
    const [key = ""] = kept.keys();
    // The key is a hash: nothing of the token is kept.
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(seconds).toEqual([{ expirationTtl: 300 }]);
    // As if this isolate had not seen it: after the time of its own memory.
    expect(
      await isFirstUse({ iss: "https://ehr.example", jti, until: until + 1 }, until, store),
    ).toBe(false);
  });

  it("a store that fails lets calls through", async () => {
    const failing = { get: () => Promise.reject(new Error("away")), put: () => undefined } as never;
    const token = { iss: "https://ehr.example", jti: nonce(), until };
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await isFirstUse(token, now, failing)).toBe(true);
    expect(await isFirstUse(token, now, failing)).toBe(false);
    expect(said.mock.calls).toEqual([["the store of used tokens failed"]]);
    said.mockRestore();
  });
});
