import { describe, expect, it } from "vitest";
import { renderChangesPage } from "#server/pages/changes/changes-page.tsx";
import { textOf } from "../../../../support/html.ts";
import { releases } from "../../../data/made-releases.ts";

const html = renderChangesPage(releases).replaceAll("\u00a0", " ");
const text = textOf(html).replace(/\s+/g, " ").replaceAll("&quot;", '"');

describe("the page of the history", () => {
  it("says which release corrects a wrong number, so that all data before were withdrawn", () => {
    expect(text).toContain("withdrawn. One figure < the other, twice.");
  });
});
