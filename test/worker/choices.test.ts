/** The sheets of filters, as they are sent; what they say: `test/unit/server/answers/screens.test.ts`. */
import { describe, expect, it } from "vitest";
import type { Sheets } from "#presentation/statement/sheets.ts";
import { read } from "../support/in-process.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const path = "/v1/choices";

describe(path, () => {
  it.each(["", "lines=2", "set=roex-2020&age=60-", "compare=product&outcome=orr"])(
    'answers "%s" as the same code does here',
    async (question) => {
      const answer = await getJson<Sheets>(`${path}?${question}`);
      expect(answer).toEqual(await read<Sheets>(`${path}?${question}`));
    },
  );

  it("knows every way of asking the same by one validator", async () => {
    const tags = await Promise.all(
      ["age=060-&lines=3%2B", "age=60-"].map(
        async (question) => (await request(`${path}?${question}`)).headers.etag,
      ),
    );
    expect(tags[0]).toMatch(/choices\?age=60-/);
    expect(tags[0]).toBe(tags[1]);
    const again = await request(`${path}?age=60-`, {
      headers: { "if-none-match": String(tags[0]) },
    });
    expect(again.status).toBe(304);
  });

  it("refuses what it does not understand, naming it", async () => {
    const { status, body } = await getProblem(`${path}?lines=never&colour=red`);
    expect(status).toBe(400);
    expect(body.errors?.map(({ parameter }) => parameter).sort()).toEqual(["colour", "lines"]);
  });

  it("takes no value of a patient", async () => {
    const { status, body } = await getProblem(`${path}?patient-age=73`);
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ parameter: "patient-…", value: "" });
  });
});
