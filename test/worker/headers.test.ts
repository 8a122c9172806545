/** Every route with all headers that it must send: the table in section 9 of the design. */
import { describe, expect, inject, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { styleHashes } from "#generated/styles.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { type Page, pages } from "#server/site.ts";
import { app } from "../../functions/app.ts";
import {
  addressOf,
  type DocumentedResource,
  documentedResources,
} from "../support/documented-resources.ts";
import { getJson } from "../support/json.ts";
import { askers, request } from "../support/request.ts";

/** The content type; `undefined` if there is none. */
type Type = string | undefined | Readonly<Record<string, string>>;

type Profile =
  | "builder"
  | "data"
  | "document"
  | "form"
  | "frame"
  | "launch"
  | "page"
  | "report"
  | "worker";

type Route = [path: string, profile: Profile, status: number, type: Type];

const resources = documentedResources(await getJson<OpenApiDocument>("/v1/openapi.json"));

const problem = "application/problem+json; charset=utf-8";

/** Exceptions to the usual content type. */
const otherTypes = new Map([["/healthz", "application/json"]]);

/**
 * The routes in the OpenAPI document, each under its own address; those that are also pages once as
 * data and once as a page.
 */
function routeOf(resource: DocumentedResource): Route[] {
  const { path, types } = resource;
  const full = (type: string) => otherTypes.get(path) ?? `${type}; charset=utf-8`;
  const [usual = ""] = types;
  const isPage = types.includes("text/html");
  // If data are also available as a page, each format has an address of its own.
  if (isPage && usual === "application/json") return [];
  const type = isPage ? { "a program": full(usual), "a browser": full("text/html") } : full(usual);
  const profile = isPage ? "document" : "data";
  return [[addressOf(resource), profile, 200, type]];
}

/** The headers of a page are those of its line in the table of the site. */
function routeOfPage({ path, profile = "page" }: Page): Route {
  const kind = profile === "embed" ? "frame" : (profile as Profile);
  return [path, kind, 200, "text/html; charset=utf-8"];
}

const routes: Route[] = [
  ...resources.flatMap(routeOf),
  ...pages.map(routeOfPage),
  // A single patient has no page.
  ["/v1/comparison?colour=red", "data", 400, problem],
  ["/v1/forest.svg", "data", 400, problem],
  ["/v1/cohorts/karmma.json", "data", 200, "application/json; charset=utf-8"],
  ["/v1/cohorts/karmma.html", "document", 200, "text/html; charset=utf-8"],
  ["/v1/cohorts/nobody", "data", 404, problem],
  ["/nowhere", "data", 404, problem],
  ["/manifest.webmanifest", "data", 200, "application/manifest+json; charset=utf-8"],
  [
    `/oembed?url=${encodeURIComponent(`${inject("serverUrl")}/embed`)}`,
    ...(["data", 200, "application/json; charset=utf-8"] as const),
  ],
  ["/oembed", "data", 400, problem],
  ["/oembed?url=https://example.org/", "data", 404, problem],
  ["/oembed?url=x&format=xml", "data", 501, problem],
  ["/embed?lines=2", "frame", 200, "text/html; charset=utf-8"],
  ["/embed?lines=never", "frame", 400, "text/html; charset=utf-8"],
  ...guides.map(({ id }): Route => [`/docs/${id}`, "page", 200, "text/html; charset=utf-8"]),
  ["/products?region=eu", "page", 200, "text/html; charset=utf-8"],
  ["/products?region=mars", "data", 400, problem],
  ["/products/teclistamab", "page", 200, "text/html; charset=utf-8"],
  ["/products/unknown", "data", 404, problem],
  ["/about?question=lines%3D2", "page", 200, "text/html; charset=utf-8"],
  ["/about?question=x", "data", 400, problem],
  ["/report?part=half", "report", 400, "text/html; charset=utf-8"],
  ["/explore?compare=x", "data", 400, problem],
  ...["groups", "regression", "published"].flatMap((id): Route[] => [
    [`/explore/${id}.svg`, "data", 200, "image/svg+xml; charset=utf-8"],
    [`/explore/${id}.csv`, "data", 200, "text/csv; charset=utf-8"],
  ]),
  ["/report.ris", "data", 200, "application/x-research-info-systems; charset=utf-8"],
  ["/launch/return/0123456789abcdef?code=a&state=b", "launch", 200, "text/html; charset=utf-8"],
  ["/sw.js", "worker", 200, "text/javascript; charset=utf-8"],
  // The Worker reads these files; requests for them are answered without the Worker.
  ["/favicon.svg", "data", 200, "image/svg+xml"],
  ["/robots.txt", "data", 200, "text/plain; charset=utf-8"],
  ["/notices.txt", "data", 200, "text/plain; charset=utf-8"],
  [assets.widget.href, "data", 200, "text/javascript; charset=utf-8"],
  ["/assets/icon-192.png", "data", 200, "image/png"],
  ["/assets/missing.js", "data", 404, problem],
  ["/assets/missing.png", "data", 404, problem],
];

it("covers every route of the service", () => {
  const served = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  // Covered by an answer, not only by an error.
  const answered = routes.filter(([, , status]) => status === 200);
  // A browser is answered with the report.
  const negotiated = ["/v1/comparison"];
  const covered = [...answered.map(([address]) => address.replace(/\?.*/, "")), ...negotiated];
  const missing = [...new Set(served)].filter((path) => {
    const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`);
    return !covered.some((one) => pattern.test(one));
  });
  expect(missing).toEqual([]);
  expect(new Set(served).size).toBeGreaterThan(20);
});

function directives(policy: string | string[] | undefined): Record<string, string> {
  const parts = String(policy)
    .split(";")
    .map((part) => part.trim());
  return Object.fromEntries(
    parts.map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]),
  );
}

const pagePolicy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": `'self' ${styleHashes.map((hash) => `'${hash}'`).join(" ")}`,
  "img-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "object-src": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "myeloma-compare 'allow-duplicates'",
};

const policies: Record<Profile, Record<string, string>> = {
  data: {
    "default-src": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
    sandbox: "",
    "frame-ancestors": "'none'",
  },
  document: {
    "default-src": "'none'",
    "style-src": styleHashes.map((hash) => `'${hash}'`).join(" "),
    "img-src": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  },
  form: { ...pagePolicy, "form-action": "'self'", "frame-ancestors": "'none'" },
  builder: {
    ...pagePolicy,
    "form-action": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'none'",
  },
  frame: { ...pagePolicy, "frame-ancestors": "*" },
  page: { ...pagePolicy, "frame-ancestors": "'none'" },
  report: { ...pagePolicy, "img-src": "'self' blob:", "frame-ancestors": "'none'" },
  // Who else may frame it and be asked is for the operator to say: `launch.test.ts`.
  launch: { ...pagePolicy, "frame-ancestors": "'self'" },
  // What a service worker may ask is said with its script.
  worker: {
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
  },
};

const isPage = (profile: Profile) => ["builder", "form", "page", "report"].includes(profile);

/** All that must be said beside the policy, and what must not be said. */
const expectedHeaders = (profile: Profile) => ({
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
  "strict-transport-security": expect.stringMatching(/^max-age=\d{7,}/),
  // Only data may be read by other sites.
  "access-control-allow-origin": ["data", "document"].includes(profile) ? "*" : undefined,
  "access-control-allow-credentials": undefined,
  "cross-origin-resource-policy":
    isPage(profile) || profile === "worker" ? "same-origin" : "cross-origin",
  // A frame fits into a page around that is isolated.
  "cross-origin-embedder-policy": ["frame", "launch"].includes(profile)
    ? "require-corp"
    : undefined,
  "cross-origin-opener-policy": isPage(profile) || profile === "launch" ? "same-origin" : undefined,
  "set-cookie": undefined,
  server: undefined,
  "x-powered-by": undefined,
});

describe.each(Object.entries(askers))("asked by %s", (who, asker) => {
  it.each(routes)("%s has the headers of its kind", async (path, usual, status, answered) => {
    // Whoever reads is told of an error on a page.
    const isChosen = answered === problem && "accept" in asker;
    const [profile, type] = isChosen
      ? (["page", "text/html; charset=utf-8"] as const)
      : [usual, answered];
    const { status: given, headers } = await request(path, { headers: asker });
    const expected = typeof type === "object" ? type[who] : type;
    expect([given, headers["content-type"]]).toEqual([status, expected]);
    const policy = headers["content-security-policy"];
    expect(directives(policy)).toEqual(policies[profile]);
    // Nothing inline or evaluated.
    expect(policy).not.toMatch(/unsafe|nonce|https?:/);
    const wanted = expectedHeaders(profile);
    const said = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers[name]]));
    expect(said).toEqual(wanted);
  });
});
