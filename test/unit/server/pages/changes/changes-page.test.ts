import { describe, expect, it } from "vitest";
import { changesPage } from "#server/pages/changes/changes-page.tsx";
import { textOf } from "../../../../support/html.ts";
import { releases } from "../../../data/made-releases.ts";

const html = changesPage(releases).replaceAll("\u00a0", " ");
const text = textOf(html).replace(/\s+/g, " ").replaceAll("&quot;", '"');

describe("the page of the history", () => {
  it("has every release with its date, version and sentences, at an address of its own", () => {
    for (const { version, what } of releases) {
      expect(html).toContain(`<h3 id="${version}">`);
      expect(text).toContain(version);
      for (const sentence of what) expect(text).toContain(sentence);
    }
    expect(text).toContain("24 Dec 2026");
  });

  it("says which release corrects a wrong number, so that all data before were withdrawn", () => {
    expect(text).toContain("withdrawn. One figure < the other, twice.");
  });
});
