import { afterEach, describe, expect, it, vi } from "vitest";
import { discover } from "#widget/ehr/launch/discovery.ts";

const origin = "https://fhir.hospital.example";
const issuer = { issuer: `${origin}/r4`, client: "compare", name: "Hospital", origins: [origin] };
const smart = {
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  code_challenge_methods_supported: ["S256"],
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the version of the scopes of a server", () => {
  it.each([
    [{}, true],
    [{ capabilities: ["launch-ehr", "permission-patient"] }, true],
    [{ capabilities: ["permission-v1"] }, true],
    [{ capabilities: [], scopes_supported: ["launch", "patient/*.read", "patient/*.*"] }, true],
    [{ capabilities: ["permission-v2"] }, false],
    [{ capabilities: ["permission-v1", "permission-v2"] }, false],
    [{ scopes_supported: ["launch", "patient/*.rs"] }, false],
    [{ scopes_supported: ["patient/Patient.read", "patient/Condition.cruds"] }, false],
    [{ capabilities: ["permission-v1"], scopes_supported: ["user/Patient.r"] }, false],
  ])("%j: the first is %s", async (said, isFirstVersion) => {
    vi.stubGlobal("fetch", async () => Response.json({ ...smart, ...said }));
    expect(await discover(issuer)).toMatchObject({ isFirstVersion });
  });
});
