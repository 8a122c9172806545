/** What holds for every page, by the table of the site: a new page is found here by itself. */
import { beforeAll, describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { assets } from "#generated/assets.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import { pages } from "#server/site.ts";
import { advice } from "../support/advice.ts";
import { anyCohort } from "../support/any-cohort.ts";
import { askBuilt } from "../support/built-app.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";

const addresses = [
  ...pages.map(({ path }) => path),
  ...guides.map(({ id }) => `/docs/${id}`),
  ...Object.keys(products).map((slug) => `/products/${slug}`),
  `/v1/cohorts/${anyCohort.id}.html`,
  "/products?region=eu",
  "/report?compare=product",
  "/report?part=short",
  "/explore?set=roex-2020&outcome=neurotoxicity&compare=costimulation&moderator=age",
  "/embed?outcome=survival",
  "/embed?compare=product",
  "/embed?prior-lines=-1",
];

/** Those with a script, which is one file of the build each, and no other. */
const scripts = (path: string): readonly (typeof assets.widget)[] => {
  if (/^\/(?:$|embed)/.test(path)) return [assets.widget, assets.page];
  return path.startsWith("/report") ? [assets.report] : [];
};

const seen = new Map<string, Promise<{ status: number; text: string; headers: Headers }>>();

/** Asks for each address once, as a browser does. */
function asked(path: string) {
  const answer =
    seen.get(path) ?? askBuilt(path, { headers: { accept: "text/html,*/*;q=0.8" } }).then(read);
  seen.set(path, answer);
  return answer;
}

/** One link stands for all whose questions have other values only, whichever page they are on. */
const followed = new Set<string>();
function isNew(href: string): boolean {
  const kind = href.replace(/=[^&#]*/g, "=");
  return href.startsWith("#") || (!followed.has(kind) && followed.add(kind).size > 0);
}

async function read(answer: Response) {
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

describe.each(addresses)("%s", (path) => {
  let text = "";
  let headers = new Headers();
  beforeAll(async () => {
    const answer = await asked(path);
    expect(answer.status).toBe(200);
    ({ text, headers } = answer);
  });

  it("is a document with a title, in English, and nothing that was never filled in", () => {
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en"/i);
    expect(text).toMatch(/<title>[^<]+<\/title>/);
    // In its own words; a guide may name such a value in code.
    expect(textOf(text.replace(/<code>[^<]*<\/code>/g, ""))).not.toMatch(/undefined|NaN|\[object/);
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
    const loaded = loading.flatMap((tag) => [...tag.matchAll(/\s(?:src|href)="([^"]*)"/g)]);
    expect(
      loaded.map(([, address]) => address).filter((one) => /^[a-z]+:|^\/\//i.test(`${one}`)),
    ).toEqual([]);
  });

  it("leads only to what is there, on this page and on others", async () => {
    const links = [...text.matchAll(/<a [^>]*href="([#/][^"]*)"/g)].map(([, href = ""]) =>
      href.replaceAll("&amp;", "&"),
    );
    for (const href of links.filter(isNew)) {
      const [target = "", anchor] = href.split("#");
      const found = target === "" ? { status: 200, text } : await asked(target);
      expect([href, found.status]).toEqual([href, 200]);
      if (anchor) expect(found.text, href).toContain(`id="${anchor}"`);
    }
  });

  it("is not sent again to who has it", async () => {
    const tag = headers.get("etag");
    if (tag === null) return expect(["/about", "/launch"]).toContain(path);
    const again = await askBuilt(path, { headers: { "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });
});

it.each(pages.map(({ path }) => path).filter((path) => path !== "/"))(
  "%s has this address only",
  async (path) => {
    for (const other of [`${path}.html`, `${path}/`]) {
      expect([other, (await askBuilt(other)).status]).toEqual([other, 404]);
    }
  },
);

it("every page with a name is linked from the first page and from a frame's own page", async () => {
  const [home, embed] = await Promise.all(["/", "/embed"].map(asked));
  expect(embed?.text).toContain('href="/glossary"');
  for (const { path, place } of pages) if (place) expect(home?.text).toContain(`href="${path}"`);
});

it("the first page speaks of evidence, never of what to do, and says for whom", async () => {
  const { text } = await asked("/");
  const own = text.replace(/<myeloma-compare\b.*?<\/myeloma-compare>/s, "");
  expect(own.length).toBeLessThan(text.length / 2);
  expect(textOf(own)).not.toMatch(advice);
  expect(textOf(own)).toMatch(/health-care professionals.*no advice/);
});
