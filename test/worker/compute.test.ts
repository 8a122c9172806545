/** Installations that leave to the readers' devices what the build did not make. */
import { afterAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { documented } from "../support/documented.ts";
import { addressOf, documentedResources } from "../support/documented-resources.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";
import { serve } from "../support/serve.ts";

const small = await serve({ vars: { COMPUTE: "precomputed" } });
afterAll(() => small.dispose());

const from = async (path: string) => {
  const answer = await small.fetch(path);
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    text: await answer.text(),
  };
};

describe("with COMPUTE=precomputed", () => {
  it.each([
    "/",
    "/embed",
    "/embed?setting=early",
    "/v1/comparison?availability=us",
    "/v1/choices?age=61-",
    "/build?age=61-",
    "/v1/cohorts",
    "/methods",
  ])("%s is answered as everywhere", async (path) => {
    const { status, text } = await from(path);
    expect(status).toBe(200);
    expect(text.length).toBeGreaterThan(500);
  });

  it.each([
    "/v1/comparison?age=61-",
    "/v1/comparison.csv?age=61-",
    "/v1/reproduce.R?age=61-",
    "/v1/sensitivity?outcome=orr",
    "/v1/forest.svg?outcome=orr",
  ])("%s says how to ask", async (path) => {
    const { status, type, text } = await from(path);
    expect([status, type]).toEqual([503, "application/problem+json; charset=utf-8"]);
    expect(text).toContain("/v1/choices");
    expect((await request(path)).status, "elsewhere").toBe(200);
  });

  it("the report leads to the element, which computes on the device", async () => {
    const { status, type, text } = await from("/report?age=61-");
    expect([status, type]).toEqual([503, "text/html; charset=utf-8"]);
    expect(text).toContain('<a href="/embed?age=61-">');
  });

  it("every resource that refuses to compute documents it, and no other does", async () => {
    const { document, problemsOf } = documented(await getJson<OpenApiDocument>("/v1/openapi.json"));
    const resources = documentedResources(document).filter(({ validated }) => validated);
    for (const { path, ofQuestion, ...rest } of resources) {
      const address = addressOf({ path, ofQuestion, ...rest });
      const unusual = ofQuestion.length > 0 ? "age=61.5-" : "";
      const { status, text } = await from(
        `${address}${address.includes("?") ? "&" : "?"}${unusual}`,
      );
      const isDocumented = "503" in (document.paths[path]?.get.responses ?? {});
      expect([address, status]).toEqual([address, isDocumented ? 503 : 200]);
      if (status !== 503) continue;
      const at = { path, status, type: "application/problem+json" };
      expect(problemsOf(at, JSON.parse(text))).toEqual([]);
    }
  });

  it("the frame of any other question leaves it to the element", async () => {
    const { status, text } = await from("/embed?age=61-");
    expect(status).toBe(200);
    expect(text).toContain("data-kept");
    expect(text).not.toMatch(/of 100/);
  });
});
