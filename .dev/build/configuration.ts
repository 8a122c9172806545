/**
 * Reads `wrangler.toml` with Wrangler, which takes a second to load. Only the build does this, and writes what it
 * read for later steps.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Unstable_Config as WranglerConfiguration } from "wrangler";
import { listVariableProblems } from "#server/http/environment.ts";
import { root, writeFileIfChanged } from "../files.ts";

const written = "generated/wrangler.json";

/** Holds the name of the Worker and what it is given: variables, files and the date of the platform's behaviour. */
export type Configuration = Pick<
  WranglerConfiguration,
  "assets" | "compatibility_date" | "name" | "vars"
>;

/**
 * Returns the configuration of the Worker in a file of Wrangler.
 *
 * @param config The path of the file; by default that of the repository.
 * @throws Error if a variable in `[vars]` is invalid, with its name and the allowed values.
 */
export async function readWranglerConfiguration(
  config = join(root, "wrangler.toml"),
): Promise<Configuration> {
  const { unstable_readConfig: readConfig } = await import("wrangler");
  const { assets, compatibility_date, name, vars } = readConfig({ config });
  const problems = listVariableProblems(vars);
  if (problems.length === 0) return { assets, compatibility_date, name, vars };
  throw new Error(problems.map(({ name, message }) => `${config}: ${name} ${message}`).join("\n"));
}

/**
 * Writes the configuration for later steps.
 *
 * @throws Error as `readWranglerConfiguration` does.
 */
export async function writeConfiguration(): Promise<void> {
  writeFileIfChanged(written, JSON.stringify(await readWranglerConfiguration()));
}

export function readBuiltConfiguration(): Configuration {
  return JSON.parse(readFileSync(join(root, written), "utf8")) as Configuration;
}
