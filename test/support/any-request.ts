/** Random requests to every resource of the API: valid, half valid or hostile. */

import fc from "fast-check";
import { moderators } from "#core/comparison/meta-regression.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { comparisonKinds, subgroupVariables } from "#data/collection-vocabulary.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { depths } from "#presentation/brief/parts.ts";
import { escapedWord, rawText } from "./hostile-text.ts";
import { anyQuestion } from "./queries.ts";

export interface AnyRequest {
  /** Name under which the request is counted. */
  resource: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  /** Whether the request is valid by the grammar. If it is, the server must not refuse it. */
  valid: boolean;
}

type Pair = readonly [name: string, value: string];

/** A part of a URL. */
interface Part {
  text: string;
  valid: boolean;
}

const bad = (text: string): Part => ({ text, valid: false });
const whole = fc.constant<Part>({ text: "", valid: true });

const searchOf = (pairs: readonly Pair[]): string => {
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return text === "" ? "" : `?${text}`;
};

/** A valid question with one change that may or may not make it invalid. */
function halfValid(pairs: readonly Pair[]): fc.Arbitrary<string> {
  const text = searchOf(pairs);
  const more = text === "" ? "?" : "&";
  const place = fc.nat(Math.max(0, pairs.length - 1));
  const name = fc.constantFrom(...parameterNames);
  return fc.oneof(
    fc.tuple(escapedWord, escapedWord).map(([key, value]) => `${text}${more}${key}=${value}`),
    fc.tuple(name, escapedWord).map(([key, value]) => `${text}${more}${key}=${value}`),
    place.map((at) => `${text}${more}${searchOf(pairs.slice(at, at + 1)).slice(1)}`),
    name.map((key) => `${text}${more}${key}`),
    rawText.map((raw) => `${text}${more}${raw}`),
    escapedWord.map((word) => text.replace("=", `=${word},`)),
    fc.nat(text.length).map((end) => text.slice(0, end)),
    fc.constantFrom(text.toUpperCase(), encodeURI(text), text.replaceAll("=", "%3D")),
  );
}

/** The query string: a mix of valid, half valid and hostile ones. */
function searches(pairs: fc.Arbitrary<readonly Pair[]>): fc.Arbitrary<Part> {
  return fc.oneof(
    { arbitrary: pairs.map((one) => ({ text: searchOf(one), valid: true })), weight: 9 },
    { arbitrary: pairs.chain(halfValid).map(bad), weight: 5 },
    { arbitrary: rawText.map((text) => bad(`?${text}`)), weight: 3 },
    {
      arbitrary: fc
        .array(fc.tuple(escapedWord, escapedWord), { maxLength: 5 })
        .map((all) => bad(`?${all.map(([name, value]) => `${name}=${value}`).join("&")}`)),
      weight: 2,
    },
    { arbitrary: fc.constant(bad("?")), weight: 1 },
  );
}

