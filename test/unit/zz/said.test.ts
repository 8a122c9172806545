import { writeFileSync, readFileSync } from "node:fs";
import { it } from "vitest";
import { answerOf } from "../../support/in-process.ts";
it("asks", async () => {
  const lines = readFileSync("/tmp/w/try/said-ask.txt", "utf8").trim().split("\n");
  let out = "";
  for (const a of lines) { const r = await answerOf(a); out += `== ${a} ${r.status}\n${JSON.stringify(JSON.parse(await r.text()), null, 1)}\n`; }
  writeFileSync("/tmp/w/try/said-out.txt", out);
});
