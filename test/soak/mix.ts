/** What is asked: any request to any resource, questions of the presets in every form, and pages. */
import fc from "fast-check";
import type { Dataset } from "#core/evidence/dataset.ts";
import { questions } from "#data/generated/precomputed.ts";
import { products } from "#data/generated/products.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { pages as sitePages } from "#server/site.ts";
import { type AnyRequest, anyRequest } from "../support/any-request.ts";
import { anyQuestion } from "../support/queries.ts";

const pages = [
  ...sitePages.map(({ path }) => path),
  ...["/report?compare=product", "/report?part=short", "/report.ris", "/products?region=us"],
  ...["/healthz", "/qr.svg", "/manifest.webmanifest"],
  ...Object.keys(products).map((slug) => `/products/${slug}`),
];

/** All that take a question and nothing else. */
const forms = [
  ...["/v1/comparison", "/v1/comparison", "/v1/comparison.csv"],
  ...["/embed", "/embed", "/report", "/v1/choices"],
];

/** Most forms compare no other groups than the two classes. */
const read = (resource: string, path: string): AnyRequest => ({
  resource,
  method: "GET",
  path,
  headers: {},
  valid: !path.includes("compare="),
});

const withQuestion = (path: string, text: string) =>
  read("a question in every form", text === "" ? path : `${path}?${text}`);

/**
 * Other bytes are no address (RFC 9112), and which paths are written in another way before the app
 * sees them is decided around it: each runtime does what it does. The conformance test asks these.
 */
function isPlain({ path }: AnyRequest): boolean {
  const [before] = path.split(/[?#]/);
  return /^[!-~]*$/.test(path) && new URL(`http://any.example${path}`).pathname === before;
}

export function mix(
  dataset: Dataset,
  document: OpenApiDocument,
  { numRuns, seed }: { numRuns: number; seed: number },
): AnyRequest[] {
  const form = fc.constantFrom(...forms);
  const any = fc.oneof(
    { arbitrary: anyRequest(dataset, document), weight: 10 },
    {
      arbitrary: fc
        .tuple(form, fc.constantFrom(...questions))
        .map(([path, text]) => withQuestion(path, text)),
      weight: 5,
    },
    {
      arbitrary: fc
        .tuple(form, anyQuestion(dataset), fc.nat(9))
        // Most with the default model: the others take ten times as long.
        .map(([path, pairs, dice]) => {
          const kept = pairs.filter(([name]) => dice === 0 || !dear.has(name)).slice(0, dice + 1);
          return withQuestion(path, new URLSearchParams(kept).toString());
        }),
      weight: 4,
    },
    { arbitrary: fc.constantFrom(...pages).map((path) => read("pages", path)), weight: 1 },
  );
  return fc.sample(any, { numRuns, seed }).filter(isPlain);
}

const dear = new Set<string>(["model", "interval", "tau", "set"]);
