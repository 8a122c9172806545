/** Values of one patient: used for the answer, but stored nowhere. */
import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const path = "/v1/comparison?outcome=orr&patient-age=71&patient-prior-lines=4";

describe("an answer for a patient", () => {
  it("is computed each time and may be stored by nobody", async () => {
    for (const again of [1, 2]) {
      const { status, headers } = await request(`${path}&patient-fit=any`);
      expect([again, status]).toEqual([again, 200]);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers.etag).toBeUndefined();
      expect(headers["cache-status"]).toBeUndefined();
    }
  });

  it("is not mistaken for the answer without one", async () => {
    const text = (address: string) => request(address).then((answer) => answer.text);
    const answer: Comparison<string> = JSON.parse(await text(path));
    expect(answer.patient).toMatchObject({ age: 71, priorLines: 4, fit: "any" });
    const usual: Comparison<string> = JSON.parse(await text("/v1/comparison?outcome=orr"));
    expect(usual.patient).toBeUndefined();
  });

  it("is a table, too", async () => {
    const { status, text, headers } = await request(path.replace("comparison?", "comparison.csv?"));
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toMatch(/^pool,orr,car-t,/m);
  });

  it.each([
    ["patient-age=seventy", ["patient-age"]],
    ["patient-age=17", ["patient-age"]],
    ["patient-age=71&patient-age=72", ["patient-age"]],
    ["patient-prior-lines=-1", ["patient-prior-lines"]],
    ["patient-prior-lines=2.5", ["patient-prior-lines"]],
    ["patient-fit=confirmed", ["patient-fit"]],
    ["patient-age=71&patient-fit=sure&setting=middle", ["patient-fit", "setting"]],
  ])("%s is refused by name, and never repeated", async (search, parameters) => {
    const { status, body } = await getProblem(`/v1/comparison?${search}`);
    expect(status).toBe(400);
    expect(body.errors?.map(({ parameter }) => parameter)).toEqual(parameters);
    const ofPatient = body.errors?.filter(({ parameter }) => parameter.startsWith("patient-"));
    for (const { value, allowed } of ofPatient ?? []) {
      expect(value).toBe("");
      expect(allowed.length).toBeGreaterThan(0);
    }
  });

  it("is offered to who misspells it", async () => {
    const { body } = await getProblem("/v1/comparison?patientage=71");
    expect(body.errors?.[0]?.allowed).toContain("patient-age");
  });
});
