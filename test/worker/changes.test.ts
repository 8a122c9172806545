/** The history of the data: as JSON and as a page. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { recall, releases } from "#data/generated/changes.ts";
import { executableScriptsOf, styleHashesOf, textOf } from "../support/html.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

describe("/v1/changes", () => {
  it("is every release of the data, and the version of these", async () => {
    expect(await getJson("/v1/changes")).toEqual({
      dataVersion: dataset.dataVersion,
      ...recall,
      releases,
    });
  });
});

describe("/changes", () => {
  it("has every release, runs no script, and has styles that its policy names", async () => {
    const { status, text, headers } = await request("/changes");
    expect(status).toBe(200);
    for (const { version, what } of releases) {
      expect(text).toContain(`id="${version}"`);
      for (const sentence of what) expect(textOf(text)).toContain(sentence);
    }
    expect(executableScriptsOf(text)).toEqual([]);
    for (const hash of styleHashesOf(text)) {
      expect(headers["content-security-policy"]).toContain(`'${hash}'`);
    }
  });

  it("is linked from the home page", async () => {
    expect((await request("/")).text).toContain('<a href="/changes"');
  });

  it.each(["/changes.html", "/changes/"])("%s is no address", async (path) => {
    expect((await request(path)).status).toBe(404);
  });
});
