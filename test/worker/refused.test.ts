/** Errors for readers: a page with a way on, which is answered. */
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
  ["/embed?lines=never&age=60-70", 400, "/embed"],
  ["/report?measure=rate&lines=2", 400, "/report"],
  ["/products?region=mars", 400, "/products"],
  ["/v1/forest.svg?outcome=orr&colour=red", 400, "/docs/integrators"],
  ["/v1/meta-regression?outcome=orr", 400, "/docs/integrators"],
  ["/v1/cohorts/nobody", 404, "/"],
  ["/products/nobody", 404, "/"],
  ["/nowhere", 404, "/"],
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

it("says what is wrong and what is allowed; of several problems also how many there are", async () => {
  const one = textOf((await request("/report?lines=never", opened)).text);
  expect(one).toContain("lines = “never”: not one of the allowed values. Allowed: 1, 2, 3+, any.");
  expect(one).not.toContain("could not be understood");
  const two = textOf((await request("/report?lines=never&age=old", opened)).text);
  expect(two).toContain("The query could not be understood: lines, age.");
});

it("in a frame it has no navigation, which a frame could not show", async () => {
  const framed = { headers: { accept: "text/html", "sec-fetch-dest": "iframe" } };
  expect((await request("/embed?lines=never", framed)).text).not.toContain("<nav");
});

it("no link leads to another site, whatever the address", async () => {
  const { status, text } = await request(`//other.example/?x=${"y".repeat(9000)}`, opened);
  expect(status).toBe(414);
  expect(linksOf(text)).toEqual(["/other.example/"]);
});

it("no link repeats a patient, nor a value that was wrong as markup", async () => {
  const { text } = await request("/report?patient-age=8315&lines=%3Cb%3E%22", opened);
  expect(text).not.toContain("8315");
  expect(text).not.toContain("<b>");
  expect(linksOf(text)).toContain("/report");
});

it("a client made from the API's description, which takes every form of an answer, is sent the problem", async () => {
  const accept = "text/html, application/json, text/csv, text/plain";
  const { headers } = await request("/v1/comparison?lines=never", { headers: { accept } });
  expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
});
