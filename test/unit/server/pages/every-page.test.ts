/** Tests what holds for every page, by the table of the site: a new page is found here by itself. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { products } from "#data/generated/products.ts";
import hosts from "#data/own-hosts.json" with { type: "json" };
import { assets } from "#generated/assets.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import { makeProblemTypeAddress, problemStatuses } from "#server/http/problem.ts";
import { pages } from "#server/site.ts";
import { advice } from "../../../support/advice.ts";
import { askBuilt, askers, textAt } from "../../../support/built-app.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../../../support/html.ts";
import { sampled } from "../../../support/sample.ts";

const guidePaths = guides.map((guide) => `/docs/${guide}`);

const addresses = [
  ...pages.map(({ path }) => path),
  ...guidePaths,
  ...sampled(Object.keys(products), 2).map((slug) => `/products/${slug}`),
  ...sampled(dataset.cohorts, 3).map(({ id }) => `/v1/cohorts/${id}.html`),
  "/report?compare=product",
  "/explore?set=roex-2020&outcome=neurotoxicity&compare=costimulation&moderator=age",
  "/embed?outcome=survival",
  "/embed?compare=product",
  "/embed?hand-over=patient",
  "/embed?prior-lines=-1",
];

/** Returns the scripts of a page, each of which is one file of the build; empty for a page without a script. */
const scripts = (path: string): readonly (typeof assets.widget)[] => {
  if (path.includes("hand-over")) return [assets.widget, assets.page, assets.handOver];
  if (/^\/(?:$|embed)/.test(path)) return [assets.widget, assets.page];
  if (path.startsWith("/build")) return [assets.snippets];
  if (path.startsWith("/review")) return [assets.review];
  return path.startsWith("/report") ? [assets.report] : [];
};

