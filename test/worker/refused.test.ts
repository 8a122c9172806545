/** Errors for readers: a page with the ways on, of which every one is answered. */
import { describe, expect, it } from "vitest";
import { tagsOf, textOf } from "../support/html.ts";
import { askers, request } from "../support/request.ts";

const opened = { headers: askers["a browser"] };
const linksOf = (html: string) =>
  tagsOf(html.replace(/<(header|footer)[\s\S]*?<\/\1>/g, "")).flatMap((tag) =>
    Array.from(tag.matchAll(/<a href="([^"]+)"/g), ([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    ),
  );

describe.each([
  ["/embed?setting=never&age=60-70", 400, "/embed?age=60-70"],
  ["/embed?setting=never&age=60-70", 400, "/embed?age=60-70&setting=early"],
  ["/report?measure=rate&setting=early", 400, "/report?setting=early"],
  ["/report?data=yesterday&setting=early", 400, "/report?setting=early"],
  ["/products?region=mars", 400, "/products?region=eu"],
  ["/v1/forest.svg?outcome=orr&colour=red", 400, "/v1/forest.svg?outcome=orr"],
  ["/v1/meta-regression?outcome=orr", 400, "/v1/meta-regression?outcome=orr&moderator=age"],
  ["/v1/cohorts/nobody", 404, "/docs/integrators"],
  ["/products/nobody", 404, "/products"],
  ["/nowhere", 404, "/embed"],
])("%s", (path, status, way) => {
  it(`leads to ${way}, and to nothing that is refused`, async () => {
    const { status: given, headers, text } = await request(path, opened);
    expect([given, headers["content-type"]]).toEqual([status, "text/html; charset=utf-8"]);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain('<nav aria-label="Site">');
    expect(linksOf(text)).toContain(way);
    for (const href of linksOf(text)) {
      expect([href, (await request(href, opened)).status]).toEqual([href, 200]);
    }
  });
});

it("names outcomes in words, and says once that it was not understood; programs are told ids", async () => {
  const { text } = await request("/report?outcome=nonsense", opened);
  expect(text).toContain('<a href="/report?outcome=crs-3">Severe CRS</a>');
  expect(text).not.toContain("could not be understood");
  const asked = { headers: { accept: "application/json" } };
  expect((await request("/report?outcome=nonsense", asked)).text).toContain('"crs-3"');
});

it("in a frame it has no navigation, which a frame could not show", async () => {
  const framed = { headers: { accept: "text/html", "sec-fetch-dest": "iframe" } };
  expect((await request("/embed?setting=never", framed)).text).not.toContain("<nav");
});

it("no link repeats a patient, nor a value that was wrong as markup", async () => {
  const { text } = await request("/report?patient-age=8315&setting=%3Cb%3E%22", opened);
  expect(text).not.toContain("8315");
  expect(text).not.toContain("<b>");
  expect(linksOf(text)).toContain("/report");
});

it("programs are sent the problem, also of pages if they ask for it", async () => {
  for (const path of ["/nowhere", "/report?setting=never"]) {
    const { headers } = await request(path, { headers: { accept: "application/json" } });
    expect([path, headers["content-type"]]).toEqual([
      path,
      "application/problem+json; charset=utf-8",
    ]);
  }
  expect(textOf((await request("/nowhere")).text)).toContain('"status":404');
});

it("a client made from the API's description, which takes every form of an answer, is sent the problem", async () => {
  const accept = "text/html, application/json, text/csv, text/plain";
  const { headers } = await request("/v1/comparison?setting=never", { headers: { accept } });
  expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
});