/** Some of these parameters, each with one of its allowed values, in any order. */
function closed(words: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Pair[]> {
  const all = Object.entries(words).map(([name, values]) =>
    fc.constantFrom(...values).map((value): Pair => [name, value]),
  );
  return fc.tuple(...all).chain((pairs) => fc.shuffledSubarray(pairs));
}

/** The last segment of a path: one of these ids, or something similar. */
function member(ids: readonly string[]): fc.Arbitrary<Part> {
  const id = fc.constantFrom(...ids);
  return fc.oneof(
    { arbitrary: id.map((text) => ({ text, valid: true })), weight: 3 },
    fc
      .oneof(
        escapedWord,
        rawText,
        fc.tuple(id, escapedWord).map(([one, word]) => `${one}${word}`),
        id.map((one) => `%${one.charCodeAt(0).toString(16)}${one.slice(1)}`),
        id.map((one) => `${one}/`),
      )
      .map(bad),
  );
}

/**
 * Removes the parameters that select another model from most questions. The other models take ten
 * times as long, and otherwise about every third question would use one.
 */
function affordable(pairs: readonly Pair[], keepsModel: boolean): readonly Pair[] {
  const dear = ["model", "interval", "tau", "set"];
  return keepsModel ? pairs : pairs.filter(([name]) => !dear.includes(name));
}

const paths = [
  ...["", "v1", "v1/", "V1/comparison", "v1/comparison/", "embed/", "%65mbed", "index.html"],
  ...["_headers", ".env", "/embed", "v1/../embed", "v1/%2e%2e/healthz", "v1/cohorts/a/b"],
];

function resources(dataset: Dataset) {
  const outcomes = dataset.outcomes.map(({ id }) => id);
  const counted = dataset.outcomes.filter(({ kind }) => kind === "count").map(({ id }) => id);
  const products = dataset.products.map(({ slug }) => slug);
  const question = fc
    .tuple(anyQuestion(dataset), fc.nat(7))
    .map(([pairs, dice]) => affordable(pairs, dice === 0));
  const about = (ids: readonly string[]) =>
    fc
      .tuple(question, fc.constantFrom(...ids))
      .map(([pairs, id]): readonly Pair[] => [
        ...pairs.filter(([name]) => name !== "outcome"),
        ["outcome", id],
      ]);
  const moderated = fc
    .tuple(about(counted), fc.constantFrom(...Object.keys(moderators)))
    .map(([pairs, moderator]): readonly Pair[] => [...pairs, ["moderator", moderator]]);
  const ofAnyGroups = fc
    .tuple(anyQuestion(dataset, "any"), fc.nat(7))
    .map(([pairs, dice]) => affordable(pairs, dice === 0));
  const grouped = fc
    .tuple(ofAnyGroups, fc.nat(9))
    .map(([pairs, ofPatient]): readonly Pair[] => [
      ...pairs,
      ...(ofPatient === 0 ? ([["patient-age", "71"]] as const) : []),
    ]);
  const drawn = fc
    .tuple(about(outcomes), closed({ theme: ["light", "dark"] }))
    .map(([pairs, own]): readonly Pair[] => [...pairs, ...own]);
  const looked = fc
    .tuple(question, closed({ theme: ["auto", "light", "dark"], lang: ["en", "en-US", "de"] }))
    .map(([pairs, own]): readonly Pair[] => [...pairs, ...own]);
  const told = fc
    .tuple(question, closed({ depth: depths }))
    .map(([pairs, own]): readonly Pair[] => [...pairs, ...own]);
  const collection = { "therapy-class": therapyClasses, product: products, outcome: outcomes };
  const none = fc.constant<readonly Pair[]>([]);
  // Treated as invalid, because whether a URL belongs to our server is not known here.
  const embedded = searches(
    fc
      .tuple(
        fc.constantFrom("/embed", "https://example.org/embed", "http://[", "%00"),
        closed({
          maxwidth: ["600", "320", "0"],
          maxheight: ["400", "900", "-1"],
          format: ["json", "xml"],
        }),
      )
      .map(([url, own]): readonly Pair[] => [["url", url], ...own]),
  ).map(({ text }) => bad(text));
  return [
    ["/v1/comparison", 30, whole, searches(grouped)],
    ["/v1/comparison.csv", 8, whole, searches(grouped)],
    ["/v1/forest.svg", 5, whole, searches(drawn)],
    ["/v1/brief", 3, whole, searches(told)],
    ["/v1/brief.html", 3, whole, searches(told)],
    ["/v1/brief.txt", 2, whole, searches(told)],
    ["/embed", 12, whole, searches(looked)],
    ["/v1/choices", 4, whole, searches(ofAnyGroups)],
    ["/v1/sensitivity", 1, whole, searches(about(outcomes))],
    ["/v1/meta-regression", 4, whole, searches(moderated)],
    [
      "/v1/subgroups",
      7,
      whole,
      searches(closed({ ...collection, variable: Object.keys(subgroupVariables) })),
    ],
    [
      "/v1/comparisons",
      7,
      whole,
      searches(closed({ ...collection, kind: Object.keys(comparisonKinds) })),
    ],
    ["/v1/cohorts", 2, whole, searches(none)],
    ["/v1/cohorts/", 8, member(dataset.cohorts.map(({ id }) => id)), searches(none)],
    ["/v1/products", 2, whole, searches(none)],
    ["/v1/products/", 6, member(products), searches(none)],
    ["/v1/outcomes", 3, whole, searches(none)],
    ["/v1/published", 2, whole, searches(none)],
    ["/v1/dataset", 1, whole, searches(none)],
    ["/v1/dataset.csv", 1, whole, searches(none)],
    ["/v1/openapi.json", 1, whole, searches(none)],
    ["/v1/widget.js", 1, whole, searches(none)],
    ["/v1/frame.js", 1, whole, searches(none)],
    ["/v1/client.js", 1, whole, searches(none)],
    ["/v1/element.js", 1, whole, searches(none)],
    ["/v1/element.d.ts", 1, whole, searches(none)],
    ["/v1/custom-elements.json", 1, whole, searches(none)],
    ["/qr.svg", 4, whole, searches(question)],
    ["/oembed", 8, whole, embedded],
    ["/manifest.webmanifest", 1, whole, searches(none)],
    ["/docs", 2, whole, searches(none)],
    ["/healthz", 2, whole, searches(none)],
    ["/", 8, fc.oneof(rawText, escapedWord, fc.constantFrom(...paths)).map(bad), searches(none)],
  ] as const;
}

const methods = fc.oneof(
  { arbitrary: fc.constant("GET"), weight: 88 },
  { arbitrary: fc.constant("HEAD"), weight: 6 },
  { arbitrary: fc.constant("OPTIONS"), weight: 2 },
  { arbitrary: fc.constantFrom("POST", "PUT", "PATCH", "DELETE"), weight: 4 },
);

const header = fc.oneof(
  fc
    .constantFrom(
      ...["*/*", "text/csv", "application/json", "text/html,*/*;q=0.8", "<script>", "", ",,;q=9"],
      ...["text/csv;q=0.1, application/json;q=0.9", "a/b", `${"a/b,".repeat(300)}`, "*/*;q=NaN"],
    )
    .map((accept) => ({ accept })),
  fc
    .constantFrom("*", '"', 'W/"x"', 'W/"', "", `"${"x".repeat(8000)}"`, '",'.repeat(900))
    .map((tag) => ({ "if-none-match": tag })),
  fc
    .constantFrom("null", "https://example.org", "<script>", "file://")
    .map((origin) => ({ origin })),
  fc.constantFrom("bytes=0-1", "x").map((range) => ({ range })),
  fc.constantFrom("a=b", "__Host-x=1; ".repeat(40)).map((cookie) => ({ cookie })),
);

const headers = fc.oneof(
  { arbitrary: fc.constant({}), weight: 4 },
  { arbitrary: header, weight: 1 },
);

/** Any request; resources that are expensive to compute are rare. */
export function anyRequest(dataset: Dataset): fc.Arbitrary<AnyRequest> {
  return fc.oneof(
    ...resources(dataset).map(([resource, weight, last, search]) => ({
      weight,
      arbitrary: fc
        .tuple(last, search, methods, headers)
        .map(([end, after, method, sent]): AnyRequest => {
          const path = `${resource}${end.text}${after.text}`;
          const valid = end.valid && after.valid;
          return { resource, method, path, headers: sent, valid };
        }),
    })),
  );
}
