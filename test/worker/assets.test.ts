/** Content-hashed files never reach the Worker. A missing one must not be cached. */
import { expect, it } from "vitest";
import { request } from "../support/request.ts";

it.each(["/assets/widget-00000000.js", "/assets/pictures/default-00000000.png"])(
  "%s, which is missing, is not remembered as missing",
  async (path) => {
    const { status, headers } = await request(path);
    expect(status).toBe(404);
    expect(headers["cache-control"] ?? "").not.toMatch(/immutable|max-age=[1-9]/);
  },
);

it.each(["POST", "PUT", "DELETE"])("%s changes nothing under /assets/", async (method) => {
  const { status } = await request("/assets/widget-00000000.js", { method });
  expect([404, 405]).toContain(status);
});
