import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { versionsOf } from "../../../data/versions.ts";
import { evidence, found } from "./files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "functions-"));
  for (const name of ["statistics", "evidence", "comparison", "api", "embed"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "code.ts"), "export {};\n");
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("versions", () => {
  it("name the data's date and their content", () => {
    const { dataVersion, answerVersion } = versionsOf(evidence(), folder);
    expect(dataVersion).toMatch(/^2026-11-20-[0-9a-f]{8}$/);
    expect(answerVersion).toMatch(new RegExp(`^${dataVersion}-[0-9a-f]{8}$`));
    expect(versionsOf(evidence(), folder)).toEqual({ dataVersion, answerVersion });
  });

  it("change with a single count", () => {
    const before = versionsOf(evidence(), folder);
    const changed = evidence();
    found(changed.cohorts[0]?.figures[0], "a figure").events = 1;
    const after = versionsOf(changed, folder);
    expect(after.dataVersion).not.toBe(before.dataVersion);
    expect(after.answerVersion).not.toBe(before.answerVersion);
  });

  it("of answers change with the code that answers, and with no other", () => {
    const before = versionsOf(evidence(), folder);
    writeFileSync(join(folder, "embed", "code.ts"), "export const changed = 1;\n");
    expect(versionsOf(evidence(), folder)).toEqual(before);
    writeFileSync(join(folder, "statistics", "code.ts"), "export const changed = 1;\n");
    const after = versionsOf(evidence(), folder);
    expect(after.dataVersion).toBe(before.dataVersion);
    expect(after.answerVersion).not.toBe(before.answerVersion);
  });
});
