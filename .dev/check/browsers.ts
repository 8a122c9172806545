/** Fails if something that is built for browsers is newer than the baseline (`.dev/build/baseline.ts`). */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as styles from "#generated/styles.ts";
import { bundle } from "../build/bundle.ts";
import { deviceScript } from "../build/service-worker.ts";
import { root } from "../files.ts";
import { allowedFeatures, problemsOf } from "./newer-allowed.ts";
import { newerInMarkup, newerInScript, newerInStyles } from "./newer-features.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");

const scripts = globSync("dist/{sw.js,assets/*.js}", { cwd: root });
const pages = globSync("dist/**/*.html", { cwd: root });
if (scripts.length === 0 || pages.length === 0) throw new Error("not built");

const copy = await bundle({
  ...deviceScript,
  input: "functions/copy/copy.ts",
  output: { minify: true },
});

const findings = new Map<string, readonly string[]>([
  ...scripts.map((path) => [path, newerInScript(read(path))] as const),
  ["script of the copy", newerInScript(copy.code)],
  ...Object.entries(styles).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, newerInStyles(text)] as const] : [],
  ),
  ...pages.map((path) => [path, newerInMarkup(read(path))] as const),
]);

const problems = problemsOf(findings, allowedFeatures);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
