/** Whatever is sent, the answer is an answer or a refusal, never an accident. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { dataset } from "../../functions/dataset.ts";
import { parameterNames } from "../../functions/evidence/parameter-names.ts";
import { anyQuestion } from "../support/queries.ts";
import { request } from "../support/request.ts";

/** Bytes as they may stand in a URL: escaped, escaped wrongly, or plain. */
const piece = fc.oneof(
  fc.constantFrom(
    "%",
    "%zz",
    "%00",
    "%0d%0aSet-Cookie:a",
    "%3Cscript%3E",
    "%ff",
    "%ed%a0%80",
    "=",
    "&",
    ";",
    "+",
    "#x",
    "[]",
    "$",
    "..",
    "%2e%2e%2f",
    "__proto__",
    "constructor",
    "%F0%9F%98%80",
    "%E2%80%AE",
    "999999999-",
    "1e309-",
    "-0",
    "'%22",
    "{{7*7}}",
    "$%7Bx%7D",
  ),
  fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, "0")}`),
  fc.stringMatching(/^[a-z0-9,.-]{0,12}$/),
  fc.constantFrom(...parameterNames.map((name) => `&${name}=`)),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

const address = fc.oneof(
  text.map((query) => `/v1/comparison?${query}`),
  text.map((query) => `/v1/forest.svg?outcome=orr&${query}`),
  text.map((query) => `/embed?${query}`),
  text.map((id) => `/v1/cohorts/${id}`),
  text.map((query) => `/v1/outcomes?${query}`),
  text.map((path) => `/${path}`),
);

it("three hundred hostile addresses are never answered with a 5xx, and never without headers", async () => {
  const addresses = fc.sample(address, { numRuns: 300, seed: 9457 });
  const accidents: string[] = [];
  for (const path of addresses) {
    const { status, headers, text: body } = await request(path);
    const safe =
      status < 500 &&
      headers["x-content-type-options"] === "nosniff" &&
      headers["set-cookie"] === undefined &&
      !body.includes("<script>");
    if (!safe) accidents.push(`${status} ${path}`);
  }
  expect(accidents.slice(0, 5)).toEqual([]);
});

it("sixty valid questions are all answered, as data and as a page", async () => {
  const questions = fc.sample(anyQuestion(dataset), { numRuns: 60, seed: 9457 });
  const refused: string[] = [];
  for (const pairs of questions) {
    const query = new URLSearchParams(pairs).toString();
    for (const path of [`/v1/comparison?${query}`, `/embed?${query}`]) {
      const { status } = await request(path);
      if (status !== 200) refused.push(`${status} ${path}`);
    }
  }
  expect(refused.slice(0, 5)).toEqual([]);
}, 60_000);

it.each([
  ["a header of if-none-match that is huge", { "if-none-match": `"${"x".repeat(8000)}"` }],
  ["a header of if-none-match that is not closed", { "if-none-match": `W/"${'",'.repeat(500)}` }],
  ["an origin of anything", { origin: "null" }],
])("%s does no harm", async (_, headers) => {
  expect((await request("/v1/comparison?outcome=orr", { headers })).status).toBe(200);
});

it("an accept header that names nothing there is gets no echo of it", async () => {
  const headers = { accept: "<script>" };
  const { status, text } = await request("/v1/comparison?outcome=orr", { headers });
  expect(status).toBe(406);
  expect(text).not.toContain("script");
});
