/** The examples on the page about the API are run unchanged against the served build. */
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { send } from "../support/send.ts";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

interface Example {
  file: string;
  /** Language of a code block in Markdown. */
  language: string;
  command: string;
  /** A command that succeeds if the example can run here. */
  probe: readonly string[];
  needs: string;
}

const examples = {
  curl: {
    ...{ file: "curl.sh", language: "sh", command: "sh", needs: "curl" },
    probe: ["-c", "command -v curl"],
  },
  python: {
    ...{ file: "compare.py", language: "python", command: "python3", needs: "Python 3.8 or newer" },
    probe: ["-c", "import sys; sys.exit(sys.version_info < (3, 8))"],
  },
  r: {
    ...{ file: "compare.R", language: "r", command: "Rscript" },
    probe: ["-e", "library(jsonlite); library(metafor); library(lme4)"],
    needs: "R with jsonlite, metafor and lme4",
  },
} as const satisfies Record<string, Example>;

const pathOf = ({ file }: Example) => join(root, "test/examples", file);

/** A test with this name, or a skipped one that says what is missing. */
function example(name: string, of: Example, test: (output: string) => Promise<void>): void {
  const able = spawnSync(of.command, of.probe, { stdio: "ignore" }).status === 0;
  it.skipIf(!able)(able ? name : `${name} (skipped: needs ${of.needs})`, async () => {
    const { stdout } = await run(of.command, [pathOf(of), inject("serverUrl")], {
      maxBuffer: 10_000_000,
      env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    });
    await test(stdout);
  });
}

/** The lines about the pools that both programs print, made from the answer itself. */
async function poolLines(query: string): Promise<string[]> {
  const { text } = await send(inject("serverUrl"), `/v1/comparison?${query}`);
  const { outcomes } = JSON.parse(text) as ApiComparison;
  return Object.entries(outcomes[0]?.pools ?? {}).map(([group, { estimate, interval, k }]) => {
    const [low, high] = interval ?? [];
    const [at, from, to] = [estimate, low, high].map((share) => ((share ?? 0) * 100).toFixed(1));
    return `${group}: ${at} % (${from} to ${to}), ${k} trials`;
  });
}

describe("the examples of the page about the API", () => {
  it.each(Object.values(examples))("stand there as in $file", (of) => {
    const guide = "functions/server/documentation/guides/integrators.md";
    const page = readFileSync(join(root, guide), "utf8");
    const text = readFileSync(pathOf(of), "utf8");
    expect(page).toContain(`\`\`\`${of.language}\n${text}\`\`\`\n`);
  });

  example("curl prints the answer and the table", examples.curl, async (output) => {
    const json = await send(inject("serverUrl"), "/v1/comparison?outcome=orr");
    const csv = await send(inject("serverUrl"), "/v1/comparison.csv?outcome=orr&age=60-");
    expect(output).toBe(json.text + csv.text);
  });

  example("Python prints the pooled rates", examples.python, async (output) => {
    const lines = await poolLines("outcome=orr");
    expect(lines).toHaveLength(2);
    expect(output.replace(/ %(?= to|\),)/g, "").split("\n")).toEqual(expect.arrayContaining(lines));
    expect(output).toMatch(/^odds ratio \d+\.\d\d \(\d+\.\d\d to \d+\.\d\d\)$/m);
    expect(output).toMatch(/^changed by apheresed: \d+ per 100$/m);
  });

  example("R prints the pools and fits them again", examples.r, async (output) => {
    const lines = await poolLines("outcome=orr&model=glmm");
    expect(output.split("\n")).toEqual(expect.arrayContaining(lines));
    expect(output.match(/^ {2}metafor: /gm)).toHaveLength(2);
  });
});
