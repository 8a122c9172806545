import { describe, expect, it } from "vitest";
import { getJson, getProblem } from "../support/json.ts";

describe("/v1/meta-regression", () => {
  it.each(["glmm", "reml", "dl"])("answers by %s", async (model) => {
    const path = `/v1/meta-regression?outcome=orr&moderator=prior-lines&availability=any&model=${model}`;
    const answer = await getJson<Record<string, unknown>>(path);
    expect(answer).toMatchObject({ status: "ok", model, moderator: "prior-lines", outcome: "orr" });
  });

  it("says that several cohorts of one product count as independent", async () => {
    const answer = await getJson<{ remark: string }>(
      "/v1/meta-regression?outcome=orr&moderator=prior-lines",
    );
    expect(answer.remark).toMatch(/\d+ of the studies share .* count as independent/);
  });

  it.each([
    ["outcome=orr", ["moderator"]],
    ["moderator=age", ["outcome"]],
    ["outcome=orr&moderator=height", ["moderator"]],
    ["outcome=pfs-12&moderator=age", ["outcome"]],
    ["outcome=orr&moderator=age&moderator=year&lines=middle", ["moderator", "lines"]],
  ])("%s names what is wrong", async (search, parameters) => {
    const { status, body } = await getProblem(`/v1/meta-regression?${search}`);
    expect(status).toBe(400);
    expect(body.errors?.map(({ parameter }) => parameter)).toEqual(parameters);
  });
});
