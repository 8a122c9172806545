import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.ts";

/** Unit tests import the generated modules but need no server: build the rest only the first time. */
export default function setup(): void {
  const generated = join(import.meta.dirname, "../../widget/generated");
  const built = ["assets.ts", "pictures.ts"].every((file) => existsSync(join(generated, file)));
  if (built) build("--only=data,versions,agreement,questions,sheets,styles");
  else build();
}
