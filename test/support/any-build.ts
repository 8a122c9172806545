import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.ts";

/** Pages name scripts and hold styles, which no answer depends on: those of any build will do. */
export default function setup(): void {
  if (!existsSync(join(import.meta.dirname, "../../generated/assets.ts"))) build();
}
