/**
 * Invalid input, one kind at a time: the error names it and says what is allowed, and nothing is
 * computed.
 */
import { describe, expect, it } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

describe("a bad question", () => {
  it.each([
    ["an unknown parameter", "colour=red", "colour", "red", "lines"],
    ["an unknown value", "lines=never", "lines", "never", "3+"],
    ["an unknown cohort", "exclude=nobody", "exclude", "nobody", anyCohort.id],
  ])(
    "%s is named with its value and what is allowed",
    async (_, text, parameter, value, allowed) => {
      const { status, contentType, body } = await getProblem(`/v1/comparison?${text}`);
      expect(status).toBe(400);
      expect(contentType).toBe("application/problem+json; charset=utf-8");
      const type = "/docs/integrators#problem-invalid-parameters";
      expect(body).toMatchObject({ type, title: "Bad Request", status: 400 });
      expect(body.detail).toContain(parameter);
      expect(body.errors).toHaveLength(1);
      const [error] = body.errors ?? [];
      expect(error).toMatchObject({ parameter, value });
      expect(error?.allowed).toContain(allowed);
      expect(error?.message).toMatch(/\w/);
    },
  );

  it("has all its problems named at once", async () => {
    const text = "colour=red&lines=never&age=70-60&outcome=&evidence=all&evidence=trial";
    const { body } = await getProblem(`/v1/comparison?${text}`);
    expect(body.errors?.map(({ parameter }) => parameter).sort()).toEqual([
      "age",
      "colour",
      "evidence",
      "lines",
      "outcome",
    ]);
  });

  it("is not stored", async () => {
    const { headers } = await request("/v1/comparison?colour=red");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers.etag).toBeUndefined();
  });

  it("is refused even when the caller says it has the answer", async () => {
    const headers = { "if-none-match": "*" };
    expect((await request("/v1/comparison?colour=red", { headers })).status).toBe(400);
  });

  it("is repeated without markup, control characters or more than 64 characters", async () => {
    const value = encodeURIComponent(`<img src=x onerror=alert(1)>&\u0000\u202e${"x".repeat(200)}`);
    const { body } = await getProblem(`/v1/comparison?lines=${value}&${value}=1`);
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/[<>\u202e]|\\u0000/);
    expect(text).toContain("&lt;img src=x onerror=alert(1)&gt;&amp;");
    expect(text).not.toContain("x".repeat(65));
  });

  it.each(["__proto__", "constructor", "prototype", "toString"])(
    "%s is an unknown parameter like any other",
    async (name) => {
      const { status, body } = await getProblem(`/v1/comparison?${name}=x`);
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({ parameter: name, message: "unknown parameter" });
    },
  );

  it.each(["%", "%zz", "%ff%fe", "%ed%a0%80", "a=%c0%80"])(
    "%s is refused, not an accident",
    async (text) => {
      expect((await request(`/v1/comparison?${text}`)).status).toBe(400);
    },
  );
});

describe("a resource without parameters", () => {
  it.each(["/v1/cohorts", `/v1/cohorts/${anyCohort.id}`, "/v1/outcomes"])(
    "%s names each parameter it was given",
    async (path) => {
      const { status, body } = await getProblem(`${path}?lines=3%2B&x=%3Cb%3E`);
      expect(status).toBe(400);
      expect(body.errors).toEqual([
        {
          parameter: "lines",
          value: "3+",
          message: "this resource takes no parameters",
          allowed: [],
        },
        {
          parameter: "x",
          value: "&lt;b&gt;",
          message: "this resource takes no parameters",
          allowed: [],
        },
      ]);
    },
  );

  it("does not mind an empty question mark", async () => {
    expect((await request("/v1/outcomes?")).status).toBe(200);
  });
});

describe("an address that does not exist", () => {
  it.each([
    "/nowhere",
    "/v1",
    "/v1/",
    "/v1/comparison/",
    "/v1/comparison.xls",
    "/V1/comparison",
    "/embed/",
    "/embed/x",
    "/v1/cohorts/",
    `/v1/cohorts/${anyCohort.id}/figures`,
    "//v1/comparison",
    "/index.html",
    "/.env",
  ])("%s is a 404 that says so", async (path) => {
    const { status, contentType, body } = await getProblem(path);
    expect(status).toBe(404);
    expect(contentType).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ title: "Not Found", status: 404 });
    expect(body.detail).toMatch(/\w/);
  });

  it("is repeated without markup", async () => {
    const { text } = await request("/%3Cscript%3Ealert(1)%3C/script%3E");
    expect(text).not.toContain("<script");
  });
});

describe("a very long address", () => {
  it.each(["/v1/comparison", "/"])("of %s is a 414 that says the limit", async (path) => {
    const { status, body } = await getProblem(`${path}?x=${"y".repeat(9000)}`);
    expect([status, body.status, body.title]).toEqual([414, 414, "URI Too Long"]);
    expect(body.detail).toContain("8192");
  });

  it("is not one with every cohort unticked", async () => {
    const { dataset } = await import("#core/dataset.ts");
    const all = dataset.cohorts.map(({ id }) => id).join(",");
    expect((await request(`/v1/comparison?exclude=${all}`)).status).toBe(200);
  });
});
