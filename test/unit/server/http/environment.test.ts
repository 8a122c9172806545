import { describe, expect, it } from "vitest";
import { variableProblems } from "#server/http/environment.ts";

const problemsOf = (value: unknown) =>
  variableProblems({ APP_ENV: "production", EMBED_ANCESTORS: value });

describe("who may frame the page", () => {
  it.each([
    "*",
    "'none'",
    "'self'",
    "https://intranet.example",
    "https://intranet",
    "https://intranet.example:8443",
    "https://*.hospital.example",
    "https://xn--krankenhaus-wrzburg-d2b.example",
    "http://localhost:9000",
    "http://intranet",
    "http://intranet.example:8080",
    "http://*.hospital.example",
    "http://127.0.0.1",
    "'self' https://a.example https://*.b.example:444",
  ])("may be %s", (value) => {
    expect(problemsOf(value)).toEqual([]);
  });

  it.each([
    ...["", " ", "* https://a.example", "'none' 'self'", "self", "none"],
    ...["intranet.example", "ftp://intranet.example", "http://", "http://intranet/"],
    ...["https:", "https://", "https://*", "https://*.example"],
    ...["https://a.*.example", "https://a.example/", "https://a.example/page"],
    ...["https://a.example?x", "https://user@a.example", "https://a.example:port"],
    ...["https://-a.example", "https://a..example"],
    ...["https://a.example,https://b.example", "https://a.example;script-src *"],
    ...["https://a.example; script-src *", "https://a.example\nx-header: 1"],
    ...["https://a.example\thttps://b.example"],
    ...["https://a.example  https://b.example", " 'self'", "'unsafe-inline'"],
    ...['"https://a.example"', "data:", "javascript:alert(1)"],
  ])("may not be %j", (value) => {
    const [problem, ...others] = problemsOf(value);
    expect(others).toEqual([]);
    expect(problem?.name).toBe("EMBED_ANCESTORS");
    expect(problem?.message).toMatch(/^holds ".*allowed are \* or 'none' alone/s);
  });

  it.each([[undefined], [null], [7]])("may not be %j", (value) => {
    expect(problemsOf(value)).toEqual([{ name: "EMBED_ANCESTORS", message: "is missing" }]);
  });

  it("may not be left out", () => {
    expect(variableProblems({ APP_ENV: "local" })).toEqual([
      { name: "EMBED_ANCESTORS", message: "is missing" },
    ]);
  });
});

describe("the record systems", () => {
  const problemsOfRecords = (EHR_ANCESTORS: unknown) =>
    variableProblems({ APP_ENV: "production", EMBED_ANCESTORS: "*", EHR_ANCESTORS });

  it.each([
    undefined,
    "'none'",
    "'self'",
    "https://records.example 'self' https://*.b.example:444",
  ])("may be %s", (value) => {
    expect(problemsOfRecords(value)).toEqual([]);
  });

  it.each(["*", "", "* 'self'", "https://a.example; script-src *", "records.example"])(
    "may not be %j: never everybody",
    (value) => {
      const [problem, ...others] = problemsOfRecords(value);
      expect(others).toEqual([]);
      expect(problem?.name).toBe("EHR_ANCESTORS");
      expect(problem?.message).toMatch(/^holds ".*allowed are 'none' alone, or a list of/s);
    },
  );
});

describe("the words of the others", () => {
  const problemsWith = (given: object) => variableProblems({ EMBED_ANCESTORS: "*", ...given });

  it.each([
    { APP_ENV: "production" },
    { APP_ENV: "local" },
    { APP_ENV: "production", LOG_REQUESTS: "on" },
    { APP_ENV: "production", LOG_REQUESTS: "off" },
    { APP_ENV: "production", OPERATOR: "Example Hospital" },
    { APP_ENV: "production", OPERATOR_CONTACT: "mailto:a.b+c@example.org" },
    { APP_ENV: "production", OPERATOR_CONTACT: "https://example.org/contact?to=us" },
  ])("may be %j", (given) => {
    expect(problemsWith(given)).toEqual([]);
  });

  it.each([
    [{}, "APP_ENV", "is missing"],
    [{ APP_ENV: "prodution" }, "APP_ENV", 'is "prodution"; allowed are production or local'],
    [{ APP_ENV: "" }, "APP_ENV", 'is ""; allowed are production or local'],
    [{ APP_ENV: "local", LOG_REQUESTS: "yes" }, "LOG_REQUESTS", 'is "yes"; allowed are on or off'],
  ])("may not be %j", (given, name, message) => {
    expect(problemsWith(given)).toEqual([{ name, message }]);
  });
});

describe("who operates the service", () => {
  it.each([
    "",
    "a@example.org",
    "mailto:",
    "mailto:a@b",
    "mailto:a@example.org?cc=b@example.org",
    "mailto:a@example.org,b@example.org",
    "http://example.org",
    "https://",
    "https://user@example.org/",
    "javascript:alert(1)",
    'https://example.org/"onclick="x',
    "https://example.org\njavascript:x",
  ])("is not reached at %j", (OPERATOR_CONTACT) => {
    const problems = variableProblems({
      APP_ENV: "local",
      EMBED_ANCESTORS: "*",
      OPERATOR_CONTACT,
    });
    expect(problems.map(({ name }) => name)).toEqual(["OPERATOR_CONTACT"]);
    expect(problems[0]?.message).toContain("allowed is one address");
  });

  it("is not an empty name", () => {
    const problems = variableProblems({ APP_ENV: "local", EMBED_ANCESTORS: "*", OPERATOR: " " });
    expect(problems.map(({ name }) => name)).toEqual(["OPERATOR"]);
  });
});
