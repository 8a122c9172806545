import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { copiedSummary } from "#presentation/table/copied-summary.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const permalink = "https://compare.example.org/embed";
const answerTo = (question: string) => compareInWords(asked(question, dataset), dataset);
const linesOf = (question: string, outcome?: string) =>
  copiedSummary(answerTo(question), { permalink, outcome }, english).text.split("\r\n");

describe("the summary for a note", () => {
  it("has the outcome of the headline, with every interval and the certainty", () => {
    const [what, response, harms, limits, cite, ...more] = linesOf("");
    const interval = "\\(<?\\d+–<?\\d+\\)";
    const trials = "\\[\\d+–\\d+ in (?:\\d of )?\\d trials\\]";
    const side = `<?\\d+ of 100 (?:infused|treated) ${interval} ${trials}`;
    const line = new RegExp(
      `: CAR-T ${side}, Bispecific ${side}; \\d+ more of 100 responded with CAR-T \\(\\d+ to \\d+ more\\); holds in \\d of \\d checks\\.$`,
    );
    expect(what).toContain("monotherapy");
    expect(response).toMatch(/^Response, /);
    expect(response).toMatch(line);
    expect(harms?.replaceAll("\u2011", "-")).toMatch(/^More had severe CRS after CAR-T.*\.$/);
    expect(limits).toContain("Very low certainty: separate trials, not randomised.");
    expect(limits).toContain("Evidence, not advice.");
    expect(cite).toMatch(/^Cite as: Myeloma Compare\. .*Data of \d+ \w+ 2\d{3}, version \S+\. /);
    expect(cite?.endsWith(` ${permalink}`)).toBe(true);
    expect(more).toEqual([]);
  });

  it("says of a row how its difference stood the checks, or why there is none, once", () => {
    const [, line] = linesOf("", "crs-3");
    expect(line).toMatch(/more of 100 had severe CRS .*\); holds in \d of \d checks\.$/);
    const [, open] = linesOf("", "infection-3");
    expect(open).toMatch(/; 0 lies within\.$/);
    const [, single] = linesOf("lines=2", "orr");
    expect(single).toContain("one bispecific trial");
    expect(single?.match(/not compared/g)).toHaveLength(1);
  });

  it("names the products that a number holds, where others were selected", () => {
    const [, line] = linesOf("", "icans");
    expect(line).toContain("Bispecific (teclistamab, linvoseltamab) ");
  });

  it("of a row has that row only, and says why there is no difference", () => {
    const lines = linesOf("", "infused");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^Received the planned infusion.*Bispecific no number; not compared: no manufacturing/,
    );
  });

  it.each(["", "outcome=toxicity", "outcome=survival", "prior-lines=90-", "therapy-class=bsab"])(
    "has three to five lines without gaps: %s",
    (question) => {
      const lines = linesOf(question);
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(5);
      for (const line of lines) expect(line).not.toMatch(/NaN|undefined|null| {2}|^$/);
    },
  );

  it("is the same as HTML, without markup of its own", () => {
    const { text, html } = copiedSummary(answerTo(""), { permalink }, english);
    const plain = html.replace(/<\/p><p>/g, "\r\n").replace(/<\/?p>/g, "");
    expect(plain.replace(/&#60;/g, "<")).toBe(text);
  });
});
