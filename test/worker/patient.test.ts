/** Values of one patient: used for the answer, but stored nowhere. */
import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const path = "/v1/comparison?outcome=orr&patient-age=71&patient-prior-lines=4";

describe("an answer for a patient", () => {
  it("is computed each time and may be stored by nobody", async () => {
    for (const again of [1, 2]) {
      const { status, headers } = await request(path);
      expect([again, status]).toEqual([again, 200]);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers.etag).toBeUndefined();
      expect(headers["cache-status"]).toBeUndefined();
    }
  });

  it("is not mistaken for the answer without one", async () => {
    const text = (address: string) => request(address).then((answer) => answer.text);
    const answer: Comparison<string> = JSON.parse(await text(path));
    expect(answer.patient).toMatchObject({ age: 71, priorLines: 4, held: "outcome=orr" });
    const usual: Comparison<string> = JSON.parse(await text("/v1/comparison?outcome=orr"));
    expect(usual.patient).toBeUndefined();
  });

  it("is a table, too", async () => {
    const { status, text, headers } = await request(path.replace("comparison?", "comparison.csv?"));
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toMatch(/^pool,orr,car-t,/m);
    expect(text).toMatch(/^patient,.*3 or 4 prior lines/m);
  });

  it.each([
    ["patient-prior-lines=2&patient-prior-bcma=none", "setting=early"],
    [
      "patient-prior-bcma=car-t,adc&patient-age=70",
      "availability=any&target=any&prior-bcma=selected",
    ],
    ["patient-prior-lines=6&age=-60", ""],
  ])("%s is answered with the numbers of the question that holds the patient", async (of, held) => {
    const read = async (search: string): Promise<Comparison<string>> =>
      JSON.parse((await request(`/v1/comparison?${search}`)).text);
    const { patient, ...answer } = await read(`outcome=orr&${of}`);
    expect(patient?.held).toBe(["outcome=orr", held].filter(Boolean).join("&"));
    expect(JSON.stringify(answer)).toBe(JSON.stringify(await read(`outcome=orr&${held}`)));
  });

  it("of whom no question holds has no numbers, and offers questions that are answered", async () => {
    const address = "/v1/comparison?outcome=orr&patient-prior-lines=2&patient-prior-bcma=car-t";
    for (const path of [address, address.replace("?", ".csv?"), address.replace("?", ".json?")]) {
      const { status, text, headers } = await request(path);
      expect([path, status, headers["cache-control"]]).toEqual([path, 422, "no-store"]);
      const { detail, offers } = JSON.parse(text);
      expect(detail).toMatch(/no question here holds such a patient/);
      expect(text).not.toMatch(/estimate|events/);
      expect(offers.length).toBe(2);
      for (const { href } of offers) expect((await request(href)).status).toBe(200);
    }
  });

  it.each([
    ["patient-age=seventy", ["patient-age"]],
    ["patient-age=17", ["patient-age"]],
    ["patient-age=71&patient-age=72", ["patient-age"]],
    ["patient-prior-lines=-1", ["patient-prior-lines"]],
    ["patient-prior-lines=2.5", ["patient-prior-lines"]],
    ["patient-prior-bcma=", ["patient-prior-bcma"]],
    ["patient-prior-bcma=cart", ["patient-prior-bcma"]],
    ["patient-prior-bcma=none,adc", ["patient-prior-bcma"]],
    ["patient-age=71&patient-prior-bcma=true&setting=middle", ["patient-prior-bcma", "setting"]],
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

  it("no longer chooses cohorts", async () => {
    const { status } = await getProblem("/v1/comparison?patient-age=71&patient-fit=confirmed");
    expect(status).toBe(400);
  });

  it("is offered to who misspells it", async () => {
    const { body } = await getProblem("/v1/comparison?patientage=71");
    expect(body.errors?.[0]?.allowed).toContain("patient-age");
  });
});
