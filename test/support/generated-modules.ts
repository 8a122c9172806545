import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "./build.ts";

/**
 * Unit tests and approved answers import generated modules but need no server. So the full build runs only if it never
 * ran before, and otherwise for unit tests the steps that generate modules; pages name scripts and hold styles, which no
 * approved answer depends on: those of any build will do.
 */
export default function setup({ name }: TestProject): void {
  if (!existsSync(join(import.meta.dirname, "../../generated/assets.ts"))) build();
  else if (name === "unit") build("--only=data,versions,published,questions,styles");
}
