/**
 * Settings by the rules of the Worker, which those of Node add to; parameters, codings, networks, addresses below a
 * path, and files that the platform cannot read.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parameterNames } from "#core/question/parameters.ts";
import { addBasePathToResponse } from "#server/http/base-path.ts";
import { hasOnlyKnownParameters, pageParameterNames } from "#server/http/closed-parameters.ts";
import { listVariableProblems } from "#server/http/environment.ts";
import { makeNetworkKey } from "#server/http/middleware/refusals.ts";
import { gunzip, gzip, isGzipInAcceptEncoding } from "#server/http/negotiation.ts";
import { readSettings } from "#server/node/settings.ts";
import { root } from "../../../../.dev/files.ts";
import { app } from "../../../../functions/app.ts";
import { resources } from "../../../support/addresses.ts";
import { environmentWith, type Files } from "../../../support/answered.ts";

it("on Node nothing has to be set; what is set empty counts as not set", () => {
  const usual = { APP_ENV: "production", EMBED_ANCESTORS: "*", HOST: "127.0.0.1" };
  const expected = { ...usual, PORT: 8787, DRAIN_SECONDS: 5 };
  expect(readSettings({}).settings).toEqual(expected);
  expect(readSettings({ PORT: "", BASE_PATH: "", HOME: "/root" }).settings).toEqual(expected);
});

const sites = [
  ...["'none'", "'self'", "https://intranet.example", "https://intranet", "http://intranet"],
  ...["https://intranet.example:8443", "https://*.hospital.example", "http://127.0.0.1"],
  ...["https://xn--krankenhaus-wrzburg-d2b.example", "http://localhost:9000"],
  ...["http://intranet.example:8080", "http://*.hospital.example"],
  "'self' https://a.example https://*.b.example:444",
];

const noSites = [
  ...[" ", "* https://a.example", "'none' 'self'", "self", "none", "https:", "https://"],
  ...["intranet.example", "ftp://intranet.example", "http://", "http://intranet/"],
  ...["https://*", "https://*.example", "https://a.*.example", "https://a.example/page"],
  ...["https://a.example/", "https://a.example?x", "https://user@a.example"],
  ...["https://a.example:port", "https://-a.example", "https://a..example"],
  ...["https://a.example,https://b.example", "https://a.example;script-src *"],
  ...["https://a.example; script-src *", "https://a.example\nx-header: 1"],
  ...["https://a.example\thttps://b.example", "https://a.example  https://b.example"],
  ...[" 'self'", "'unsafe-inline'", '"https://a.example"', "data:", "javascript:alert(1)"],
];

it("a base path does not begin like any address of the app, which a proxy that removes it would confuse with it", () => {
  const begin = (path: string) => path.match(/^\/[^/*]+/)?.[0] ?? [];
  const begins = new Set([...app.routes.map(({ path }) => path), "/assets/*"].flatMap(begin));
  const rootFiles = readdirSync(join(root, "widget/static")).map((name) => `/${name}`);
  for (const path of [...begins, ...rootFiles, "/docs/operators", "/embed/a", "/notices.txt"]) {
    const { problems } = readSettings({ BASE_PATH: path });
    expect([path, problems?.length]).toEqual([path, 1]);
    expect(problems?.[0]?.message).toContain("does not begin like an address of the app");
  }
  for (const path of ["/documents", "/my/docs", "/v1x"])
    expect(readSettings({ BASE_PATH: path }).problems).toBeNull();
});

describe.each<[name: string, good: readonly string[], bad: readonly string[]]>([
  ["PORT", ["0", "1", "65535"], ["65536", "-1", "80.5", "1e3", " 80", "http"]],
  ["BASE_PATH", ["/myeloma", "/a/b-c_d.e~f"], ["/", "myeloma", "/a/", "//a", "/a b", "/é"]],
  [
    "PUBLIC_ORIGIN",
    ["https://a.example", "http://a:81"],
    ["https://a.example/", "a.example", "ftp://a", "https://A.example"],
  ],
  ["DRAIN_SECONDS", ["0", "300"], ["-1", "301", "off"]],
  ["APP_ENV", ["local", "production"], ["prodution"]],
  ["LOG_REQUESTS", ["on", "off"], ["yes"]],
  ["EMBED_ANCESTORS", ["*", ...sites], noSites],
  // `EHR_ANCESTORS` must never allow everybody.
  ["EHR_ANCESTORS", sites, ["*", ...noSites]],
  ["OPERATOR", ["Example Hospital"], [" "]],
  [
    "OPERATOR_CONTACT",
    ["mailto:a.b+c@example.org", "https://example.org/contact?to=us"],
    [
      ...["a@example.org", "mailto:", "mailto:a@b", "mailto:a@example.org?cc=b@example.org"],
      ...["mailto:a@example.org,b@example.org", "http://example.org", "https://"],
      ...["https://user@example.org/", "javascript:alert(1)", 'https://example.org/"onclick="x'],
      "https://example.org\njavascript:x",
    ],
  ],
])("%s", (name, good, bad) => {
  it.each(good)("may be %j", (value) => {
    expect(readSettings({ [name]: value }).problems).toBeNull();
  });
  it.each(bad)("is refused as %j, by name and with what is allowed", (value) => {
    const { problems } = readSettings({ [name]: value });
    expect(problems).toMatchObject([
      { name, message: expect.stringMatching(/allowed|leave it out/) },
    ]);
  });
});

const beginning = (text: string) => expect.stringContaining(text);

/** The settings are those of workerd, where an empty text is a value. Each message says what is wrong with the value. */
it.each([
  ["EMBED_ANCESTORS", undefined, "is missing"],
  ["EMBED_ANCESTORS", null, "is missing"],
  ["EMBED_ANCESTORS", 7, "is missing"],
  ["EMBED_ANCESTORS", "", beginning("holds \"\"; allowed are * or 'none' alone, or a list of")],
  ["EHR_ANCESTORS", "", beginning("holds \"\"; allowed are 'none' alone, or a list of")],
  ["APP_ENV", undefined, "is missing"],
  ["APP_ENV", "", 'is ""; allowed are production or local'],
  ["OPERATOR_CONTACT", "", beginning('is ""; allowed is one address')],
])("the Worker is not served where %s is %j", (name, value, message) => {
  const whole = { APP_ENV: "local", EMBED_ANCESTORS: "*", [name]: value };
  const present = Object.entries(whole).filter(([, value]) => value !== undefined);
  expect(listVariableProblems(Object.fromEntries(present))).toEqual([{ name, message }]);
});

