import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { formatProblemParameter } from "#core/question/query-problem.ts";
import { dataVersion } from "#data/generated/data-version.ts";
import { problem } from "../../support/addresses.ts";
import { anyCohort } from "../../support/any-cohort.ts";
import { askBuilt, askers, dataAt, textAt } from "../../support/built-app.ts";
import { rawText } from "../../support/hostile-text.ts";
import { tagsOf, textOf } from "../../support/html.ts";
import refusedSearches from "./refused.json" with { type: "json" };

/** Invalid input: the error names all that is wrong and what is allowed, and nothing is computed. */

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: {
    parameter: string | null;
    position?: number;
    value: string;
    message: string;
    allowed: string[];
  }[];
}

const asJson = { headers: { accept: "application/json" } };
const asPage = { headers: { accept: "text/html" } };

/** Addresses by where they lead, each with the parameters that are at fault, unknown ones by their place. */
const refused = Object.entries(refusedSearches).map(([path, searches]) => [path, searches]) as [
  path: string,
  [search: string, parameters: string[]][],
][];

describe.each(refused)("%s", (path, questions) => {
  it.each(questions)("?%s is refused for each of %j, by name", async (search, parameters) => {
    const address = `${path}?${search}`;
    const answer = await askBuilt(address, asJson);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, problem]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { errors = [], detail } = (await answer.json()) as Problem;
    expect(errors.map(formatProblemParameter).sort()).toEqual(parameters);
    for (const { message } of errors) expect(message).toMatch(/\w/);
    for (const name of parameters) expect(detail).toContain(name);
    const page = await askBuilt(address, asPage);
    expect(page.status).toBe(400);
    const text = await page.text();
    for (const name of parameters) expect(text).toContain(`<strong>${name}</strong>`);
    expect(text).not.toContain("= “”");
  });
});

it.each([
  ["/docs/copy", "/docs/operators"],
  ["/oembed?url=http%3A%2F%2Flocalhost%2Fembed%3Flines%3D2", "/build"],
])("%s is gone, and names what is there instead: %s", async (address, instead) => {
  const { status, detail } = await dataAt<Problem>(address, asJson);
  expect([status, detail]).toEqual([404, expect.stringContaining(instead)]);
  expect(await (await askBuilt(address, asPage)).text()).toContain(detail);
  expect((await askBuilt(instead)).status).toBe(200);
});

