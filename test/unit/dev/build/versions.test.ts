/** Tests the versions of this code; `versions.slow.test.ts` tests when they change. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion, serverVersion } from "#data/generated/version.ts";
import { computeAnswerAndServerVersions } from "../../../../.dev/build/versions.ts";
import { isWhole } from "../../../support/sample.ts";

const repository = join(import.meta.dirname, "../../../..");

it.runIf(isWhole)("the versions are those of the code that is here", async () => {
  expect(await computeAnswerAndServerVersions(repository, dataVersion)).toEqual({
    answerVersion,
    serverVersion,
  });
  expect(answerVersion).toMatch(new RegExp(`^${dataVersion}-[0-9a-f]{8}$`));
  expect(serverVersion).toMatch(/^[0-9a-f]{8}$/);
});

it("the code that answers holds whatever a route calls an answer", () => {
  const routes = globSync("functions/**/*.{ts,tsx}", { cwd: repository })
    .map((file) => ({ file, text: readFileSync(join(repository, file), "utf8") }))
    .filter(({ text }) => /\bisAnswer: /.test(text));
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter(({ text }) => !text.includes('/answers.ts"'))).toEqual([]);
});
