import { afterEach, expect, it, vi } from "vitest";
import { questionIn } from "#core/record/app-context.ts";
import { keep } from "#widget/launch/pending.ts";
import { returned } from "#widget/launch/sign-in.ts";

const issuer = {
  issuer: "https://fhir.hospital.example/r4",
  client: "compare",
  name: "Hospital",
  origins: ["https://fhir.hospital.example"],
};

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ["as text", '{"question":"setting=early"}'],
  ["read by the server", { question: "setting=early" }],
])("the question of a card comes back with the token, %s", async (_, appContext) => {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  });
  const token = { access_token: "token", token_type: "Bearer", patient: "p-1", appContext };
  vi.stubGlobal("fetch", async () => Response.json(token));
  keep("state", {
    iss: issuer.issuer,
    issuer: issuer.issuer,
    token: "https://fhir.hospital.example/token",
    scope: "launch",
    verifier: "verifier",
  });
  const back = returned(new URLSearchParams({ code: "code", state: "state" }), [issuer]);
  expect(questionIn((await back.redeem()).appContext)).toBe("setting=early");
});
