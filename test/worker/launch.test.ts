/** The page of a launch from a health record, as its server sends it. */
import { describe, expect, inject, it } from "vitest";
import { serve } from "../support/serve.ts";

const issuers = [
  { issuer: "https://fhir.hospital.example/r4", client: "compare", name: "A & B </script>" },
  {
    issuer: "https://other.example/fhir",
    client: "compare-2",
    authorisation: "https://login.other.example",
  },
];

const server = await serve({
  vars: {
    EHR_ANCESTORS: "https://record.hospital.example",
    EHR_ISSUERS: JSON.stringify(issuers),
  },
});

async function page(path: string) {
  const answer = await server.fetch(path);
  return { answer, html: await answer.text() };
}

const policyOf = ({ headers }: Response, directive: string) =>
  headers
    .get("content-security-policy")
    ?.split("; ")
    .find((one) => one.startsWith(`${directive} `));

describe.each(["/launch", "/launch/return/0123456789abcdef"])("%s", (path) => {
  it("may be framed by the records only, and asks their servers only", async () => {
    const { answer } = await page(path);
    expect(policyOf(answer, "frame-ancestors")).toBe(
      "frame-ancestors https://record.hospital.example",
    );
    expect(policyOf(answer, "connect-src")).toBe(
      "connect-src 'self' https://fhir.hospital.example https://other.example https://login.other.example",
    );
    expect(policyOf(answer, "script-src")).toBe("script-src 'self'");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("etag")).toBeNull();
  });

  it("is the same whatever its address says, and repeats nothing of it", async () => {
    const { html } = await page(path);
    const hostile = `?iss=https://evil.example/fhir&launch=<script>1</script>&code=planted&state="&issuers=[]`;
    const { answer, html: other } = await page(`${path}${hostile}`);
    expect(answer.status).toBe(200);
    expect(other).toBe(html);
    expect(policyOf(answer, "connect-src")).not.toContain("evil");
  });

  it("hands its script the records of the installation as data that cannot end early", async () => {
    const { html } = await page(path);
    const [, json = ""] =
      html.match(/<script type="application\/json" id="issuers">(.*?)<\/script>/) ?? [];
    expect(JSON.parse(json)).toEqual([
      { ...issuers[0], origins: ["https://fhir.hospital.example"] },
      {
        issuer: "https://other.example/fhir",
        client: "compare-2",
        name: "other.example",
        origins: ["https://other.example", "https://login.other.example"],
      },
    ]);
  });
});

it("opens nothing else: the policy of every other page is as it was", async () => {
  for (const path of ["/", "/embed", "/v1/comparison?outcome=orr"]) {
    const answer = await server.fetch(path);
    expect(answer.headers.get("content-security-policy")).not.toContain("hospital.example");
  }
});

describe("an installation without records", () => {
  it("says that launching is off, and has no script", async () => {
    const answer = await fetch(`${inject("serverUrl")}/launch?iss=https://a.example&launch=1`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("not connected to any health record");
    expect(html).not.toContain("<script");
  });
});
