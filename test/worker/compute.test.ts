/** Installations that leave to the readers' devices what the build did not make. */
import { afterAll, describe, expect, it } from "vitest";
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
    "/qr.svg?age=61-",
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
    "/v1/brief?age=61-",
    "/v1/sensitivity?outcome=orr",
    "/v1/forest.svg?outcome=orr",
    "/report?age=61-",
  ])("%s says how to ask", async (path) => {
    const { status, type, text } = await from(path);
    expect([status, type]).toEqual([503, "application/problem+json; charset=utf-8"]);
    expect(text).toContain("/v1/choices");
    expect((await request(path)).status, "elsewhere").toBe(200);
  });

  it("the frame of any other question leaves it to the element", async () => {
    const { status, text } = await from("/embed?age=61-");
    expect(status).toBe(200);
    expect(text).toContain("data-kept");
    expect(text).not.toMatch(/of 100/);
  });
});
