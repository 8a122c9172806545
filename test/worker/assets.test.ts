/** Content-hashed files never reach the Worker; what is missing there must not stick. */
import { expect, it } from "vitest";
import { request } from "../support/request.ts";

it("a missing file under /assets/ is not remembered as missing for a year", async () => {
  const { status, headers } = await request("/assets/widget-00000000.js");
  expect(status).toBe(404);
  expect(headers["cache-control"] ?? "").not.toMatch(/immutable|max-age=[1-9]\d{3,}/);
});

it.each(["POST", "PUT", "DELETE"])("%s changes nothing under /assets/", async (method) => {
  const { status } = await request("/assets/widget-00000000.js", { method });
  expect([404, 405]).toContain(status);
});
