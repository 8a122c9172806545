import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mendedEvidence } from "../../../../.dev/evidence/mended.ts";
import { dataFilesAt } from "../../../../.dev/evidence/older-data.ts";
import { effectOf, shownBy } from "../../../../.dev/evidence/shown.ts";
import { dataFiles, found, shownNow } from "../../data/files.ts";

describe("data of a git revision", () => {
  const folder = mkdtempSync(join(tmpdir(), "data-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@x", ...args]);
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

  mkdirSync(join(folder, "data/cohorts"), { recursive: true });
  git("init", "--quiet");
  write("data/cohorts/one.json", '{ "label": "Eins – é" }\n');
  write("data/cohorts/two.json", "{ broken");
  write("data/outcomes.json", "[]");
  write("data/README.md", "no data");
  git("add", ".");
  git("commit", "--quiet", "-m", "first");
  write("data/cohorts/one.json", "{}");

  it("are read as they were, without files that are no data", () => {
    const files = dataFilesAt(folder, "HEAD");
    expect(files.map(({ path }) => path)).toEqual([
      "data/cohorts/one.json",
      "data/cohorts/two.json",
      "data/outcomes.json",
    ]);
    expect(files[0]?.content).toEqual({ label: "Eins – é" });
    expect(files[1]?.unreadable).toMatch(/^SyntaxError: .+$/);
    expect(files[2]?.content).toEqual([]);
  });

  it.each(["nonsense", "--help", ""])("refuses %j", (revision) => {
    expect(() => dataFilesAt(folder, revision)).toThrow("git knows no revision");
  });
});

describe("data of another schema", () => {
  const isCohort = (path: string) => path.startsWith("data/cohorts/");

  /** Every cohort and figure without a field that may be unknown, and with one that is gone. */
  function ofAnotherTime() {
    return dataFiles().map(({ path, content }) => {
      if (!isCohort(path)) return { path, content };
      const { notes, missing, ...cohort } = content as { notes: unknown; missing: unknown };
      return { path, content: { ...cohort, colour: "red" } };
    });
  }

  it("give the same numbers where they say the same", () => {
    const { evidence: mended, left } = mendedEvidence(ofAnotherTime());
    expect([...left]).toEqual([]);
    const unknown = mended.cohorts.filter(
      ({ notes, missing }) => notes === null && !missing.length,
    );
    expect(unknown.length).toBe(mended.cohorts.length);
    expect(effectOf(shownNow(), shownBy(mended))).toEqual([]);
  });

  it("leave out a file that says what is unknown now, and say which", () => {
    const odd = found(
      dataFiles().find(({ path }) => isCohort(path)),
      "a cohort",
    ).path;
    const files = dataFiles().map(({ path, content }) =>
      path === odd
        ? { path, content: { ...(content as object), setting: "somewhere" } }
        : { path, content },
    );
    const { evidence: mended, left } = mendedEvidence(files);
    expect([...left.keys()]).toEqual([odd]);
    expect(left.get(odd)).toMatch(/^setting: /);
    expect(() => shownBy({ ...mended, presets: mended.presets.slice(0, 1) })).not.toThrow();
  });

  it("may be missing altogether", () => {
    expect(shownBy(mendedEvidence([]).evidence)).toEqual([]);
  });
});
