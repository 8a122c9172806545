/**
 * What works in the most restricted frame, in a frame next to a health record, and without scripts.
 */
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { frameOf, oneLine, question, rows } from "./support/screen.ts";
import { answerTo, discrepancies } from "./support/shown-answer.ts";

describe("Without JavaScript", () => {
  test.for([
    ["in the whole browser", "", false],
    ["in the frame", 'sandbox=""', true],
  ] as const)(
    "%s the numbers are there, and nothing pretends to work",
    async ([_, sandbox, scripts], { openHostPage }) => {
      const search = "?lines=2&utm_source=newsletter";
      const body = bareFrame(`${sandbox} width="390" height="844"`, search);
      const { page, misconduct } = await openHostPage({
        head: "",
        body,
        javaScriptEnabled: scripts,
      });
      const frame = frameOf(page);
      expect(await discrepancies(frame, await answerTo("lines=2"))).toEqual([]);
      const [ignored, note] = (await frame.getByRole("note").allInnerTexts()).map(oneLine);
      expect(ignored).toBe("Not understood and ignored: utm_source.");
      expect(note).toMatch(/^Filters need JavaScript/);
      const links = frame.getByRole("note").getByRole("link");
      for (const [path, target] of await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute("href"), link.getAttribute("target")]),
      )) {
        expect(target).toBe("_blank");
        expect([path, (await fetch(`${inject("serverUrl")}${path}`)).status]).toEqual([path, 200]);
      }
      for (const name of ["Change", "Patient"]) {
        expect(await frame.getByText(name).first().isVisible(), name).toBe(false);
      }
      // The question is read all the same, above the rows.
      const [said, first] = [question(frame), rows(frame).first()];
      expect(oneLine(await said.innerText())).toMatch(/^US or EU · 2 prior lines /);
      expect((await said.boundingBox())?.y).toBeLessThan((await first.boundingBox())?.y ?? 0);
      const messages = misconduct.consoleMessages.filter((text) => !/Blocked script/.test(text));
      expectGoodConduct({ ...misconduct, consoleMessages: messages });
    },
  );
});
