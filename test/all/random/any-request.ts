/** Random requests to every resource of the API: valid, half valid or hostile. */
import fc from "fast-check";
import type { Dataset } from "#core/evidence/dataset.ts";
import { parameterNames } from "#core/question/parameters.ts";
import type { Closed, DocumentedResource } from "../../support/documented-resources.ts";
import { escapedWord, rawText } from "../../support/hostile-text.ts";
import { anyQuestion } from "../../support/queries.ts";

export interface AnyRequest {
  /** Name under which the request is counted. */
  resource: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  /** States whether the request is valid by the grammar. If it is, the server must not refuse it. */
  valid: boolean;
  /**
   * States whether the request is valid except for what it states of a patient, which is refused where there are data.
   */
  ofPatient: boolean;
}

/** Holds the value that requests state of a patient. No answer holds this value by itself. */
export const patientValue = "8315zq";

type Words = Readonly<Record<string, readonly string[]>>;
type Pair = readonly [name: string, value: string];

/** Holds a part of a URL, and whether it is valid or states something of a patient. */
interface Part {
  text: string;
  valid: boolean;
  ofPatient: boolean;
}

const good = (text: string): Part => ({ text, valid: true, ofPatient: false });
const bad = (text: string): Part => ({ text, valid: false, ofPatient: false });
const whole = fc.constant(good(""));

const searchOf = (pairs: readonly Pair[]): string => {
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return text === "" ? "" : `?${text}`;
};

/** Returns a valid question with one change that may or may not make it invalid. */
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

/** Returns a valid question that states something of a patient, at any place; under a name on no list, too. */
function withPatient(pairs: readonly Pair[]): fc.Arbitrary<Part> {
  const name = fc.constantFrom("patient-age", "patientAge", "pateint_age", "lname", "zq");
  return fc.tuple(name, fc.nat(pairs.length)).map(([key, at]) => ({
    text: searchOf(pairs.toSpliced(at, 0, [key, patientValue])),
    valid: false,
    ofPatient: true,
  }));
}

