import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { changesPage } from "#server/pages/changes/page.tsx";
import { textOf } from "../../../../support/html.ts";
import { releases } from "../../../../support/releases.ts";

const html = changesPage(releases).replaceAll("\u00a0", " ");
const text = textOf(html).replace(/\s+/g, " ").replaceAll("&quot;", '"');

describe("the page of the history", () => {
  it("has every release with its date, version and sentences, at an address of its own", () => {
    for (const { version, what } of releases) {
      expect(html).toContain(`<section id="${version}">`);
      expect(text).toContain(version);
      for (const sentence of what) expect(text).toContain(sentence);
    }
    expect(text).toContain("24 Dec 2026");
  });

  it("leads with which rates of the first screen moved, the most first, and says why", () => {
    const lead = [...html.matchAll(/<p class="lead">(.+?)<\/p>/g)].map(([, one]) =>
      textOf(one ?? ""),
    );
    expect(lead[0]).toBe(
      "On 24 Dec 2026 numbers of the first screen changed: Complete response, or better with Bispecific from no number to <0.1 of 100; Response, ≥ partial response with CAR-T from 92.7 to 90.0 of 100.",
    );
    expect(lead[1]).toContain("2 other ready-made questions changed");
    expect(lead[2]).toContain("New in the data: Two cohorts");
    expect(lead).toHaveLength(3);
  });

  it("has a table for each ready-made question that changed, named as it is, or was", () => {
    const captions = [...html.matchAll(/<caption>(.+?)<\/caption>/g)].map(([, one]) => one);
    const [first, second] = dataset.presets;
    expect(captions.map((one) => textOf(one ?? ""))).toEqual([
      first?.label,
      second?.label,
      "not-there-any-more",
    ]);
  });

  it("says only what changed of a row", () => {
    const [, table = ""] = html.split("<table>");
    const [, response = ""] = table.split("<tbody>");
    expect(response).toContain("7 studies, 415 patients");
    expect(response).toContain("+26.4 (−1.3 to +35.8)");
    expect(response).toContain("−0.4 (−12.0 to +11.0)");
    expect(textOf(response)).not.toContain("&lt;0.1");
  });

  it("does not say of a rate that rounds to none that it is none, nor counts what is unknown", () => {
    expect(text).toContain("<0.1 (0.0 to 5.2), 1 study, unknown number of patients");
  });

  it("says which release corrects a wrong number, so that all data before were withdrawn", () => {
    expect(text).toContain("withdrawn: One figure < the other, twice.");
  });

  it("says where no number changed, but not of the first release", () => {
    expect(text.split("No number of a ready-made question changed.").length - 1).toBe(1);
  });
});
