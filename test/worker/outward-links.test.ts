/** Where links to other sites lead: to a record or to who published it, never to a copy. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { products } from "#data/generated/products.ts";
import hosts from "#data/own-hosts.json" with { type: "json" };
import { request } from "../support/request.ts";

/** By form: what a person can press, or a program follow. */
const links = {
  html: /<a [^>]*href="(https?:\/\/[^"]+)"/g,
  json: /"(?:href|link)":"(https?:\/\/[^"]+)"/g,
  text: /(https?:\/\/[^\s",<>)]+)/g,
};

const everywhere = "lines=any&availability=any&target=any&prior-bcma=any";

const places: readonly (readonly [keyof typeof links, readonly string[]])[] = [
  [
    "html",
    [
      "/report",
      `/report?${everywhere}&evidence=all`,
      "/report?outcome=cr",
      "/methods",
      "/about",
      "/products",
      ...Object.keys(products).map((slug) => `/products/${slug}`),
      ...dataset.cohorts.map(({ id }) => `/v1/cohorts/${id}.html`),
    ],
  ],
  [
    "json",
    ["comparison.json", `comparison?${everywhere}`, "published", "comparisons", "subgroups"]
      .concat("dataset", "timing")
      .map((name) => `/v1/${name}`),
  ],
  ["text", ["/v1/dataset.csv", "/v1/comparison.csv", "/v1/reproduce.R?outcome=orr", "/report.ris"]],
];

/** What no source of evidence is. */
const others = ["apache.org"];
const isOurs = (host: string) => host.startsWith("127.0.0.1:");

it("no link leads to a copy of a page", async () => {
  const wrong: string[] = [];
  let found = 0;
  for (const [form, paths] of places) {
    for (const path of paths) {
      const { status, text } = await request(path);
      expect(status, path).toBe(200);
      for (const [, address = ""] of text.matchAll(links[form])) {
        found++;
        const host = new URL(address).host.replace(/^www\./, "");
        if (![...hosts, ...others].includes(host) && !isOurs(host)) {
          wrong.push(`${path}: ${address}`);
        }
      }
    }
  }
  expect(found).toBeGreaterThan(1000);
  expect([...new Set(wrong)]).toEqual([]);
});
