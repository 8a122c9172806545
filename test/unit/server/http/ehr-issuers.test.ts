import { describe, expect, it } from "vitest";
import { issuersOf } from "#server/http/ehr-issuers.ts";
import { variableProblems } from "#server/http/environment.ts";

const issuer = "https://fhir.hospital.example/r4";
const one = { issuer, client: "myeloma-compare" };

function problemsOf(value: unknown, APP_ENV = "production") {
  const EHR_ISSUERS = typeof value === "string" ? value : JSON.stringify(value);
  return variableProblems({ APP_ENV, EMBED_ANCESTORS: "*", EHR_ISSUERS });
}

describe("the records that may launch", () => {
  it.each([
    "",
    [],
    [one],
    [{ ...one, name: "Hospital", authorisation: "https://login.hospital.example:8443" }],
    [{ ...one, issuer: "https://fhir.hospital.example" }],
    [one, { issuer: "https://xn--krankenhaus-wrzburg-d2b.example/fhir/R4", client: "a:b/c-1" }],
  ])("may be %j", (value) => {
    expect(problemsOf(value)).toEqual([]);
  });

  it.each([
    "https://fhir.hospital.example/r4",
    "{",
    one,
    [issuer],
    [{ issuer }],
    [{ ...one, client: "" }],
    [{ ...one, client: "a b" }],
    [{ ...one, secret: "a" }],
    [{ ...one, name: " " }],
    [{ ...one, issuer: `${issuer}/` }],
    [{ ...one, issuer: `${issuer}?tenant=1` }],
    [{ ...one, issuer: `${issuer}#a` }],
    [{ ...one, issuer: "https://user:word@fhir.hospital.example" }],
    [{ ...one, issuer: "https://FHIR.hospital.example" }],
    [{ ...one, issuer: "https://a.example/../b" }],
    [{ ...one, issuer: "https://a.example;script-src" }],
    [{ ...one, issuer: "https://*.hospital.example" }],
    [{ ...one, issuer: "http://fhir.hospital.example" }],
    [{ ...one, issuer: "javascript:alert(1)" }],
    [{ ...one, authorisation: "https://login.hospital.example/path" }],
    [{ ...one, authorisation: "https://login.hospital.example *" }],
  ])("may not be %j", (value) => {
    const [problem, ...others] = problemsOf(value);
    expect(others).toEqual([]);
    expect(problem?.name).toBe("EHR_ISSUERS");
    expect(problem?.message).toContain("allowed is a list such as");
  });

  it.each(["http://localhost:8788/fhir", "http://127.0.0.1/fhir"])(
    "may be %s on this machine only, and never in production",
    (address) => {
      const value = [{ ...one, issuer: address }];
      expect(problemsOf(value, "local")).toEqual([]);
      expect(problemsOf(value).map(({ message }) => message)).toEqual([
        "holds an address without HTTPS; only APP_ENV local may",
      ]);
      const elsewhere = [{ ...one, authorisation: new URL(address).origin }];
      expect(problemsOf(elsewhere)).toHaveLength(1);
    },
  );

  it("are read with their origins, and are none unless set", () => {
    const authorisation = "https://login.hospital.example";
    expect(issuersOf(JSON.stringify([{ ...one, authorisation }, one]))).toEqual([
      {
        ...one,
        name: "fhir.hospital.example",
        origins: ["https://fhir.hospital.example", authorisation],
      },
      { ...one, name: "fhir.hospital.example", origins: ["https://fhir.hospital.example"] },
    ]);
    expect(issuersOf(undefined)).toEqual([]);
    expect(issuersOf("")).toEqual([]);
  });
});
