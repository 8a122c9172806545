/**
 * Which version changes which validators: the answer version those of answers, any code of the
 * Worker those of pages.
 */
import { beforeAll, expect, it, vi } from "vitest";

/** Empty built files, because no validator depends on their content. */
const ASSETS = { fetch: async () => new Response("") };
const bindings = { ASSETS, APP_ENV: "production", EMBED_ANCESTORS: "*" };

type App = typeof import("../../functions/app.ts")["app"];

let app: App;
let withOtherServer: App;
let withOtherAnswers: App;

async function appWith(versions: object): Promise<App> {
  vi.resetModules();
  vi.doMock("../../data/generated/version.ts", async (original) => ({
    ...(await original<object>()),
    ...versions,
  }));
  const loaded = await import("../../functions/app.ts");
  vi.doUnmock("../../data/generated/version.ts");
  // Other files share the modules of this process.
  vi.resetModules();
  return loaded.app;
}

beforeAll(async () => {
  app = await appWith({});
  withOtherServer = await appWith({ serverVersion: "next" });
  withOtherAnswers = await appWith({ answerVersion: "next" });
});

async function tagBy(of: App, path: string): Promise<string> {
  const { status, headers } = await of.request(path, {}, bindings);
  const tag = headers.get("etag");
  if (status !== 200 || tag === null) throw new Error(`${path} has no validator`);
  return tag;
}

it.each([
  "/",
  "/embed?outcome=orr",
  "/manifest.webmanifest",
  "/oembed?url=http://localhost/embed?outcome=orr",
  "/build",
  "/v1/cohorts",
  "/v1/cohorts/karmma.html",
  "/v1/cohorts/karmma.json",
  "/v1/comparisons",
  "/v1/outcomes",
  "/v1/products",
  "/v1/products/cilta-cel",
  "/v1/published",
  "/v1/subgroups",
  "/v1/timing",
])("%s has another validator with any other code of the Worker", async (path) => {
  expect(await tagBy(withOtherServer, path)).not.toBe(await tagBy(app, path));
});

it.each([
  "/v1/choices",
  "/v1/comparison?outcome=orr",
  "/v1/comparison.csv?outcome=orr",
  "/v1/reproduce.R?outcome=orr",
  "/v1/forest.svg?outcome=orr",
  "/v1/meta-regression?outcome=orr&moderator=age",
  "/v1/screen/orr",
])("%s has another validator with what answers, and only then", async (path) => {
  const tag = await tagBy(app, path);
  expect(await tagBy(withOtherServer, path)).toBe(tag);
  expect(await tagBy(withOtherAnswers, path)).not.toBe(tag);
});
