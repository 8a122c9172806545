import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const answer = compareInWords(asked("outcome=orr,crs-3", dataset), dataset);
const [row, ...others] = answer.outcomes;
if (!row) throw new Error("no row");

const table = (label: string, detail: string | null = null) =>
  comparisonTable(
    { ...answer, outcomes: [{ ...row, label, detail }, ...others] },
    "https://compare.example.org/embed",
    english,
  );

describe("the table for the clipboard", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)"])(
    "%s is text in a spreadsheet, in both forms",
    (label) => {
      const { text, html } = table(label);
      expect(text).toContain(`\r\n'${label}\t`);
      expect(html).toContain(`<th scope="row" align="left">'${label}</th>`);
    },
  );

  it("has each class in a cell, the source beneath, and says that a patient is not in it", () => {
    const { text } = table("Response");
    const [, head = "", line = ""] = text.split("\r\n");
    const { trials, of } = row.pools["car-t"];
    const whole = trials === of ? trials : `${trials} of ${of}`;
    expect(head.split("\t")).toHaveLength(4);
    expect(line.split("\t")[1]).toMatch(
      new RegExp(`^\\d+ \\(\\d+–\\d+\\), \\d+–\\d+ in ${whole} trials$`),
    );
    expect(line.split("\t")[3]).toMatch(/^\d+ (more|fewer) responded .*\(.* to .*\); [a-z ]+/);
    expect(text.split("\r\n").at(-1)).toMatch(/^Cite as: .* https:\/\/compare.example.org\/embed$/);
  });

  it("says in a cell that it rests on other trials than the row it is part of", () => {
    const chain = compareInWords(asked("outcome=orr,vgpr", dataset), dataset);
    const { text } = comparisonTable(chain, "https://compare.example.org/embed", english);
    const [first, second] = text.split("\r\n").slice(2);
    expect(second?.split("\t")[1]).toMatch(
      /–\d+ in \d of \d trials, other trials than “Response”$/,
    );
    expect(first).not.toContain("other trials");
  });

  it("no cell ends early, and none is markup", () => {
    const { text, html } = table('a\tb\r\nc <img src="x"> & d', "e");
    expect(text.split("\r\n")[2]?.split("\t")[0]).toBe('a b c <img src="x"> & d, e');
    expect(text.split("\r\n")[2]?.split("\t")).toHaveLength(4);
    expect(html).not.toContain("<img");
    expect(html).toContain("a b c &#60;img src=&#34;x&#34;&#62; &#38; d, e");
  });

  it("names the outcomes without any number in a line beneath", () => {
    const harms = compareInWords(asked("outcome=toxicity", dataset), dataset);
    const { text } = comparisonTable(harms, "https://compare.example.org/embed", english);
    const lines = text.split("\r\n");
    const named = lines.find((line) => line.startsWith(english.unreported.silent)) ?? "";
    const names = named.slice(english.unreported.silent.length, -1).split(";");
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      expect(lines.some((line) => line.startsWith(`${name.trim()}\t`))).toBe(false);
    }
  });

  it("says why a side is missing, and never a number for it", () => {
    const oneClass = compareInWords(asked("therapy-class=car-t&outcome=orr", dataset), dataset);
    const { text } = comparisonTable(oneClass, "https://compare.example.org/embed", english);
    const cells = text.split("\r\n")[2]?.split("\t") ?? [];
    expect(cells[2]).toBe("–");
    expect(cells[3]).toMatch(/^(–|not compared: [^\d]+)$/);
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  it("says why two numbers are not compared, once", () => {
    const early = compareInWords(asked("lines=2&outcome=orr", dataset), dataset);
    const { text } = comparisonTable(early, "https://compare.example.org/embed", english);
    const [, first = "", second = "", why = ""] = text.split("\r\n")[2]?.split("\t") ?? [];
    expect(first).toMatch(/^\d+ \(/);
    expect(second).toMatch(/^\d+ \(/);
    expect(why).toContain("one bispecific trial");
    expect(why.match(/not compared/g)).toHaveLength(1);
  });
});
