import { describe, expect, it } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const paths = [
  "/",
  "/embed",
  "/v1/comparison",
  "/v1/forest.svg?outcome=orr",
  "/v1/cohorts",
  `/v1/cohorts/${anyCohort.id}`,
  "/v1/outcomes",
  "/v1/dataset",
  "/docs",
  "/changes",
  "/glossary",
  "/healthz",
  "/nowhere",
];
const allow = "GET, HEAD, OPTIONS";

describe.each(paths)("%s", (path) => {
  it.each(["POST", "PUT", "DELETE", "PATCH"])(
    "refuses %s and says what is allowed",
    async (method) => {
      const { status, contentType, body } = await getProblem(path, { method });
      expect([status, body.status]).toEqual([405, 405]);
      expect(contentType).toMatch(/^application\/problem\+json/);
      const { headers } = await request(path, { method });
      expect(headers.allow).toBe(allow);
      expect(headers["cache-control"]).toBe("no-store");
    },
  );

  it("answers OPTIONS with 204, no body and what other sites may do", async () => {
    const headers = { origin: "https://example.org", "access-control-request-method": "GET" };
    const answer = await request(path, { method: "OPTIONS", headers });
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect(answer.headers).toMatchObject({
      allow,
      "access-control-allow-origin": "*",
      "access-control-allow-methods": allow,
    });
    expect(answer.headers["access-control-allow-headers"]).toMatch(/if-none-match/);
  });

  it("answers HEAD as GET, without the body", async () => {
    const [head, get] = [await request(path, { method: "HEAD" }), await request(path)];
    expect(head.status).toBe(get.status);
    expect(head.text).toBe("");
    for (const name of ["content-type", "etag", "cache-control", "content-security-policy"]) {
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
    }
  });
});

describe("a refused method", () => {
  it("comes with the headers of data even where a page would be", async () => {
    const { headers } = await request("/embed", { method: "POST", body: "<script>" });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });
});
