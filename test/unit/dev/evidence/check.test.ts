import { expect, it } from "vitest";
import { runNode } from "../../../../.dev/run.ts";

it("npm run evidence -- check says what was checked", async () => {
  const { code, output } = await runNode([".dev/evidence/evidence.ts", "check"]);
  expect(output).toMatch(
    /^0 problems in \d+ files with \d+ figures of \d+ cohorts \(\d+\.\d s\)\.$/,
  );
  expect(code).toBe(0);
});

it("an unknown command is answered with those that there are", async () => {
  const { code, output } = await runNode([".dev/evidence/evidence.ts", "nonsense"]);
  expect(output).toContain("npm run evidence -- check");
  expect(code).toBe(1);
});
