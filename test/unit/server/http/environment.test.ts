/** Settings, by the rules of the Worker, which those of Node add to: what each may be, and what it may not. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listVariableProblems } from "#server/http/environment.ts";
import { readSettings } from "#server/node/settings.ts";
import { app } from "../../../../functions/app.ts";

it("on Node nothing has to be set; what is set empty counts as not set", () => {
  const expected = {
    ...{ APP_ENV: "production", EMBED_ANCESTORS: "*", HOST: "127.0.0.1", PORT: 8787 },
    DRAIN_SECONDS: 5,
  };
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
  const rootFiles = readdirSync(join(import.meta.dirname, "../../../../widget/static"), {
    withFileTypes: true,
  }).map(({ name }) => `/${name}`);
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

const missing = "is missing";

/**
 * The settings are those of workerd, where an empty text is a value. Each message says what is wrong with the value.
 */
it.each<[object, string, string]>([
  [{ APP_ENV: "local" }, "EMBED_ANCESTORS", missing],
  [{ APP_ENV: "local", EMBED_ANCESTORS: null }, "EMBED_ANCESTORS", missing],
  [{ APP_ENV: "local", EMBED_ANCESTORS: 7 }, "EMBED_ANCESTORS", missing],
  [{ EMBED_ANCESTORS: "*" }, "APP_ENV", missing],
  [{ EMBED_ANCESTORS: "*", APP_ENV: "" }, "APP_ENV", 'is ""; allowed are production or local'],
])("the Worker is not served with %j: %s %s", (environment, name, message) => {
  expect(listVariableProblems(environment)).toEqual([{ name, message }]);
});

it.each([
  ["EMBED_ANCESTORS", "holds \"\"; allowed are * or 'none' alone, or a list of"],
  ["EHR_ANCESTORS", "holds \"\"; allowed are 'none' alone, or a list of"],
  ["OPERATOR_CONTACT", 'is ""; allowed is one address'],
])("nor with an empty %s", (name, message) => {
  const environment = { APP_ENV: "production", EMBED_ANCESTORS: "*", [name]: "" };
  const [problem, ...more] = listVariableProblems(environment);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ name, message: expect.stringContaining(message) });
});
