/**
 * Tests what holds for every address, by one table: its headers, HEAD, what is not sent again, and what no route does,
 * whatever a caller says. `test/worker/` tests that workerd and Node send the same.
 */

import { describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { serverVersion } from "#data/generated/version.ts";
import { assets } from "#generated/assets.ts";
import { styleHashes } from "#generated/styles.ts";
import { release } from "#server/pages/html/release.ts";
import { app } from "../../../functions/app.ts";
import { addresses, everyPath, html, type Kind } from "../../support/addresses.ts";
import { askBuilt, askers, textAt } from "../../support/built-app.ts";
import { inFormat } from "../../support/in-format.ts";
import { eighthOf, sampled } from "../../support/sample.ts";

it("covers every route of the service", () => {
  const served = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  // A route is covered by an answer, not only by an error; a browser gets the report as its answer.
  const covered = addresses.flatMap(({ path, status }) => (status === 200 ? [path] : []));
  const paths = [...covered.map((path) => path.replace(/\?.*/, "")), "/v1/comparison"];
  const missing = [...new Set(served)].filter((path) => {
    const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`);
    return !paths.some((path) => pattern.test(path));
  });
  expect(missing).toEqual([]);
  expect(new Set(served).size).toBeGreaterThan(20);
});

const directives = (policy: string | null) =>
  Object.fromEntries(
    `${policy}`.split(";").map((part) => {
      const [name, ...values] = part.trim().split(" ");
      return [name, values.join(" ")];
    }),
  );

const hashes = styleHashes.map((hash) => `'${hash}'`).join(" ");
/** The same value for several directives. */
const each = (value: string, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, value]));
const nothing = each("'none'", "default-src", "base-uri", "object-src");
const alone = each("'none'", "frame-ancestors");

const ofPage = {
  ...nothing,
  ...each("'self'", "script-src", "img-src", "connect-src", "worker-src", "manifest-src"),
  "style-src": `'self' ${hashes}`,
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "myeloma-compare 'allow-duplicates'",
};
const looking = { "style-src": hashes, "img-src": "'self'", "form-action": "'none'" };

const policies: Record<Kind, Record<string, string>> = {
  data: { ...nothing, ...alone, sandbox: "" },
  document: { ...nothing, ...alone, ...looking },
  form: { ...ofPage, ...alone, "form-action": "'self'" },
  builder: { ...ofPage, ...alone, "form-action": "'self'", "frame-src": "'self'" },
  // The operator decides who else may frame `/embed`: see `framed.test.ts`.
  frame: { ...ofPage, "frame-ancestors": "*" },
  page: { ...ofPage, ...alone },
  report: { ...ofPage, ...alone, "img-src": "'self' blob:" },
  // The policy of the service worker's script says what the worker may request.
  worker: { ...nothing, ...alone, "script-src": "'self'", "connect-src": "'self'" },
};

const isPage = (kind: Kind) => ["builder", "form", "page", "report"].includes(kind);

/** Returns the headers that must be sent beside the policy; `null` for those that must not be sent. */
const expectedHeaders = (kind: Kind) => ({
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
  "strict-transport-security": expect.stringMatching(/^max-age=\d{7,}/),
  // Only data may be read by other sites.
  "access-control-allow-origin": ["data", "document"].includes(kind) ? "*" : null,
  "access-control-allow-credentials": null,
  "cross-origin-resource-policy":
    isPage(kind) || kind === "worker" ? "same-origin" : "cross-origin",
  // A frame fits into a page around that is isolated.
  "cross-origin-embedder-policy": kind === "frame" ? "require-corp" : null,
  "cross-origin-opener-policy": isPage(kind) ? "same-origin" : null,
  "set-cookie": null,
  server: null,
  "x-powered-by": null,
});

describe.each(Object.entries(askers))("asked by %s", (who, asker) => {
  it.each(sampled(addresses, 12))(
    "$path has the headers of its kind",
    async ({ path, status, ...expected }) => {
      const type = who === "a browser" ? expected.forBrowsers : expected.type;
      // A browser gets an error as a page.
      const kind =
        status >= 400 && expected.kind === "data" && type === html ? "page" : expected.kind;
      const answer = await askBuilt(path, { headers: asker });
      const { headers } = answer;
      expect([answer.status, headers.get("content-type")]).toEqual([status, type]);
      const policy = headers.get("content-security-policy");
      expect(directives(policy)).toEqual(policies[kind]);
      // The policy allows nothing that is inline or evaluated.
      expect(policy).not.toMatch(/unsafe|nonce|https?:/);
      const wanted = expectedHeaders(kind);
      const names = Object.keys(wanted);
      expect(Object.fromEntries(names.map((name) => [name, headers.get(name)]))).toEqual(wanted);
      if (status >= 400) expect(headers.get("cache-control")).toBe("no-store");
    },
  );
});

/** Matches the headers that an answer of status 304 repeats, because a browser stores them with its answer. */
const kept = /^(?:content-sec|cross-|access-c|x-content|referrer|permissions|strict|vary|cache-c)/;
const stored = ({ headers }: Response) => [...headers].filter(([name]) => kept.test(name));

it.each(sampled(addresses, 12))(
  "$path is alike for HEAD, and not sent again to who has it",
  async ({ path }) => {
    const whole = ({ headers }: Response) =>
      [...headers].filter(([name]) => !["cache-status", "content-length"].includes(name));
    for (const headers of Object.values(askers)) {
      const [get, head] = [
        await askBuilt(path, { headers }),
        await askBuilt(path, { method: "HEAD", headers }),
      ];
      expect([head.status, await head.text()]).toEqual([get.status, ""]);
      expect(whole(head)).toEqual(whole(get));
    }
    const get = await askBuilt(path);
    const tag = get.headers.get("etag");
    // A page that is made for each question is sent anew.
    if (path.startsWith("/about")) return;
    expect(tag === null).toBe(get.headers.get("cache-control") === "no-store");
    if (tag === null) return;
    expect(tag).toMatch(/^(?:W\/)?"[\x21\x23-\x7e]+"$/);
    const again = await askBuilt(path, { headers: { "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(stored(again)).toEqual(stored(get));
  },
);

it.each([
  ["any tag at all", () => "*", 304],
  ["a list that names it", (tag: string) => `"other", ${tag} , W/"another"`, 304],
  ["the strong form of the same tag", (tag: string) => tag.replace("W/", ""), 304],
  ["another tag", () => 'W/"other"', 200],
  ["a tag that only begins alike", (tag: string) => tag.slice(0, -2).concat('"'), 200],
  ["a tag without quotes", (tag: string) => tag.replaceAll('"', ""), 200],
  ["nonsense", () => '"', 200],
  ["one that is huge", () => `"${"x".repeat(8000)}"`, 200],
  ["one that is never closed", () => `W/"${'",'.repeat(500)}`, 200],
])("asked for with %s is answered with its status", async (_, form, status) => {
  for (const path of ["/v1/comparison", "/v1/dataset.csv", "/embed"]) {
    const tag = (await askBuilt(path)).headers.get("etag") ?? "";
    const again = await askBuilt(path, { headers: { "if-none-match": form(tag) } });
    expect([path, again.status]).toEqual([path, status]);
  }
});

const defaults =
  "lines=3%2B&evidence=trial&target=bcma&regimen=monotherapy&therapy-class=both&prior-bcma=not-selected&availability=us,eu";

describe("a question asked in another way", () => {
  it.each([
    ["in another order", "lines=any&age=60-", "age=60-&lines=any"],
    ["with its defaults said", "outcome=orr", `outcome=orr&${defaults}`],
    ["with a list in another order and repeats", "outcome=orr,crs-3", "outcome=crs-3,orr,crs-3"],
    ["with a range in another notation", "age=60-65", "age=060.0-65.00"],
    ["with escaped commas", "product=ide-cel,cilta-cel", "product=ide-cel%2Ccilta-cel"],
    ["as nothing at all", "", "outcome=summary"],
  ])("%s has the same bytes and validator", async (_, first, second) => {
    for (const path of ["/v1/comparison", "/v1/choices", "/embed"]) {
      const [a, b] = [
        await askBuilt(inFormat(`${path}?${first}`)),
        await askBuilt(inFormat(`${path}?${second}`)),
      ];
      expect(b.headers.get("etag")).toBe(a.headers.get("etag"));
      expect(await b.text()).toBe(await a.text());
    }
  });
});

describe("validators", async () => {
  const answered = addresses.map(async ({ path }) => {
    return { path, tag: (await askBuilt(path)).headers.get("etag") ?? "" };
  });
  const tags = (await Promise.all(answered)).filter(({ tag }) => tag !== "");
  it("of different things are different", () => {
    const shared = tags.filter(({ tag }) => tags.filter((other) => other.tag === tag).length > 1);
    // The element has two addresses, of which one stays.
    expect(shared.map(({ path }) => path)).toEqual(["/v1/widget.js", assets.widget.href]);
  });

  // Otherwise a cache would keep a page with the scripts or the styles of an earlier release.
  it("of what is made name the version of what answers, and of all else the release", () => {
    const answers = /^\/v1\/(?:choices|comparison\.|dataset$|forest|meta-|reproduce|screen)/;
    const files = ["/recall.json", "/manifest.webmanifest"];
    const made = tags.filter(({ path, tag }) => tag.startsWith("W/") && !files.includes(path));
    expect(made.length).toBeGreaterThan(25);
    for (const { path, tag } of made) {
      const named = [dataset.answerVersion, release].map((version) => tag.includes(version));
      expect([path, ...named]).toEqual([path, true, !answers.test(path)]);
    }
    const scripts = Object.values(assets).map(({ integrity }) => integrity);
    for (const part of [serverVersion, ...scripts, ...styleHashes]) {
      expect(release).toContain(part.slice(-8));
    }
  });
});

const scripts = ["/v1/widget.js", "/v1/frame.js"];

it.each<[RegExp, ...paths: string[]]>([
  // These load files which a deployment may take away, so they are never used out of date.
  [/^public, max-age=300$/, "/embed", "/", "/v1/widget.js"],
  [/max-age=\d+.*stale-while-revalidate=\d+/, "/v1/frame.js"],
  // Answers may be used out of date for a day, as the contract of v1 says.
  [
    /^public, max-age=300, stale-while-revalidate=86400$/,
    ...["/v1/comparison", "/v1/comparison.csv", "/v1/screen", "/v1/outcomes"],
  ],
])("%s is for how long %s may be used", async (control, ...paths) => {
  for (const path of paths) {
    expect((await askBuilt(inFormat(path))).headers.get("cache-control"), path).toMatch(control);
  }
});

it.each(scripts)(
  "%s is the same with what a content system appends, and the widget is that of our own pages",
  async (path) => {
    const plain = await textAt(path);
    for (const search of ["?ver=6.5", "?", "?v=1&v=2", "?constructor=1", `?${"x".repeat(2000)}`]) {
      expect(await textAt(path + search)).toBe(plain);
    }
    if (path.includes("widget")) expect(plain).toBe(await textAt(assets.widget.href));
  },
);

const allow = "GET, HEAD, OPTIONS";

describe.each(eighthOf([...everyPath, "/nowhere"]))("%s", (path) => {
  it("refuses every other method with the headers of data", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const { status, headers } = await askBuilt(path, { method, body: "<script>" });
      expect([method, status]).toEqual([method, 405]);
      expect(Object.fromEntries(headers)).toMatchObject({
        allow,
        "cache-control": "no-store",
        "content-type": expect.stringMatching(/^application\/problem\+json/),
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
    }
  });

  it("answers OPTIONS with 204, no body and what other sites may do", async () => {
    const headers = { origin: "https://example.org", "access-control-request-method": "GET" };
    const answer = await askBuilt(path, { method: "OPTIONS", headers });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      allow,
      "access-control-allow-origin": "*",
      "access-control-allow-methods": allow,
      "access-control-allow-headers": expect.stringMatching(/if-none-match/),
    });
  });
});

const elsewhere = "https://elsewhere.example";
const claims = `callback=steal&jsonp=steal&url=${elsewhere}&next=${elsewhere}&return=//elsewhere.example`;

it.each(eighthOf([...everyPath, "//elsewhere.example", `/${elsewhere}`]))(
  "%s is no script by a parameter, and leads to nowhere that a caller says",
  async (path) => {
    const answer = await askBuilt(`${path}?${claims}`, {
      headers: { referer: elsewhere, "x-forwarded-host": "elsewhere.example" },
    });
    expect(await answer.text()).not.toMatch(/^\W*steal\b/);
    expect(answer.headers.get("location")).toBeNull();
    expect([301, 302, 303, 307, 308]).not.toContain(answer.status);
  },
);

it.each([assets.widget.href, assets.page.href, "/v1/widget.js", "/v1/frame.js"])(
  "the script %s is the same whoever asks",
  async (path) => {
    const headers = { cookie: "session=1", authorization: "Basic eDp5", origin: elsewhere };
    expect(await textAt(path, { headers })).toBe(await textAt(path));
  },
);

/** Returns `count` texts as one query string. */
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("&");

const longEscaped = `${"%26".repeat(30)}${"%22".repeat(20)}=${"%3C".repeat(16)}`;

const floods: Readonly<Record<string, string>> = {
  "1980 unknown parameters": times(1980, () => "x"),
  "names and values that are longer escaped": times(18, (index) => `${index}${longEscaped}`),
  "names of many bytes": times(9, (index) => `${index}${"%F0%9F%98%80".repeat(32)}`),
  "every list of values":
    "exclude=x&outcome=x&compare=x&product=x&set=x&target=x&regimen=x&year=x&age=x&model=x&z=x",
};

const answering = ["/v1/comparison", "/report", ...sampled(everyPath, 4)];

describe.each([...new Set(answering)])("however much is wrong at %s", (path) => {
  it.each(Object.entries(floods))("%s are answered briefly, or ignored", async (_, search) => {
    const flooded = await askBuilt(`${path}?${search}`);
    const text = await flooded.text();
    // An address that ignores the parameters is no error: it holds what it always holds, or a short note more.
    if (flooded.status === 200) {
      expect(text.length - (await textAt(path)).length).toBeLessThan(2000);
      return;
    }
    expect(flooded.status).toBe(400);
    // A page has its styles and the navigation besides, and its text is escaped.
    const isPage = flooded.headers.get("content-type") === html;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(isPage ? 18_500 : 8000);
  });
});

/** Holds a value that no answer contains by itself. */
const value = "8315zq";

/** Returns an address for each way in which it can hold a parameter, also with the value in its name. */
function having(path: string, name: string): string[] {
  const pairs = [`${name}=${value}`, `${name}_${value}=1`];
  return [
    ...pairs.flatMap((pair) => [`${path}?${pair}`, `${path}?theme=x&${pair}`]),
    `${path}?${name}`,
    `${path}?${name}-${value}`,
    ...(path === "/about" ? [`${path}?question=${encodeURIComponent(pairs.join("&"))}`] : []),
  ];
}

/**
 * Lists names of unknown parameters: as in links that a record system builds of its tokens, such as nobody would think
 * of, and such as resemble a known name.
 */
const unknownNames = [
  ...["mrn", "dob", "birthDate", "name", "ssn", "Patient.identifier", "PATIENT_ID", "pid", "given"],
  ...["nhs-number", "patient-age", "patientAge", "PATIENT.NAME", "person.name", "lname", "chartno"],
  ...["colour", "zq", "who", "constructor", "__proto__", "%C3%A9"],
  ...["LINES", "line", "lines-of-patient", "priorlines", "Theme", "outcom", "questions"],
];

describe.each(sampled(everyPath, 6))("an unknown parameter of %s", (path) => {
  it.each(unknownNames)(
    "as %s has its value repeated nowhere, and nothing stores it",
    async (name) => {
      const lines = vi.spyOn(console, "log").mockImplementation(() => undefined);
      const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
      for (const address of having(path, name)) {
        const answer = await askBuilt(address);
        const { status, headers } = answer;
        const sentText = `${JSON.stringify([...headers])}\n${await answer.text()}`;
        expect([address, status < 500, sentText.includes(value)]).toEqual([address, true, false]);
        const kept = [headers.get("cache-control"), headers.get("etag"), headers.get("location")];
        expect([address, ...kept]).toEqual([address, "no-store", null, null]);
      }
      expect(JSON.stringify([lines.mock.calls, errors.mock.calls])).not.toContain(value);
      for (const spy of [lines, errors]) spy.mockRestore();
    },
  );

  it("is not kept with the permission to ask", async () => {
    const { headers } = await askBuilt(`${path}?patientAge=${value}`, { method: "OPTIONS" });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-max-age")).toBe("0");
    expect(JSON.stringify([...headers])).not.toContain(value);
  });
});

it.each([
  "/embed?utm_source=letter&fbclid=x",
  "/embed?lines=2&theme=dark&data=2020-01-01-0123abcd&utm_campaign=x",
  "/v1/widget.js?ver=6.5",
  "/?gclid=x",
  "/explore?outcome=orr&compare=lines&moderator=age",
  "/report?outcome=orr&data=2020-01-01-0123abcd",
  "/products",
  "/v1/forest.svg?outcome=orr&theme=dark",
])("%s, of which everything is known, may be stored", async (address) => {
  const { status, headers } = await askBuilt(address);
  expect([status, headers.get("cache-control")]).toEqual([200, expect.stringMatching(/^public/)]);
});

it.each([
  ...["/mrn/8315zq", "/birthDate=8315zq", "/patient-age/8315zq", "/v1/cohorts/mrn-8315zq"],
  ...["/v1/cohorts/patientAge=8315zq", "/v1/products/zq-8315zq", "/products/8315zq"],
  "/v1/comparison/8315zq",
])("the path %s is not repeated", async (path) => {
  const answer = await askBuilt(path);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
  expect(await answer.text()).not.toMatch(/8315zq|mrn|birthDate|patient/i);
});

it("the service worker is asked for at every visit, and names files that are there, of this version", async () => {
  const answer = await askBuilt("/sw.js");
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  const text = await answer.text();
  expect(text).toContain(dataset.answerVersion);
  // A minifier may write any of the three marks around a text.
  const paths = [...text.matchAll(/(["'`])(\/[^"'`$]*[^/"'`$])\1/g)].map(([, , path = ""]) => path);
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) expect((await askBuilt(path)).status, path).toBe(200);
});
