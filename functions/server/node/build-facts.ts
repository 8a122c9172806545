/** What a build says of itself, in `build.json` beside the server. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Settings } from "./settings.ts";

const factsSchema = v.object({
  /** With the answers made beforehand. */
  whole: v.boolean(),
  /** For a server of the machine that built it, without HSTS. */
  local: v.boolean(),
  /** Hash of the files that it was made of. */
  sources: v.string(),
});

export type BuildFacts = v.InferOutput<typeof factsSchema>;

/** `null` if the file is not there, or none of ours. */
export function buildFacts(file: string): BuildFacts | null {
  try {
    return v.parse(factsSchema, JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Why this build must not be served with these settings; `null` if it may be. */
export function buildProblem(
  facts: BuildFacts | null,
  { APP_ENV, COMPUTE }: Pick<Settings, "APP_ENV" | "COMPUTE">,
): string | null {
  if (!facts) return "The build does not say what it is: make it again with `npm run build`.";
  if (facts.local && APP_ENV === "production") {
    return "This build is for the machine that made it, without HSTS: run `npm run build` for one to serve.";
  }
  if (!facts.whole && COMPUTE === "precomputed") {
    return "COMPUTE is precomputed, and this build has no answers made beforehand: run `npm run build` for one that has.";
  }
  return null;
}
