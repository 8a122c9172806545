/** Tests when the code that answers counts as changed; each case bundles it anew. */
import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion } from "#data/generated/version.ts";
import { bundleAnsweringCode } from "../../../../.dev/build/versions.ts";
import packageFile from "../../../../package.json" with { type: "json" };
import { makeTestFolder } from "../../../support/test-folder.ts";

const repository = join(import.meta.dirname, "../../../..");
/** The library that is copied instead of linked, so that a test can change it. */
const library = "papaparse";

/** A copy of the sources in another folder, for the tests to change. */
const copy = makeTestFolder("repository-");
let before: string;

beforeAll(async () => {
  for (const name of ["data", "functions", "widget", "package.json", "tsconfig.json"]) {
    const whole = join(repository, name);
    // The copy leaves out the file that later steps of the build write.
    const filter = (path: string) => !path.endsWith("/version.ts");
    cpSync(whole, join(copy, name), { recursive: true, filter });
  }
  const libraries = join(copy, "node_modules");
  mkdirSync(libraries);
  for (const name of Object.keys(packageFile.dependencies)) {
    const from = join(repository, "node_modules", name);
    if (name === library) cpSync(from, join(libraries, name), { recursive: true });
    else {
      // The name may have a scope.
      mkdirSync(dirname(join(libraries, name)), { recursive: true });
      symlinkSync(from, join(libraries, name), "junction");
    }
  }
  before = await bundleAnsweringCode(copy);
});

/** The answering code after a change to these files. */
async function codeWith(
  files: readonly string[],
  change: (text: string) => string,
): Promise<string> {
  const originals = files.map((file) => {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    const changed = change(text);
    if (changed === text) throw new Error(`nothing has changed in ${file}`);
    writeFileSync(path, changed);
    return { path, text };
  });
  const code = await bundleAnsweringCode(copy);
  for (const { path, text } of originals) writeFileSync(path, text);
  return code;
}

/** Returns whether the code is the same as before: a failed comparison of the texts would print a million characters. */
const isSame = (code: string): boolean => code === before;

const inServer = (path: string) => `functions/server/${path}`;

describe("the code that answers", () => {
  it("is the same at every place, names no file and no version", async () => {
    expect(isSame(await bundleAnsweringCode(repository))).toBe(true);
    expect(/node_modules|functions\/|widget\//.exec(before)).toBeNull();
    expect(before).not.toContain(answerVersion);
    expect(before).toContain(dataVersion);
  });

  it("does not change with comments", async () => {
    const files = [
      "functions/server/documentation/document.ts",
      "functions/core/answer/compare.ts",
      "functions/server/pages/glossary/glossary-page.tsx",
      "widget/views/links.tsx",
      "functions/presentation/words/numbers.ts",
    ];
    const commented = (text: string) => `/** More. */\n${text}\n// And more.\n`;
    expect(isSame(await codeWith(files, commented))).toBe(true);
  });

  it("does not change with code that decides no answer", async () => {
    const files = [
      ...["pages/frame/frame-route.tsx", "pages/glossary/glossary-page.tsx"].map(inServer),
      ...["answers/keep/cached-response.ts", "http/middleware/refusals.ts"].map(inServer),
      ...["data/build/validate.ts", "data/schema/product.ts"],
      ...["widget/app.tsx", "widget/views/links.tsx"],
    ];
    const longer = (text: string) => `${text}\nconsole.log(1);\n`;
    expect(isSame(await codeWith(files, longer))).toBe(true);
  });

  it.each([
    ["functions/server/answers/render/answers.ts", "no row for", "nothing for"],
    ["functions/presentation/words/row-status.ts", "not compared", "not set against"],
    ["functions/server/answers/render/csv.ts", "kind: ({", "sort: ({"],
    [
      inServer("answers/compute/full-answer.ts"),
      "{ comparison: add",
      "{ more: {}, comparison: add",
    ],
    ["functions/core/answer/contrast.ts", "leastTrials = 2", "leastTrials = 77"],
    ["functions/core/question/parameters.ts", 'initial: "3+"', 'initial: "2"'],
    ["functions/core/dataset.ts", "...computeSet,", "...computeSet, sets: [],"],
    ["functions/presentation/svg/palette.ts", /#[0-9a-f]{6}/, "#123456"],
    ["data/generated/compute-set.ts", /"events":\d+/, '"events":1'],
    ["data/generated/provenance.ts", /"locator":"/, '"locator":"Other '],
    ["data/references.json", /"title": "/, '"title": "Other '],
    [`node_modules/${library}/papaparse.min.js`, "escapeFormulae", "escapeNothing"],
  ])("changes with %s", async (file, from, to) => {
    expect(isSame(await codeWith([file], (text) => text.replace(from, to)))).toBe(false);
  });

  it("does not change when a file moves", async () => {
    const from = "functions/server/answers/compute/full-answer.ts";
    const to = "functions/server/answers/compute/elsewhere/said.ts";
    mkdirSync(dirname(join(copy, to)));
    renameSync(join(copy, from), join(copy, to));
    const importing = globSync("functions/**/*.{ts,tsx}", { cwd: copy }).map((file) => {
      const text = readFileSync(join(copy, file), "utf8");
      const moved = text.replaceAll("full-answer.ts", "elsewhere/said.ts");
      writeFileSync(join(copy, file), moved);
      return { file, text };
    });
    expect(isSame(await bundleAnsweringCode(copy))).toBe(true);
    for (const { file, text } of importing) writeFileSync(join(copy, file), text);
    renameSync(join(copy, to), join(copy, from));
  });
});
