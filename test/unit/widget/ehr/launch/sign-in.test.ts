import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { keep } from "#widget/ehr/launch/pending.ts";
import { returnAddress } from "#widget/ehr/launch/return-address.ts";
import { returned } from "#widget/ehr/launch/sign-in.ts";

const issuer = {
  issuer: "https://fhir.hospital.example/r4",
  client: "compare",
  name: "Hospital",
  origins: ["https://fhir.hospital.example"],
};

const redirect = "https://compare.example.org/launch/return/1";

/** The tab remembers a sign-in that has not come back. */
function signInBegan() {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  });
  keep("state", {
    iss: issuer.issuer,
    issuer: issuer.issuer,
    token: "https://fhir.hospital.example/token",
    scope: "launch",
    verifier: "verifier",
    redirect,
    namesItself: false,
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("the patient whose record is open comes back with the token", async () => {
  signInBegan();
  const token = { access_token: "token", token_type: "Bearer", patient: "p-1" };
  vi.stubGlobal("fetch", async () => Response.json(token));
  const back = returned(new URLSearchParams({ code: "code", state: "state" }), redirect, [issuer]);
  expect(await back.redeem()).toMatchObject({ accessToken: "token", patient: "p-1" });
});

it("every record has its own address to come back to, which the guide shows as it is", async () => {
  const guide = readFileSync("functions/server/ehr/launch/README.md", "utf8");
  const [, shown] = guide.match(/`https:\/\/compare\.example\.org(\/launch\/return\/\w+)`/) ?? [];
  const own = await returnAddress(issuer.issuer);
  expect(own.endsWith(shown ?? "?")).toBe(true);
  expect(guide).toContain(`printf %s ${issuer.issuer} | sha256sum | cut -c 1-16`);
  expect(await returnAddress(`${issuer.issuer}/2`)).not.toBe(own);
});

it("an answer at the address of another record is not ours, and can not be tried again at the right one", async () => {
  signInBegan();
  const given = new URLSearchParams({ code: "code", state: "state" });
  for (const here of [`${redirect}2`, redirect]) {
    expect(() => returned(given, here, [issuer])).toThrow("not-ours");
  }
});
