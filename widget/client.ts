/**
 * A client of the API for pages and programs, at `/v1/client.js`: a method for each resource, by the name
 * of its operation in the OpenAPI document. Its types, `/v1/client.d.ts`, are made from the same.
 */
import { has, request } from "./answers/request.ts";

export { failureOf, SourceError } from "./answers/request.ts";

/** The address of a resource, and the form that is asked for if it is not JSON. */
const resources = {
  comparison: ["/v1/comparison"],
  comparisonTable: ["/v1/comparison.csv", "text/csv"],
  choices: ["/v1/choices"],
  forest: ["/v1/forest.svg", "image/svg+xml"],
  picture: ["/v1/picture.png", "image/png"],
  brief: ["/v1/brief", "text/plain"],
  briefPage: ["/v1/brief.html", "text/html"],
  reproduction: ["/v1/reproduce.R", "text/plain"],
  sensitivity: ["/v1/sensitivity"],
  metaRegression: ["/v1/meta-regression"],
  outcomes: ["/v1/outcomes"],
  cohorts: ["/v1/cohorts"],
  cohort: ["/v1/cohorts/{id}"],
  products: ["/v1/products"],
  product: ["/v1/products/{slug}"],
  subgroups: ["/v1/subgroups"],
  timing: ["/v1/timing"],
  comparisons: ["/v1/comparisons"],
  published: ["/v1/published"],
  changes: ["/v1/changes"],
  changesFeed: ["/v1/changes.atom", "application/atom+xml"],
  dataset: ["/v1/dataset"],
  datasetTable: ["/v1/dataset.csv", "text/csv"],
  description: ["/v1/openapi.json"],
  health: ["/healthz"],
  recall: ["/recall.json"],
} as const;

/** Parameters by name or as a query string; the name of one cohort or product; or nothing. */
type Asked = string | Readonly<Record<string, unknown>> | AbortSignal;
type Method = (asked?: Asked, signal?: AbortSignal) => Promise<unknown>;
type Methods = Record<keyof typeof resources, Method>;

/** @param base Address of an installation, without a slash at the end: `https://compare.example.org`. */
export function comparisonClient(base: string): Methods {
  const methodOf =
    (path: string, accept = "application/json"): Method =>
    (asked = "", signal = new AbortController().signal) => {
      const [given, until] = asked instanceof AbortSignal ? ["", asked] : [asked, signal];
      return request(base + addressOf(path, given), isThere, until, accept, (response) =>
        bodyOf(response, accept),
      );
    };
  const named = Object.entries(resources).map(([name, [path, form]]) => [
    name,
    methodOf(path, form),
  ]);
  const methods: Methods = Object.fromEntries(named);
  const subgroups: Method = async (...asked) => {
    const answer = await methods.subgroups(...asked);
    // The list alone, as this method always answered.
    return has(answer, "subgroups") ? answer.subgroups : answer;
  };
  return { ...methods, subgroups };
}

function addressOf(path: string, asked: Exclude<Asked, AbortSignal>): string {
  if (path.includes("{")) return path.replace(/\{\w+\}/, encodeURIComponent(String(asked)));
  const given = typeof asked === "string" ? [] : Object.entries(asked);
  const texts = given.flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
  const text = typeof asked === "string" ? asked : new URLSearchParams(texts).toString();
  return path + (text && `?${text}`);
}

/** `null` for another form, as from a network that asks to sign in first. */
async function bodyOf(response: Response, type: string): Promise<unknown> {
  if (!response.headers.get("content-type")?.startsWith(type)) return null;
  if (type === "application/json") return response.json();
  return type === "image/png" ? response.blob() : response.text();
}

const isThere = (body: unknown): body is unknown => body !== null;
