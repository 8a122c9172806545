import { describe, expect, it } from "vitest";
import { askedIn, inCopy, placeOf, withPlaces } from "../../../functions/copy/places.ts";

const folder = {
  isSingle: false,
  dataVersion: "2026-11-20-a",
  dataDate: "2026-11-20",
  recallFrom: null,
  line: "A copy of <today>.",
};
const single = { ...folder, isSingle: true };
const named = { ...folder, recallFrom: "https://compare.example.org" };

describe("an address of an installation", () => {
  it.each([
    ["/", "index.html", "?"],
    ["/embed", "embed.html", "?"],
    ["/embed?setting=late&data=2026-11-20", "embed.html?setting=late", "?setting=late"],
    ["/methods#model", "methods.html#model", "?/methods#model"],
    ["/products/ide-cel", "products/ide-cel.html", "?/products/ide-cel"],
    ["/products?region=us", "products-us.html", "?/products&region=us"],
    ["/v1/cohorts/karmma", "v1/cohorts/karmma.html", "?/v1/cohorts/karmma"],
    ["/v1/cohorts/karmma.json", "v1/cohorts/karmma.json", "?/v1/cohorts/karmma.json"],
    ["/v1/published", "v1/published.json", "?/v1/published"],
    ["/report?data=2026-11-20#sure", "report.html#sure", "?/report#sure"],
    ["/report?data=2025-01-01", "made.html?/report&data=2025-01-01", null],
    ["/report?setting=late#sure", "made.html?/report&setting=late#sure", null],
    ["/v1/comparison.csv?setting=late", "made.html?/v1/comparison.csv&setting=late", null],
    ["/v1/sensitivity?outcome=orr", "made.html?/v1/sensitivity&outcome=orr", null],
  ])("%s has a place", (address, inFolder, inFile) => {
    expect(placeOf(address, folder)).toBe(inFolder);
    expect(placeOf(address, single)).toBe(inFile ?? inFolder.replace("made.html", ""));
  });

  it.each(["/build", "/launch", "/oembed?url=x", "/v1/widget.js"])(
    "%s needs an installation",
    (address) => {
      expect(placeOf(address, folder)).toBeNull();
      expect(placeOf(address, named)).toBe(`https://compare.example.org${address}`);
    },
  );

  it("is read again from the place, also as a form sends it", () => {
    expect(askedIn("?/report&setting=late")).toBe("/report?setting=late");
    expect(askedIn("?%2Fexplore=&outcome=orr&merge=a&merge=b")).toBe(
      "/explore?outcome=orr&merge=a&merge=b",
    );
    expect(askedIn("?/methods")).toBe("/methods");
    expect(askedIn("?setting=late")).toBeNull();
    expect(askedIn("")).toBeNull();
    expect(askedIn("?%E0%A4%A")).toBeNull();
  });
});

describe("a page", () => {
  const page = `<main><li><a href="/build">Build</a></li><li><a href="/docs">Docs</a></li>
<p><a class="x" href="/launch?a=1&amp;b=2">Code</a> <a href="#here">here</a></p>
<a href="https://copy.invalid/report?a=1&amp;b=2">r</a><form action="/explore" method="get"></form></main>
</body>`;

  it("leads to places relative to its own, and to nothing that a copy lacks", () => {
    const html = inCopy(page, folder, "../");
    expect(html).not.toContain("Build");
    expect(html).toContain('<li><a href="../docs.html">Docs</a></li>');
    expect(html).toContain('<p>Code <a href="#here">here</a></p>');
    expect(html).toContain('href="../made.html?/report&amp;a=1&amp;b=2"');
    expect(html).toContain(
      '<form action="../made.html" method="get"><input type="hidden" name="/explore" value="">',
    );
    expect(html).toContain('<p role="note">A copy of &lt;today&gt;.</p></main>');
  });

  it("leads to the installation that is named, for the rest", () => {
    expect(inCopy(page, named, "../")).toContain('href="https://compare.example.org/build"');
  });
});

it("an address in a text is that of the copy, without the folders of a reader", () => {
  const text =
    "Cite https://copy.invalid/report?setting=late&data=2026-11-20. See https://copy.invalid";
  expect(withPlaces(text, folder, "http://intranet/sub/")).toBe(
    "Cite http://intranet/sub/made.html?/report&setting=late&data=2026-11-20. See http://intranet/sub/index.html",
  );
  expect(withPlaces(text, single, "file:///C:/Users/me/copy.html?x=1")).toBe(
    "Cite copy.html?/report&setting=late&data=2026-11-20. See copy.html",
  );
});