async function read(path: string) {
  const answer = await askBuilt(path, { headers: { accept: "text/html,*/*;q=0.8" } });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

const seen = new Map<string, ReturnType<typeof read>>();

/** Asks for each address once, as a browser does. */
function answerOf(path: string) {
  const answer = seen.get(path) ?? read(path);
  seen.set(path, answer);
  return answer;
}

/**
 * Holds the kinds of links that were followed: links whose questions differ in values only are one kind, whichever page
 * they are on.
 */
const followed = new Set<string>();
function isNew(href: string): boolean {
  const kind = href.replace(/=[^&#]*/g, "=");
  return href.startsWith("#") || (!followed.has(kind) && followed.add(kind).size > 0);
}

const linksOf = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([#/][^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );

describe.each(sampled(addresses, 3))("%s", async (path) => {
  const { status, text, headers } = await answerOf(path);

  it("is a document with a title, in English, and nothing that was never filled in", () => {
    expect(status).toBe(200);
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en"/i);
    expect(text).toMatch(/<title>[^<]+<\/title>/);
    // The page's own words have no such value; a guide may name one in code.
    expect(textOf(text.replace(/<code>[^<]*<\/code>/g, ""))).not.toMatch(/undefined|NaN|\[object/);
  });

  it("has each id once, and headings in their order", () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.slice(1).entries()) {
      expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it("has nothing inline but styles that its own policy names", () => {
    expect(tagsOf(text).filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    const hashes = styleHashesOf(text);
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) expect(headers.get("content-security-policy")).toContain(hash);
  });

  it("runs the scripts of its kind, each with the integrity of its file, or none", () => {
    expect(executableScriptsOf(text)).toEqual(
      scripts(path).map(({ href, integrity }) => ({
        content: "",
        attributes: expect.stringContaining(`src="${href}" integrity="${integrity}"`),
      })),
    );
  });

  it("loads nothing from another site", () => {
    const loading = tagsOf(text).filter((tag) => !/^<a\s|rel="alternate"|^<meta/i.test(tag));
    expect(loading.filter((tag) => /\s(?:src|href)="(?:[a-z]+:|\/\/)/i.test(tag))).toEqual([]);
  });

  it("leads only to what is there, on this page and on others", async () => {
    for (const href of linksOf(text).filter(isNew)) {
      const [target = "", anchor] = href.split("#");
      const answer = target === "" ? { status: 200, text } : await answerOf(target);
      expect([href, answer.status]).toEqual([href, 200]);
      if (anchor) expect(answer.text, href).toContain(`id="${anchor}"`);
    }
  });
});

it.each(pages.map(({ path }) => path).filter((path) => path !== "/"))(
  "%s has this address only",
  async (path) => {
    for (const variant of [`${path}.html`, `${path}/`]) {
      expect([variant, (await askBuilt(variant)).status]).toEqual([variant, 404]);
    }
  },
);

it("every page with a name is linked from the first page and from a frame's own page", async () => {
  const [home, embed] = await Promise.all(["/", "/embed"].map(answerOf));
  expect(embed?.text).toContain('href="/glossary"');
  for (const { path, place } of pages) if (place) expect(home?.text).toContain(`href="${path}"`);
});

it("the first page speaks of evidence, never of what to do, and says for whom", async () => {
  const { text } = await answerOf("/");
  const ownText = text.replace(/<myeloma-compare\b.*?<\/myeloma-compare>/s, "");
  expect(ownText.length).toBeLessThan(text.length / 2);
  expect(textOf(ownText)).not.toMatch(advice);
  expect(textOf(ownText)).toMatch(/health-care professionals.*not advice/);
});

describe.each(["/docs", ...guidePaths])("the guide %s", (path) => {
  it("shows no Markdown, and names this installation", async () => {
    const { text } = await answerOf(path);
    expect(textOf(text.replace(/<code>[\s\S]*?<\/code>/g, ""))).not.toMatch(/\]\(|\*\*|`|\|--/);
    expect(text).not.toMatch(/compare\.example\.org|127\.0\.0\.1:8787/);
  });

  it("has addresses to copy that this installation answers", async () => {
    const codes = [...(await answerOf(path)).text.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(
      ([, code = ""]) => code.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    );
    const ours = /(?<=["'\s]|^)http:\/\/localhost(\/[^\s"'`<]*)/g;
    const whole = codes
      .flatMap((code) => [...code.matchAll(ours)].map(([, address = ""]) => address))
      .filter((address) => !address.includes("HASH"));
    for (const address of new Set(whole))
      expect([address, (await answerOf(address)).status]).toEqual([address, 200]);
    // These addresses are named, not meant to be copied: some need parameters, so they may be refused, but they exist.
    const named = codes.filter((code) => /^\/[\w.-]+(?:\/[\w.-]+)*$/.test(code));
    for (const address of new Set(named.filter((path) => path !== "/myeloma"))) {
      expect([200, 400], address).toContain((await answerOf(address)).status);
    }
  });
});

it.each(guidePaths)(
  "%s has its sections in its contents, and its name in the list",
  async (path) => {
    const { text } = await answerOf(path);
    const headings = [...text.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => `#${id}`);
    expect(headings.length).toBeGreaterThan(0);
    const [, contents = ""] = text.match(/<nav aria-label="On this page">([\s\S]*?)<\/nav>/) ?? [];
    expect([...contents.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(headings);
    const [, title] = text.match(/<h1>([^<]+)<\/h1>/) ?? [];
    expect((await answerOf("/docs")).text).toContain(`<a href="${path}">${title}</a>`);
  },
);

it("every kind of problem leads to what the guide says of it", async () => {
  const { text } = await answerOf("/docs/integrators");
  for (const status of problemStatuses) {
    expect(text).toContain(`id="${makeProblemTypeAddress(status).split("#")[1]}"`);
  }
});

describe("an error for readers", () => {
  const opened = { headers: askers["a browser"] };
  /** Returns the links of the page itself, without its header and footer. */
  const waysOn = (html: string) => linksOf(html.replace(/<(header|footer)[\s\S]*?<\/\1>/g, ""));

  it.each([
    ["/embed?lines=never&age=60-70", 400, "/embed"],
    ["/report?measure=rate&lines=2", 400, "/report"],
    ["/products?region=eu", 400, "/products"],
    ["/v1/forest.svg?outcome=orr&colour=red", 400, "/docs/integrators"],
    ["/v1/meta-regression?outcome=orr", 400, "/docs/integrators"],
    ["/v1/cohorts/nobody", 404, "/"],
    ["/products/nobody", 404, "/"],
    ["/nowhere", 404, "/"],
  ])("at %s (%i) leads to %s, and to nothing that is refused", async (path, status, way) => {
    const answer = await askBuilt(path, opened);
    expect(answer.status).toBe(status);
    const text = await answer.text();
    expect(text).toContain('<nav aria-label="Site">');
    expect(waysOn(text)).toContain(way);
    for (const href of waysOn(text)) {
      expect([href, (await askBuilt(href, opened)).status]).toEqual([href, 200]);
    }
  });

  it("says what is wrong and what is allowed; of several problems also how many there are", async () => {
    const one = textOf(await textAt("/report?lines=never", opened));
    const allowed = "not one of the allowed values. Allowed: 1, 2, 3+, any.";
    expect(one).toContain(`lines = “never”: ${allowed}`);
    expect(one).not.toContain("could not be understood");
    const two = textOf(await textAt("/report?lines=never&age=old", opened));
    expect(two).toContain("The query could not be understood: lines, age.");
    const none = textOf(await textAt("/products/no-such-product", opened));
    expect(none).toContain("There is no product of this name. /products lists all of them.");
  });

  it("in a frame has no navigation, which a frame could not show", async () => {
    const framed = { headers: { accept: "text/html", "sec-fetch-dest": "iframe" } };
    expect(await textAt("/embed?lines=never", framed)).not.toContain("<nav");
  });

  it("leads to no other site, whatever the address, and repeats no patient", async () => {
    const long = await askBuilt(`//other.example/?x=${"y".repeat(9000)}`, opened);
    expect(long.status).toBe(414);
    expect(waysOn(await long.text())).toEqual(["/other.example/"]);
    const text = await textAt("/report?patient-age=8315&lines=%3Cb%3E%22", opened);
    expect(text).not.toMatch(/8315|<b>/);
    expect(waysOn(text)).toContain("/report");
  });

  it("is none for a client made from the API's description, which takes every form of an answer", async () => {
    const accept = "text/html, application/json, text/csv, text/plain";
    const { headers } = await askBuilt("/v1/comparison?lines=never", { headers: { accept } });
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  });
});

/** Matches addresses outside of the site, by form: those that a person can press, or a program follow. */
const outward = {
  html: /<a [^>]*href="(https?:\/\/[^"]+)"/g,
  json: /"(?:href|link)":"(https?:\/\/[^"]+)"/g,
  text: /(https?:\/\/[^\s",<>)]+)/g,
};

const everywhere = "lines=any&availability=any&target=any&prior-bcma=any&evidence=all";

it("no link leads to a copy of a page: to a record, or to who published it", async () => {
  // The links of all records are in the dataset, too.
  const records = sampled(dataset.cohorts, 5).map(({ id }) => `/v1/cohorts/${id}.html`);
  const ofProducts = sampled(Object.keys(products), 2).map((slug) => `/products/${slug}`);
  const places = {
    html: [`/report?${everywhere}`, "/methods", "/about", "/products", ...ofProducts, ...records],
    json: [`/v1/comparison?${everywhere}`, "/v1/dataset"],
    text: ["/v1/dataset.csv", "/v1/comparison.csv", "/v1/reproduce.R?outcome=orr", "/report.ris"],
  };
  // Two more hosts are allowed: one that is no source of evidence, and this installation.
  const allowedHosts = new Set([...hosts, "apache.org", "localhost"]);
  const wrong = new Set<string>();
  let count = 0;
  const forms = ["html", "json", "text"] as const;
  for (const [form, path] of forms.flatMap((form) =>
    places[form].map((at) => [form, at] as const),
  )) {
    const answer = await askBuilt(path);
    expect(answer.status, path).toBe(200);
    for (const [, address = ""] of (await answer.text()).matchAll(outward[form])) {
      count++;
      const host = new URL(address).host.replace(/^www\./, "");
      if (!allowedHosts.has(host)) wrong.add(`${path}: ${address}`);
    }
  }
  expect(count).toBeGreaterThan(1000);
  expect([...wrong]).toEqual([]);
});