/** Returns a mix of query strings: valid, half valid, about a patient, and hostile. */
function searches(pairs: fc.Arbitrary<readonly Pair[]>): fc.Arbitrary<Part> {
  return fc.oneof(
    { arbitrary: pairs.map((pair) => good(searchOf(pair))), weight: 9 },
    { arbitrary: pairs.chain(halfValid).map(bad), weight: 5 },
    { arbitrary: pairs.chain(withPatient), weight: 1 },
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

/** Returns some of these parameters, each with one of its allowed values, in any order. */
function closed(words: Words): fc.Arbitrary<Pair[]> {
  return all(words).chain((pairs) => fc.shuffledSubarray(pairs));
}

/** Returns each of these parameters with one of its allowed values. */
function all(words: Words): fc.Arbitrary<Pair[]> {
  const pairs = Object.entries(words).map(([name, values]) =>
    fc.constantFrom(...values).map((value): Pair => [name, value]),
  );
  return fc.tuple(...pairs);
}

/** Returns the last segment of a path: one of these ids, or something similar. */
function member(ids: readonly string[]): fc.Arbitrary<Part> {
  const id = fc.constantFrom(...ids);
  return fc.oneof(
    { arbitrary: id.map(good), weight: 3 },
    fc
      .oneof(
        escapedWord,
        rawText,
        fc.tuple(id, escapedWord).map(([name, word]) => `${name}${word}`),
        id.map((word) => `%${word.charCodeAt(0).toString(16)}${word.slice(1)}`),
        id.map((word) => `${word}/`),
      )
      .map(bad),
  );
}

/**
 * Removes the parameters that select another model from most questions. The other models take ten
 * times as long, and otherwise about every third question would use one.
 */
function affordable(pairs: readonly Pair[], keepsModel: boolean): readonly Pair[] {
  // An interval belongs to its model.
  const dear = ["model", "set", "interval"];
  return keepsModel ? pairs : pairs.filter(([name]) => !dear.includes(name));
}

const paths = [
  ...["", "v1", "v1/", "V1/comparison", "v1/comparison/", "embed/", "%65mbed", "index.html"],
  ...["_headers", ".env", "/embed", "v1/../embed", "v1/%2e%2e/healthz", "v1/cohorts/a/b"],
];

/** Maps a path to how often it is requested; a path that is not listed has weight 2. */
const weights: Readonly<Record<string, number>> = {
  "/v1/comparison": 30,
  "/v1/comparison.csv": 8,
  "/v1/forest.svg": 5,
  "/v1/choices": 4,
  "/v1/meta-regression": 4,
  "/v1/cohorts/{id}": 8,
  "/v1/products/{slug}": 6,
  "/v1/dataset": 1,
  "/v1/dataset.csv": 1,
};

type Resource = [
  resource: string,
  weight: number,
  last: fc.Arbitrary<Part>,
  after: fc.Arbitrary<Part>,
];

/** Returns the requests that the OpenAPI document allows for a resource: its path, its weight and its query strings. */
function resourceOf(
  { path, closed, ofQuestion }: DocumentedResource,
  questionWith: (compare: boolean) => fc.Arbitrary<readonly Pair[]>,
): Resource {
  const ownParameters = closed.filter((parameter) => parameter.in === "query");
  const question =
    ofQuestion.length === 0
      ? fc.constant<readonly Pair[]>([])
      : questionWith(ofQuestion.includes("compare"));
  const taken = ownParameters.map(({ name }) => name);
  const pairsOfQuestion = fc
    .tuple(question, ownPairs(ownParameters))
    .map(([pairs, more]) => [...pairs.filter(([name]) => !taken.includes(name)), ...more]);
  const inPath = closed.find((parameter) => parameter.in === "path");
  return [
    path.replace(/\{.*\}$/, ""),
    weights[path] ?? 2,
    inPath ? member(inPath.words) : whole,
    searches(pairsOfQuestion),
  ];
}

/** Returns all parameters that are required and some of the others, each with one of its words, in any order. */
function ownPairs(parameters: readonly Closed[]): fc.Arbitrary<Pair[]> {
  const ofThese = (required: boolean) =>
    parameters
      .filter((parameter) => parameter.required === required)
      .map(({ name, words }) => [name, words]);
  return fc
    .tuple(closed(Object.fromEntries(ofThese(false))), all(Object.fromEntries(ofThese(true))))
    .map(([some, needed]) => [...some, ...needed]);
}

/** @param documented what the server says of its resources */
function resources(dataset: Dataset, documented: readonly DocumentedResource[]): Resource[] {
  const question = (compare: boolean) =>
    fc
      .tuple(anyQuestion(dataset, compare ? "any" : "classes"), fc.nat(7))
      .map(([pairs, dice]) => affordable(pairs, dice === 0));
  const looked = fc
    .tuple(question(false), closed({ theme: ["auto", "light", "dark"] }))
    .map(([pairs, theme]): readonly Pair[] => [...pairs, ...theme]);
  const none = fc.constant<readonly Pair[]>([]);
  // Treated as invalid, because whether a URL belongs to our server is not known here.
  return [
    ...documented.map((resource) => resourceOf(resource, question)),
    ["/embed", 12, whole, searches(looked)],
    ["/build", 4, whole, searches(looked)],
    ["/manifest.webmanifest", 1, whole, searches(none)],
    ["/docs", 2, whole, searches(none)],
    ["/", 8, fc.oneof(rawText, escapedWord, fc.constantFrom(...paths)).map(bad), searches(none)],
  ];
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

/** Any request; the dear resources come seldom. */
export function anyRequest(
  dataset: Dataset,
  documented: readonly DocumentedResource[],
): fc.Arbitrary<AnyRequest> {
  return fc.oneof(
    ...resources(dataset, documented).map(([resource, weight, last, search]) => ({
      weight,
      arbitrary: fc
        .tuple(last, search, methods, headers)
        .map(([end, after, method, sent]): AnyRequest => {
          const path = `${resource}${end.text}${after.text}`;
          const valid = end.valid && after.valid;
          const ofPatient = end.valid && after.ofPatient;
          return { resource, method, path, headers: sent, valid, ofPatient };
        }),
    })),
  );
}
