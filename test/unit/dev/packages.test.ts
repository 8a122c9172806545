import { expect, it } from "vitest";
import lockfile from "../../../package-lock.json" with { type: "json" };

it("there is one simulator: ours is the one that wrangler needs", () => {
  const { packages } = lockfile;
  const { version } = packages["node_modules/miniflare"];
  expect(packages["node_modules/wrangler"].dependencies.miniflare).toBe(version);
});
