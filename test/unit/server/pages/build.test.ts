/** Tests `/build`: snippets for the question in the address. `test/browser/` tests that they work elsewhere. */
import { describe, expect, it } from "vitest";
import { textAt } from "../../../support/built-app.ts";
import { tagsOf, textOf } from "../../../support/html.ts";

const ours = "http://localhost";
const seenAt = async (search: string) =>
  textOf(await textAt(`/build${search}`)).replaceAll("&quot;", '"');

describe("the page of snippets", () => {
  it.each([
    ["http://localhost", true],
    ["http://127.0.0.1:8787", true],
    ["http://[::1]:8787", true],
    ["https://compare.example.org", false],
    ["https://localhost.example.org", false],
  ])("says of %s whether others reach it", async (site, isWarned) => {
    const text = await textAt(`${site}/build`);
    expect(text.includes("reaches only this computer")).toBe(isWarned);
  });

  it("has the question and the look of its address in each, and in the preview", async () => {
    const search = "?lines=2&age=65-&theme=dark";
    const seen = await seenAt(search);
    const attributes = 'lines="2" age="65-" theme="dark"';
    expect(seen).toContain(`<myeloma-compare ${attributes}><a href="${ours}/embed`);
    expect(seen).toContain(`<myeloma-compare ${attributes} />`);
    const text = await textAt(`/build${search}`);
    const [preview = ""] = tagsOf(text).filter((tag) => tag.startsWith("<iframe"));
    expect(preview.replaceAll("&amp;", "&")).toContain(`src="/embed${search}"`);
    expect(seen.match(/\/embed\?lines=2&(amp;)?age=65-&(amp;)?theme=dark/g)).toHaveLength(4);
  });

  it("offers the tabs to begin with, and keeps other outcomes", async () => {
    const chosenOf = async (search: string) => {
      const tags = tagsOf(await textAt(`/build${search}`));
      return tags.find((tag) => tag.startsWith("<option") && tag.includes(" selected"));
    };
    expect(await chosenOf("?outcome=toxicity")).toContain('value="toxicity"');
    expect(await chosenOf("?outcome=orr,cr")).toContain('value="orr,cr"');
    expect(await seenAt("?outcome=toxicity")).toContain('<myeloma-compare outcome="toxicity">');
  });

  it("offers region, lines and colours, as the question has them, and keeps the rest of it", async () => {
    const text = await textAt("/build?availability=eu&lines=2&age=65-&theme=dark");
    const tags = tagsOf(text);
    const chosen = tags.filter((tag) => tag.startsWith("<option") && tag.includes(" selected"));
    expect(chosen.map((tag) => /value="(\w+)"/.exec(tag)?.[1])).toEqual([
      "summary",
      "eu",
      "2",
      "dark",
    ]);
    const unchanged = tags.filter((tag) => tag.startsWith("<input"));
    expect(unchanged).toEqual(['<input type="hidden" name="age" value="65-"/>']);
    // The address is the one that the form sends.
    const sent = "?age=65-&outcome=summary&availability=us,eu&lines=3%2B&theme=dark";
    expect(await seenAt(sent)).toContain('<myeloma-compare age="65-" theme="dark">');
  });
});
