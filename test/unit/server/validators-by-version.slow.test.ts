/**
 * Which version changes which validators: the answer version those of answers, any code of the
 * Worker those of pages, and its own script and styles that of a page.
 */
import { beforeAll, expect, it, vi } from "vitest";
import { assets } from "#generated/assets.ts";
import * as styles from "#generated/styles.ts";

/** Empty built files, because no validator depends on their content. */
const ASSETS = { fetch: async () => new Response("") };
const bindings = { ASSETS, APP_ENV: "production", EMBED_ANCESTORS: "*" };

type App = typeof import("../../../functions/app.ts")["app"];

async function appWith(module: string, changed: object): Promise<App> {
  vi.resetModules();
  vi.doMock(module, async (original) => ({ ...(await original<object>()), ...changed }));
  const loaded = await import("../../../functions/app.ts");
  vi.doUnmock(module);
  // Other files share the modules of this process.
  vi.resetModules();
  return loaded.app;
}

const version = "../../../data/generated/version.ts";
let app: App;
let withOtherServer: App;
let withOtherAnswers: App;

beforeAll(async () => {
  app = await appWith(version, {});
  withOtherServer = await appWith(version, { serverVersion: "next" });
  withOtherAnswers = await appWith(version, { answerVersion: "next" });
});

async function tagBy(of: App, path: string): Promise<string> {
  const { status, headers } = await of.request(path, {}, bindings);
  const tag = headers.get("etag");
  if (status !== 200 || tag === null) throw new Error(`${path} has no validator`);
  return tag;
}

it.each([
  ...["/", "/embed?outcome=orr", "/build", "/manifest.webmanifest"],
  "/oembed?url=http://localhost/embed?outcome=orr",
  ...["/v1/cohorts", "/v1/cohorts/karmma.html", "/v1/cohorts/karmma.json", "/v1/comparisons"],
  ...["/v1/outcomes", "/v1/products", "/v1/products/cilta-cel", "/v1/published"],
  ...["/v1/subgroups", "/v1/timing"],
])("%s has another validator with any other code of the Worker", async (path) => {
  expect(await tagBy(withOtherServer, path)).not.toBe(await tagBy(app, path));
});

it.each([
  ...["/v1/choices", "/v1/comparison?outcome=orr", "/v1/comparison.csv?outcome=orr"],
  ...["/v1/reproduce.R?outcome=orr", "/v1/forest.svg?outcome=orr", "/v1/screen/orr"],
  "/v1/meta-regression?outcome=orr&moderator=age",
])("%s has another validator with what answers, and only then", async (path) => {
  const tag = await tagBy(app, path);
  expect(await tagBy(withOtherServer, path)).toBe(tag);
  expect(await tagBy(withOtherAnswers, path)).not.toBe(tag);
});

// Revalidation must not keep a page with the script or the styles of an earlier release in a cache.
it.each([
  [
    "script",
    "../../../generated/assets.ts",
    { assets: { ...assets, widget: { href: "/assets/next.js", integrity: "sha384-next" } } },
    "/assets/next.js",
  ],
  [
    "styles",
    "../../../generated/styles.ts",
    {
      firstStyles: `${styles.firstStyles}.next{color:red}`,
      styleHashes: ["sha256-next", "sha256-page"],
    },
    ".next{color:red}",
  ],
])("a page has another validator with another %s", async (_, module, changed, seen) => {
  const next = await appWith(module, changed);
  expect(await (await next.request("/embed", {}, bindings)).text()).toContain(seen);
  expect(await tagBy(next, "/embed")).not.toBe(await tagBy(app, "/embed"));
});
