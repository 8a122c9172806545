/** Lists addresses, each with the answer that is expected. A new page or resource is listed here by itself. */
import { dataset } from "#core/dataset.ts";
import { assets } from "#generated/assets.ts";
import type { OpenApiDocument } from "#server/documentation/document.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import { type Page, pages } from "#server/site.ts";
import { app } from "../../functions/app.ts";
import { anyCohort } from "./any-cohort.ts";
import { dataAt } from "./built-app.ts";
import { addressOf, type DocumentedResource, documentedResources } from "./documented-resources.ts";

/** The kinds of answers, each with headers of its own. */
export type Kind =
  | "builder"
  | "data"
  | "document"
  | "form"
  | "frame"
  | "page"
  | "report"
  | "worker";

export interface Address {
  path: string;
  kind: Kind;
  status: number;
  /** The type that a program is answered with; a browser is told of errors on a page. */
  type: string;
  forBrowsers: string;
}

export const problem = "application/problem+json; charset=utf-8";
export const html = "text/html; charset=utf-8";
const json = "application/json; charset=utf-8";
const svg = "image/svg+xml; charset=utf-8";

const at = (path: string, kind: Kind, type: string, forBrowsers = type): Address => ({
  path,
  kind,
  status: 200,
  type,
  forBrowsers,
});

const refused = (path: string, status: number): Address => ({
  ...at(path, "data", problem, html),
  status,
});

/**
 * The addresses of a resource, of which some are also pages. A resource that is data at one address and a page at
 * another has two entries.
 */
function ofResource(resource: DocumentedResource): Address[] {
  const { path, types } = resource;
  const [usual = ""] = types;
  if (!types.includes("text/html")) {
    const type = path === "/healthz" ? usual : `${usual}; charset=utf-8`;
    return [at(addressOf(resource), "data", type)];
  }
  return usual === "application/json"
    ? []
    : [at(addressOf(resource), "document", `${usual}; charset=utf-8`, html)];
}

function ofPage({ path, profile = "page" }: Page): Address {
  return at(path, profile === "embed" ? "frame" : (profile as Kind), html);
}

export const resources = documentedResources(await dataAt<OpenApiDocument>("/v1/openapi.json"));

export const addresses: readonly Address[] = [
  ...resources.flatMap(ofResource),
  ...pages.map(ofPage),
  ...guides.map((guide) => at(`/docs/${guide}`, "page", html)),
  at("/embed?lines=2", "frame", html),
  at("/products/teclistamab", "page", html),
  at("/about?question=lines%3D2", "page", html),
  at(`/v1/cohorts/${anyCohort.id}.json`, "data", json),
  at(`/v1/cohorts/${anyCohort.id}.html`, "document", html),
  at("/report.ris", "data", "application/x-research-info-systems; charset=utf-8"),
  at("/manifest.webmanifest", "data", "application/manifest+json; charset=utf-8"),
  at("/sw.js", "worker", "text/javascript; charset=utf-8"),
  at("/favicon.svg", "data", svg),
  at("/robots.txt", "data", "text/plain; charset=utf-8"),
  at("/notices.txt", "data", "text/plain; charset=utf-8"),
  at(assets.widget.href, "data", "text/javascript; charset=utf-8"),
  at("/assets/icon-192.png", "data", "image/png"),
  refused("/v1/comparison?colour=red", 400),
  refused("/v1/forest.svg", 400),
  refused("/about?question=x", 400),
  refused("/explore?compare=x", 400),
  ...["/products", "/methods", "/glossary", "/changes", "/docs", "/docs/clinicians"].map((path) =>
    refused(`${path}?region=eu`, 400),
  ),
  refused("/products/teclistamab?region=mars", 400),
  { ...at("/report?part=short", "report", html), status: 400 },
  { ...at("/embed?lines=never", "frame", html), status: 400 },
  ...["/nowhere", "/v1", "/v1/", "/v1/comparison/", "/v1/comparison.xls", "/V1/comparison"]
    .concat(
      "/embed/x",
      "/embed/",
      "/docs/nobody",
      "/docs/copy",
      "//v1/comparison",
      "/index.html",
      "/.env",
    )
    .concat(
      "/v1/cohorts/",
      `/v1/cohorts/${anyCohort.id}/figures`,
      "/products/unknown",
      "/docs.html",
    )
    .concat("/assets/missing.js", "/assets/missing.png", "/oembed?url=http://localhost/embed")
    .map((path) => refused(path, 404)),
];

const ids: Readonly<Record<string, string>> = {
  ":id": anyCohort.id,
  ":name": "getComparison",
  ":slug": dataset.products[0]?.slug ?? "",
};

/** Lists one path of every route, from the routes of the app. */
export const everyPath: readonly string[] = [
  ...new Set(
    app.routes
      .filter(({ method }) => method === "GET")
      .map(({ path }) => path.replace(/:\w+/g, (name) => ids[name] ?? name)),
  ),
];
