import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.ts";

/**
 * Unit tests import generated modules but need no server. So the full build runs only if it never
 * ran before, and otherwise only the steps that generate modules.
 */
export default function setup(): void {
  const generated = join(import.meta.dirname, "../../generated");
  const built = existsSync(join(generated, "assets.ts"));
  if (built) build("--only=data,versions,published,questions,styles");
  else build();
}
