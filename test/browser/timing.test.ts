/** How soon and how long in an opened row: each trial by itself, the classes apart. */
import { describe, expect, inject } from "vitest";
import type { TimingLine } from "#core/evidence/timing.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { openRow, rowNamed } from "./support/screen.ts";

async function printed(row: string): Promise<readonly TimingLine[]> {
  const response = await fetch(`${inject("serverUrl")}/v1/timing?row=${row}`);
  const { timing }: { timing: readonly TimingLine[] } = JSON.parse(await response.text());
  return timing;
}

describe("The times of an opened row", () => {
  test("stand with their sources, readable by everyone at 320 pixels", async ({ openSparing }) => {
    const { page } = await openSparing("/embed?outcome=crs", {
      width: 320,
      reducedMotion: "reduce",
    });
    const row = rowNamed(page, "CRS");
    await openRow(row, "By product");
    await row.getByText("How soon, how long").click();
    const part = row.locator(".timing");
    const text = await part.innerText();
    expect(text).toContain("never averaged");
    const known = await printed("crs");
    const shown = known.filter(({ label }) => text.includes(label));
    expect(new Set(shown.map(({ therapyClass }) => therapyClass))).toEqual(
      new Set(["car-t", "bsab"]),
    );
    for (const { times } of shown) {
      for (const { median, source } of times) {
        expect(text).toContain(`a median of ${median} `);
        expect(text).toContain(source.citation);
      }
    }
    expect(await part.getByRole("link").first().getAttribute("target")).toBe("_blank");
    await expectNothingCutOff(page);
    await expectNoAxeViolations(page);
  });

  test("are no part of a row for which nobody printed one", async ({ openSparing }) => {
    expect(await printed("infection")).toEqual([]);
    const { page } = await openSparing("/embed?outcome=infection", { reducedMotion: "reduce" });
    const asked = page.waitForResponse(/\/v1\/timing\?row=infection$/);
    const row = rowNamed(page, "Infection");
    await openRow(row, "By product");
    expect((await asked).status()).toBe(200);
    await row.getByText("Counts as printed").waitFor();
    expect(await row.getByText("How soon, how long").count()).toBe(0);
  });
});
