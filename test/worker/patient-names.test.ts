/** What an address says about a patient, under any name like that: nothing repeats or keeps it. */
import { describe, expect, inject, it } from "vitest";
import { everyPath } from "../support/every-path.ts";
import { request } from "../support/request.ts";
import { sampled } from "../support/sample.ts";

const names = ["patient-age", "patientAge", "pateint_age", "PATIENT.NAME"];
/** A value that no answer holds by itself. */
const value = "8315zq";

/** Each way that an address can hold a name with a value. */
function addressesOf(path: string, name: string): string[] {
  const pair = `${name}=${value}`;
  const embedded = encodeURIComponent(`${inject("serverUrl")}/embed?${pair}`);
  return [
    `${path}?${pair}`,
    `${path}?theme=x&lang=x&${pair}`,
    `${path}?${name}`,
    ...(path === "/oembed" ? [`${path}?url=${embedded}`] : []),
    ...(path === "/about" ? [`${path}?question=${encodeURIComponent(pair)}`] : []),
    `${path}?outcome=${encodeURIComponent(pair)}`,
  ];
}

describe.each(sampled(everyPath, 18))("at %s", (path) => {
  it.each(names)("%s is neither repeated nor stored", async (name) => {
    for (const address of addressesOf(path, name)) {
      const { status, headers, text } = await request(address);
      const said = `${JSON.stringify(headers)}\n${text}`;
      expect([address, status < 500]).toEqual([address, true]);
      expect([address, said.includes(value)]).toEqual([address, false]);
      const usual = status === 200 ? (await request(path)).text : "";
      expect([address, said.includes(name)]).toEqual([address, usual.includes(name)]);
      expect([address, headers["cache-control"], headers.etag]).toEqual([
        address,
        "no-store",
        undefined,
      ]);
    }
  });

  it("the permission to ask is not kept", async () => {
    const { status, headers, text } = await request(`${path}?patientAge=${value}`, {
      method: "OPTIONS",
    });
    expect([status, text]).toEqual([204, ""]);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["access-control-max-age"]).toBe("0");
    expect(JSON.stringify(headers)).not.toContain(value);
  });
});

it.each(["/patient-age/8315zq", "/v1/cohorts/patientAge=8315zq", "/v1/products/pateint-8315zq"])(
  "the path %s is not repeated",
  async (path) => {
    const { status, text } = await request(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/8315zq|pat[ie]{2}nt/i);
  },
);

it("a frame says that something about a patient was not used, and how to say it", async () => {
  const { text } = await request("/embed?patientAge=8315zq&utm_source=letter");
  expect(text).toContain("about a patient, which is not used here");
  expect(text).toContain("Not understood and ignored: utm_source.");
});
