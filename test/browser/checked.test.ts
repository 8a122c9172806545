/** Whether every check keeps a difference. */
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { openRow, rowNamed } from "./support/screen.ts";

describe("An opened row", () => {
  test("names the checks that are lost, and the range without single cohorts", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed?setting=any");
    const url = `${inject("serverUrl")}/v1/sensitivity?setting=any&outcome=orr`;
    const { held } = (await (await fetch(url)).json()) as { held: { text: string } };
    const row = rowNamed(page, "Response");
    await openRow(row, "How sure");
    await row.getByText(held.text).waitFor();
    expect(held.text).toMatch(/With any one study left out: /);
  });
});
