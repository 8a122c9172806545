/** Content-hashed files never reach the Worker. A missing one does, and must not be cached. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

it.each(["/assets/widget-00000000.js", "/assets/missing.png"])(
  "%s, which is missing, is not remembered as missing",
  async (path) => {
    const { status, contentType, body } = await getProblem(path);
    expect([status, contentType]).toEqual([404, "application/problem+json; charset=utf-8"]);
    expect(body).toMatchObject({ status: 404, title: "Not Found" });
    expect((await request(path)).headers["cache-control"]).toBe("no-store");
  },
);

it.each(["POST", "PUT", "DELETE"])("%s changes nothing under /assets/", async (method) => {
  const { status } = await request("/assets/widget-00000000.js", { method });
  expect([404, 405]).toContain(status);
});

it("no other file of the build is served without the Worker", () => {
  const root = join(import.meta.dirname, "../..");
  const first = readConfig({ config: join(root, "wrangler.toml") }).assets?.run_worker_first;
  const patterns = (Array.isArray(first) ? first : []).map(
    (pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
  );
  const paths = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "_headers")
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, "dist").length));
  const open = paths.filter((path) => !patterns.some((pattern) => pattern.test(path)));
  expect(open.length).toBeGreaterThan(10);
  expect(open.filter((path) => !path.startsWith("/assets/"))).toEqual([]);
});
