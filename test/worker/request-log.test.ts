/** Tests what the Worker logs about a request, and what it must never log. */
import { describe, expect, it } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { send } from "../support/send.ts";
import { serve } from "../support/serve.ts";

const lines: string[] = [];
const onLog = (line: string) => lines.push(line);

const logging = await serve({ onLog, vars: { LOG_REQUESTS: "on" }, requestsPerMinute: 1000 });
const silent = await serve({ onLog });

const secrets = {
  "cf-connecting-ip": "192.0.2.77",
  "user-agent": "browser-of-somebody",
  referer: "https://ward.example/patient",
  cookie: "session=of-somebody",
  "accept-encoding": "gzip",
};

/** The only line since the last request. workerd delivers lines a little later than answers. */
async function logged(path: string, method = "GET"): Promise<string> {
  await send(logging.url, path, { method, headers: secrets });
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  expect(lines).toHaveLength(1);
  return lines.pop() ?? "";
}

describe("with LOG_REQUESTS=on", () => {
  it.each([
    [`/v1/comparison?age=71.5-&exclude=${anyCohort.id}`, "/v1/comparison", 200, "computed"],
    ["/v1/comparison?mrn=of-somebody", "/v1/comparison", 400],
    ["/v1/cohorts/of-somebody", "/v1/cohorts/:id", 404],
    ["/embed?patient=of-somebody", "/embed", 200, "precomputed"],
    ["/healthz", "/healthz", 200],
    ["/of-somebody/71.5", "/*", 404],
  ])("%s is written as %s", async (...[path, route, status, source]) => {
    const line = await logged(path);
    expect(JSON.parse(line)).toEqual({
      ...{ method: "GET", route, status, milliseconds: expect.any(Number) },
      ...(source ? { source } : {}),
    });
    expect(line).not.toMatch(/somebody|192\.0\.2|71\.5|cilta-cel|ward|\?/);
    expect(line).not.toContain(anyCohort.id);
  });

  it("what comes from memory is written each time", async () => {
    const question = "outcome=orr&age=61.5-";
    for (const [path, source] of [
      [`/v1/comparison?${question}`, "computed"],
      [`/v1/comparison.csv?${question}`, "memo"],
      [`/v1/reproduce.R?${question}`, "memo"],
    ] as const) {
      const line = await logged(path);
      expect(JSON.parse(line)).toMatchObject({ status: 200, source });
    }
  });

  it("an address that is too long is written without it", async () => {
    const line = await logged(`/v1/comparison?x=${"of-somebody".repeat(900)}`);
    expect(JSON.parse(line)).toMatchObject({ route: "/v1/comparison", status: 414 });
    expect(line).not.toContain("somebody");
  });

  it.each([
    ["HEAD", 200],
    ["OPTIONS", 204],
    ["DELETE", 405],
  ])("%s is written with its status", async (method, status) => {
    expect(JSON.parse(await logged("/v1/outcomes", method))).toMatchObject({ method, status });
  });
});

it("without LOG_REQUESTS nothing is written", async () => {
  await send(silent.url, "/v1/comparison?age=70-", { headers: secrets });
  // The line of the other server comes after any line that this one might have written.
  expect(JSON.parse(await logged("/healthz"))).toMatchObject({ route: "/healthz" });
});