it("every parameter that the documentation names is known", () => {
  const names = resources.flatMap(({ closed, ofQuestion }) => [
    ...closed.filter((parameter) => parameter.in === "query").map(({ name }) => name),
    ...ofQuestion,
  ]);
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !hasOnlyKnownParameters(`/v1/any?${name}=x`))).toEqual([]);
  const documentedNames: readonly string[] = parameterNames;
  expect(pageParameterNames.filter((name) => documentedNames.includes(name))).toEqual([]);
});

it.each([
  ["/embed", true],
  ["/embed?", true],
  ["/embed?lines=2&utm_source=letter", true],
  ["/embed?lines=2&zq=1", false],
  ["/embed?lname=Smith", false],
  ["/embed?Lines=2", false],
  ["/embed?=1", false],
])("of %s everything is known: %s", (address, is) => {
  expect(hasOnlyKnownParameters(`http://localhost${address}`)).toBe(is);
});

const [page, data, problem] = ["text/html", "application/json", "application/problem+json"];

it.each([
  [`${page}; charset=utf-8`, '<a class="x" href="/docs">', '<a class="x" href="/b/docs">'],
  [
    page,
    '<source srcset="/v1/f.svg?a=b&amp;c"><img src="/q">',
    '<source srcset="/b/v1/f.svg?a=b&amp;c"><img src="/b/q">',
  ],
  [page, '<a href="//other.example/">'],
  [page, '<a href="https://other.example/x" data-href="/x">'],
  [page, "<p>GET /v1/comparison</p>"],
  [data, '{"href":"/v1/x","name":"/v1/x"}', '{"href":"/b/v1/x","name":"/v1/x"}'],
  [data, JSON.stringify({ said: '"href":"/x"' })],
  [problem, '{"type":"/docs#a"}', '{"type":"/b/docs#a"}'],
  [problem, '{"href":"/v1/comparison"}', '{"href":"/b/v1/comparison"}'],
  ["text/csv", '"href":"/x"'],
])("below a path, of %s: %s", async (type = "", text = "", expected = text) => {
  const headers = { "content-type": type, etag: "x" };
  const below = await addBasePathToResponse(new Response(text, { status: 400, headers }), "/b");
  const seen = [await below.text(), below.status, below.headers.get("etag")];
  expect(seen).toEqual([expected, 400, "x"]);
});

it.each([
  ...["gzip", "GZIP", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.001", "br , gzip ; q=0.5"],
  ...["*", "br, *;q=0.1", "identity;q=0, *"],
])("%s takes gzip", (header) => expect(isGzipInAcceptEncoding(header)).toBe(true));

it.each([
  ...[null, "", "br", "identity", "gzip;q=0", "gzip; q=0.000, *", "*, gzip;q=0", "*;q=0"],
  ...["gzipped", "x gzip"],
])("%s does not", (header) => expect(isGzipInAcceptEncoding(header)).toBe(false));

it("what is gzipped and decoded again is the same", async () => {
  const text = "≥ 3 lines, ".repeat(20_000);
  const bytes = async (stream: ReadableStream) =>
    new Uint8Array(await new Response(stream).arrayBuffer());
  const gzipped = await bytes(gzip(new Blob([text]).stream()));
  expect(gzipped.byteLength).toBeLessThan(text.length / 100);
  expect(gunzipSync(gzipped).toString()).toBe(text);
  const decoded = await bytes(gunzip(new Blob([gzipped]).stream()));
  expect(new TextDecoder().decode(decoded)).toBe(text);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sendBeginning = (body: ReadableStreamDefaultController) =>
  body.enqueue(new TextEncoder().encode("<p>"));

it.each<[string, string, Files]>([
  ["/glossary", "is not there", async () => new Response("not there", { status: 404 })],
  ["/glossary", "cannot be read", () => Promise.reject(new Error("no files today"))],
  ["/glossary", "never answers", () => new Promise(() => undefined)],
  // A file that is changed before it is sent is read here: its first bytes arrive, and never the others.
  ["/docs", "stalls", async () => new Response(new ReadableStream({ start: sendBeginning }))],
])("%s: a file that %s is an error that says when to ask again", async (path, _, fetch) => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const asking = app.request(path, {}, environmentWith(fetch));
  await vi.advanceTimersByTimeAsync(10_000);
  const answer = await asking;
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([500, "10"]);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:3::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001::1:2:3:4:5", "2001:0:0:1::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (address, network) => expect(makeNetworkKey(address)).toBe(network));