describe("a bad question", () => {
  it("is told its value and what is allowed, with what the guide says of it", async () => {
    const allowed = expect.arrayContaining([anyCohort.id]);
    expect(await dataAt("/v1/comparison?exclude=nobody")).toMatchObject({
      type: "/docs/integrators#problem-invalid-parameters",
      ...{ title: "Bad Request", status: 400 },
      errors: [{ parameter: "exclude", value: "nobody", allowed }],
    });
  });

  const plot = "/v1/forest.svg?outcome=orr";
  const notAllowed = "not one of the allowed values; is it";
  it.each([
    // `data`, which links have, is a parameter, too; a name in other letters does not hide those of the resource.
    ["/v1/comparison.csv?dates=2026-01-01", "unknown parameter", ["data"]],
    ["/report?part=short", "gone: the report has one form; leave it out", []],
    [`${plot}&themes=dark`, "unknown parameter; did you mean theme?", ["theme"]],
    [`${plot}&out-come=dark`, "unknown parameter; did you mean outcome?", ["theme"]],
    ["/v1/comparison?data=x", `not a version of data such as ${dataVersion}`, [dataVersion]],
    ["/v1/comparison?outcome=infections", `${notAllowed} infection?`, ["orr"]],
    [`${plot}&theme=Darker`, `${notAllowed} dark?`, ["light"]],
    ["/v1/comparison?product=teclistmab", `${notAllowed} teclistamab?`, ["cilta-cel"]],
    ["/v1/comparison?product=teclistamba", `${notAllowed} teclistamab?`, ["cilta-cel"]],
    ["/v1/comparison?product=elrantaamab", `${notAllowed} elranatamab?`, ["cilta-cel"]],
    ["/v1/comparison?product=Carvikti", `${notAllowed} cilta-cel?`, ["cilta-cel"]],
    ["/v1/comparison?product=talquetxyz", "not one of the allowed values", ["cilta-cel"]],
  ])("%s is told: %s", async (address, message, allowed) => {
    const { errors } = await dataAt<Problem>(address, asJson);
    expect(errors).toMatchObject([{ message, allowed: expect.arrayContaining(allowed) }]);
  });

  it("is repeated without markup, control characters or more than 64 characters", async () => {
    const value = encodeURIComponent(`<img src=x onerror=alert(1)>&\u0000\u202e${"x".repeat(200)}`);
    const text = await textAt(`/v1/comparison?lines=${value}`);
    expect(text).not.toMatch(/[<>\u202e]|\\u0000/);
    expect(text).toContain("&lt;img src=x onerror=alert(1)&gt;&amp;");
    expect(text).not.toContain("x".repeat(65));
  });

  it.each(["%", "%zz", "%ff%fe", "%ed%a0%80", "a=%c0%80"])(
    "%s is refused, not an accident",
    async (text) => {
      expect((await askBuilt(`/v1/comparison?${text}`)).status).toBe(400);
    },
  );

  it("with many values that are allowed is told the first of them", async () => {
    const search = "exclude=x&product=x&outcome=x&set=x&compare=x";
    const { errors } = await dataAt<Problem>(`/v1/comparison?${search}`);
    const { allowed = [] } = errors?.find(({ parameter }) => parameter === "exclude") ?? {};
    expect(allowed.length).toBeGreaterThan(20);
    expect(allowed.at(-1)).toBe(`… and ${dataset.cohorts.length - allowed.length + 1} more`);
  });

  it("with 1980 problems says how many it leaves out", async () => {
    const many = Array.from({ length: 1980 }, () => "x").join("&");
    const { errors, detail } = await dataAt<Problem>(`/v1/comparison?${many}`);
    expect(errors).toHaveLength(20);
    expect(detail).toContain("and 1960 more");
    const text = await textAt(`/report?${many}`, asPage);
    expect(text.match(/<li><strong>/g)).toHaveLength(20);
    expect(text).toContain("and 1960 more");
  });
});

describe("an unknown parameter", () => {
  const resembling = (name: string) => `unknown parameter; did you mean ${name}?`;
  const sent = [
    ["colour=8315zq", null, 1, "unknown parameter"],
    ["8315zq=red", null, 1, "unknown parameter"],
    ["=8315zq", null, 1, "unknown parameter"],
    // A name that resembles a known one is answered with the known one.
    ["line=8315zq", "lines", 1, resembling("lines")],
    ["PRIOR_LINES=8315zq", "prior-lines", 1, resembling("prior-lines")],
    ["lines_8315zq=2", "lines", 1, resembling("lines")],
    ["outcome=orr&outcomeOf8315zq", "outcome", 2, resembling("outcome")],
    // Names of values of a patient are unknown like any other.
    ["mrn=8315zq", null, 1, "unknown parameter"],
    ["lines=2&mrn-8315zq=1", null, 2, "unknown parameter"],
    ["patientAge=8315zq", null, 1, "unknown parameter"],
    ["lines=2&outcome=orr&birthDate_8315zq", null, 3, "unknown parameter"],
  ] as const;
  it.each(sent)("as in %s is %s at place %i: %s", async (search, parameter, position, message) => {
    const address = `/v1/comparison?${search}`;
    const answer = await askBuilt(address, asJson);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([400, "no-store"]);
    const text = await answer.text();
    const { errors, detail }: Problem = JSON.parse(text);
    const allowed = [...parameterNames, "data"];
    expect(errors).toEqual([{ parameter, position, value: "", message, allowed }]);
    const sentence = `The query could not be understood: parameter ${position}.`;
    expect(detail).toBe(`${sentence} Nothing was computed.`);
    const page = await askBuilt(address, asPage);
    for (const sent of [text, await page.text()]) {
      expect(sent).not.toMatch(/8315zq|mrn|birthDate|patientAge|PRIOR_LINES/);
    }
  });

  const long = "8315zq".repeat(1500);
  it.each([
    [`/embed?mrn_4711=${long}`, "parameter 1"],
    [`/embed?lines=2&colour=${long}&theme=dark`, "parameter 2"],
    [`/embed?lines_4711=${long}`, "parameter 1"],
    [`/v1/comparison?${long}`, "parameter 1"],
    [`/v1/comparison?lines=2&exclude=${long}`, "exclude"],
    [`/v1/cohorts/${long}?lines=2`, "the path"],
  ])("%.25s… of an address that is too long is called %s", async (address, part) => {
    const answer = await askBuilt(address, asJson);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([414, "no-store"]);
    const text = await answer.text();
    const { detail }: Problem = JSON.parse(text);
    expect(detail).toBe(`The address is longer than 8192 characters; shorten ${part}.`);
    expect(text).not.toMatch(/8315zq|4711/);
  });
});

