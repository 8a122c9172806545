/** The feed is parsed by a browser in `test/browser/changes.test.ts`. */
import { describe, expect, it } from "vitest";
import { changesFeed } from "#server/api/changes-feed.ts";
import { recall, releases } from "../../../support/releases.ts";

const feed = changesFeed(releases, recall, "https://example.org").replaceAll("\u00a0", " ");
const all = (pattern: RegExp, text = feed) => [...text.matchAll(pattern)].map(([, one]) => one);

describe("the feed of the history", () => {
  it("has one entry for each release, newest first, with the times of the releases", () => {
    expect(all(/<updated>(.+?)<\/updated>/g)).toEqual([
      "2026-12-24T00:00:00Z",
      "2026-12-24T00:00:00Z",
      "2026-12-24T00:00:00Z",
      "2026-11-20T00:00:00Z",
    ]);
  });

  it("has ids that are unique, well-formed and never change", () => {
    expect(all(/<id>(.+?)<\/id>/g)).toEqual([
      "urn:uuid:00000000-0000-8000-8000-5d2c9a71e0b4",
      "urn:uuid:20261220-0123-8000-8000-abcd9a71e0b4",
      "urn:uuid:20261220-89ef-8000-8000-45679a71e0b4",
      "urn:uuid:20261120-0000-8000-8000-00009a71e0b4",
    ]);
    expect(changesFeed(releases, recall, "https://elsewhere.example")).toContain(
      "urn:uuid:20261220-0123-8000-8000-abcd9a71e0b4",
    );
  });

  it("names its own address, an author, and absolute addresses of the site", () => {
    expect(feed).toContain(
      '<link rel="self" type="application/atom+xml" href="https://example.org/v1/changes.atom"/>',
    );
    expect(feed).toMatch(/<author><name>\w/);
    for (const address of all(/href="(.*?)"/g))
      expect(address).toMatch(/^https:\/\/example\.org\//);
    expect(feed).toContain('href="https://example.org/changes#2026-12-20-0123abcd"');
  });

  it("names the oldest data that may still be shown, and says what was wrong before", () => {
    expect(feed).toContain("<mc:minimumDataVersion>2026-12-20-89ef4567</mc:minimumDataVersion>");
    expect(feed).toContain("All data before these were withdrawn: One figure &amp;lt; the other");
  });

  it("says what changed, escaped twice where it is HTML", () => {
    expect(feed).toContain("<title>Two cohorts &amp; one figure &lt; the other");
    expect(feed).toContain("&lt;p&gt;Two cohorts &amp;amp; one figure &amp;lt; the other");
    expect(feed).toContain(
      "from 92.7 (82.9 to 97.5), 7 studies, 415 patients to 90.0 (80.1 to 96.0), 8 studies, 512 patients",
    );
  });
});
