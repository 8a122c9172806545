/** The history of the data: as JSON, as a feed and as a page. */
import { describe, expect, inject, it } from "vitest";
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

describe("/v1/changes.atom", () => {
  it("is a feed with the address of this installation", async () => {
    const { status, headers, text } = await request("/v1/changes.atom");
    const origin = inject("serverUrl");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expect(text).toContain(`<link rel="self" type="application/atom+xml" href="${origin}/v1/`);
    expect(text).not.toContain("installation.invalid");
    expect(text).toContain(`<mc:minimumDataVersion>${recall.minimumDataVersion}</`);
    expect(text.match(/<entry>/g)?.length).toBe(releases.length);
  });

  it("is not sent twice", async () => {
    const { headers } = await request("/v1/changes.atom");
    const given = { headers: { "if-none-match": String(headers.etag) } };
    expect((await request("/v1/changes.atom", given)).status).toBe(304);
  });

  it("takes no parameter", async () => {
    expect((await request("/v1/changes.atom?since=2026")).status).toBe(400);
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

  it.each(["/changes", "/"])("%s names the feed in its head", async (path) => {
    const { text } = await request(path);
    expect(text.split("</head>")[0]).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/v1/changes.atom"',
    );
  });

  it("names the feed in its text", async () => {
    expect((await request("/changes")).text).toContain('<a href="/v1/changes.atom"');
  });

  it("is linked from the home page", async () => {
    expect((await request("/")).text).toContain('<a href="/changes"');
  });

  it.each(["/changes.html", "/changes/"])("%s is no address", async (path) => {
    expect((await request(path)).status).toBe(404);
  });
});