it.each([
  ...["nobody", "__proto__", "constructor", "toString", "hasOwnProperty", "nobody.json", ".html"],
  ...[anyCohort.id.toUpperCase(), `${anyCohort.id}.xml`, `${anyCohort.id}.json.html`],
  ...["%00", "%E0%A4%A", "..%2f..%2fversion", "%3Cscript%3E", "x".repeat(300)],
])("a member %s, which does not exist, is told where all are listed", async (id) => {
  const body = await dataAt<Problem>(`/v1/cohorts/${id}`);
  expect(body).toMatchObject({ title: "Not Found", status: 404 });
  expect(body.detail).toContain("/v1/cohorts");
  expect(body.detail).not.toMatch(/[<>]|x{65}/);
});

it("an address with every cohort unticked is not too long", async () => {
  const all = dataset.cohorts.map(({ id }) => id).join(",");
  expect((await askBuilt(`/v1/comparison?exclude=${all}`)).status).toBe(200);
});

/** Any input gets an answer or a proper error, never an internal error, and is never repeated as markup. */
const address = fc.oneof(
  ...[
    ...["/v1/comparison?", "/v1/forest.svg?outcome=orr&", "/embed?", "/v1/outcomes?"],
    ...["/v1/cohorts/", "/"],
  ].map((before) => rawText.map((text) => before + text)),
);

async function read(path: string, init?: RequestInit) {
  const answer = await askBuilt(path, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

it("three hundred hostile addresses are never answered with a 5xx, and never without headers", async () => {
  const accidents: string[] = [];
  for (const path of fc.sample(address, { numRuns: 300 })) {
    const { status, headers, text } = await read(path);
    const safe =
      status < 500 &&
      headers.get("x-content-type-options") === "nosniff" &&
      headers.get("set-cookie") === null &&
      /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(headers.get("etag") ?? '""') &&
      !text.includes("<script>");
    if (!safe) accidents.push(`${status} ${path}`);
  }
  expect(accidents.slice(0, 5)).toEqual([]);
});

describe.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</li></ul><iframe src=//evil.example>",
  "&lt;script&gt;",
  "<!--",
  "]]>",
])("%s is text, never markup", (value) => {
  const hostile = encodeURIComponent(value);

  it.each([
    `/embed?lines=${hostile}`,
    `/report?lines=${hostile}`,
    `/build?product=${hostile}`,
    `/about?question=${encodeURIComponent(`lines=${hostile}`)}`,
    `/products/${hostile.replaceAll("%2F", "")}`,
    `/${hostile.replaceAll("%2F", "")}`,
  ])("at %s", async (path) => {
    const { status, text } = await read(path, { headers: askers["a browser"] });
    expect([400, 404]).toContain(status);
    if (path.startsWith("/embed")) expect(textOf(text)).toContain(value.replace(/\s+/g, " "));
    expect(tagsOf(text).filter((tag) => /^<(?:script|img|iframe)/i.test(tag))).toEqual([]);
  });
});

it("the name of the site, which a caller says, is escaped where an address may well hold it", async () => {
  const origin = `http://a"onload='x'&lt;b.example`;
  expect(new URL(origin).origin).toBe(origin);
  const { status, text } = await read(`${origin}/`);
  expect(status).toBe(200);
  expect(text).toContain("a&quot;onload=");
  expect(text).not.toMatch(/a"onload|&lt;b\.example/);
});
