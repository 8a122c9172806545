/** Shows that every rule for random answers detects the error that it is for. */
import { describe, expect, it } from "vitest";
import { makeProfileHeaders } from "#server/http/headers.ts";
import { type AnyRequest, patientValue } from "../../all/random/any-request.ts";
import { accidentsOf } from "../../all/random/invariants.ts";
import type { Answer } from "../../support/send.ts";

const request: AnyRequest = {
  resource: "/v1/comparison",
  method: "GET",
  path: "/v1/comparison",
  headers: {},
  valid: false,
  ofPatient: false,
};
const options = { embedAncestors: "*", production: true };

function answer(type: string, text: string, more: Partial<Answer> = {}): Answer {
  const profile = type === "text/html" ? "embed" : "api";
  const status = more.status ?? 200;
  const headers = {
    ...makeProfileHeaders(profile, options),
    "content-type": type,
    ...(status >= 400 ? { "cache-control": "no-store" } : {}),
    ...more.headers,
  };
  return { status, text, headers };
}

const errors = [{ parameter: "age", value: "x", message: "not a range", allowed: ["60-"] }];
const type = "/docs/integrators#problem-invalid-parameters";
const problem = { type, title: "Bad Request", status: 400, detail: "No.", errors };
const refusal = (body: object, status = 400) =>
  answer("application/problem+json", JSON.stringify({ ...problem, ...body }), { status });
const json = (text: string, more: Partial<Answer> = {}) => answer("application/json", text, more);

describe("an answer without accident", () => {
  it.each<[string, Answer]>([
    ["as data", json('{"estimate":0.5}')],
    ["as a table", answer("text/csv", "a,b\r\n1,-2.5\r\n")],
    ["as a page", answer("text/html", "<!doctype html><p>Nothing undefinedly odd.</p>")],
    ["as a refusal", refusal({})],
  ])("%s has none", (_, answer) => {
    expect(accidentsOf(request, answer)).toEqual([]);
  });
});

describe("an accident is seen:", () => {
  const text = (value: string) => JSON.stringify({ value });
  it.each<[string, RegExp, Answer]>([
    ["a 500", /status 500/, refusal({ status: 500 }, 500)],
    ["JSON that does not parse", /does not parse/, json('{"a":')],
    ["a word that is no number", /holds NaN/, json(text("about NaN %"))],
    ["undefined in a page", /undefined/, answer("text/html", "<!doctype html>undefined %")],
    ["undefined in a table", /undefined/, answer("text/csv", "a,b\r\n1,undefined\r\n")],
    ["a formula in a table", /formula/, answer("text/csv", "a\r\n=1+1\r\n")],
    ["rows of different length", /length/, answer("text/csv", "a,b\r\n1\r\n")],
    ["an echoed script", /markup/, answer("text/html", "<!doctype html><script>h0stile")],
    ["an echoed attribute", /markup/, answer("text/html", '<!doctype html><a x="" onx=h0stile>')],
    ["a refusal that is no problem", /no problem document/, json("{}", { status: 400 })],
    ["a refusal without parameters", /names no parameter/, refusal({ errors: undefined })],
    [
      "a refusal that says nothing is allowed",
      /what is allowed/,
      refusal({ errors: [{ ...errors[0], allowed: [] }] }),
    ],
    ["another status in the body", /says 404/, refusal({ status: 404 })],
    ["a long echo", /64/, refusal({ errors: [{ ...errors[0], value: "x".repeat(65) }] })],
    ["an echo with a tag", /made safe/, refusal({ errors: [{ ...errors[0], value: "<b>" }] })],
    [
      "a refusal that is stored",
      /stored/,
      json("{}", { status: 404, headers: { "cache-control": "public" } }),
    ],
    ["a cookie", /cookie/, json("{}", { headers: { "set-cookie": ["a=b"] } })],
    ["a missing policy", /policy/, json("{}", { headers: { "content-security-policy": "" } })],
    ["a body of another kind", /image\/gif/, answer("image/gif", "x")],
    ["an empty answer", /no body/, json("")],
  ])("%s", (_, message, answer) => {
    expect(accidentsOf(request, answer).join("; ")).toMatch(message);
  });

  it("a valid question that is refused", () => {
    expect(accidentsOf({ ...request, valid: true }, refusal({})).join()).toMatch(/valid question/);
  });

  it("something of a patient that is repeated, answered or stored", () => {
    const repeating = refusal({ errors: [{ ...errors[0], value: patientValue }] });
    expect(accidentsOf(request, repeating).join()).toMatch(/is repeated/);
    const path = `/v1/comparison?patient-age=${patientValue}`;
    const ofPatient = { ...request, path, ofPatient: true };
    const answered = json("{}", { headers: { "cache-control": "public" } });
    const accidents = accidentsOf(ofPatient, answered).join();
    expect(accidents).toMatch(/is answered 200/);
    expect(accidents).toMatch(/may be stored/);
    expect(accidentsOf(ofPatient, refusal({}))).toEqual([]);
  });

  it("a body after HEAD", () => {
    expect(accidentsOf({ ...request, method: "HEAD" }, json("{}")).join()).toMatch(/has a body/);
  });

  it("a method that is answered as if it were GET", () => {
    expect(accidentsOf({ ...request, method: "POST" }, json("{}")).join()).toMatch(/POST/);
  });
});
