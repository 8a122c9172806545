import { join } from "node:path";
import { unstable_readConfig as readConfig } from "wrangler";
import { variableProblems } from "#server/http/environment.ts";
import { root } from "../files.ts";

const file = join(root, "wrangler.toml");

export function isProduction(config = file): boolean {
  return readConfig({ config }).vars.APP_ENV === "production";
}

/** @throws Error if a variable in `[vars]` is invalid, with its name and the allowed values. */
export function checkConfiguration(config = file): void {
  const problems = variableProblems(readConfig({ config }).vars);
  if (problems.length === 0) return;
  throw new Error(problems.map(({ name, message }) => `${config}: ${name} ${message}`).join("\n"));
}
