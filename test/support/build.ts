import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds if `npm test` has not done so already, i.e. if `vitest` was started directly. */
export function build(...options: string[]): void {
  if (process.env.ALREADY_BUILT) return;
  const root = join(import.meta.dirname, "../..");
  const { status } = spawnSync(process.execPath, [join(root, ".dev/build/build.ts"), ...options], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The tests did not run because the build failed.");
}
