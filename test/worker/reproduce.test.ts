import { describe, expect, it } from "vitest";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

describe("the script that refits an answer", () => {
  it("is a text to save, of the question as it stands in the address", async () => {
    const { status, headers, text } = await request("/v1/reproduce.R?outcome=orr&model=reml");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(headers["content-disposition"]).toBe('attachment; filename="myeloma-compare.R"');
    expect(text).toContain("(/v1/comparison?outcome=orr&model=reml)");
    expect(text).toContain('model <- "reml"');
  });

  it("is of any groups, and refuses what is no question", async () => {
    const { text } = await request("/v1/reproduce.R?compare=product&outcome=orr");
    expect(text).toMatch(/^orr,cilta-cel,cartitude-1,cilta-cel,94,97,/m);
    const { body } = await getProblem("/v1/reproduce.R?model=lasso");
    expect(body.errors).toMatchObject([{ parameter: "model", value: "lasso" }]);
  });
});
