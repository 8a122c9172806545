/** A record system hands a patient to our page in a frame by message, and is given a summary back. */
import { describe, expect } from "vitest";
import { evidenceIn, listening, post, test, told, typesHeard } from "./support/record-page.ts";
import { spareData } from "./support/traffic.ts";

describe("A record system", () => {
  test("is told what is wrong with a message, and then no patient is shown", async ({
    host,
    site,
    openPage,
  }) => {
    const { page } = await openPage();
    // What takes the patient is loaded for a reader who saves data, too.
    await spareData(page);
    await page.goto(host.serve({ body: listening(`${site}/embed?hand-over=patient`) }));
    await expect.poll(() => typesHeard(page)).toEqual(["ready"]);
    for (const [text, fields] of [
      ["{ age: NaN }", ["age"]],
      ["{ age: 67, mrn: '123' }", ["mrn"]],
      ["undefined", ["patient"]],
    ] as const) {
      expect(await post(page, "{ age: 72 }")).toMatchObject({
        type: "myeloma-compare:accepted",
        origin: site,
      });
      await told(page).waitFor();
      const answer = await post(page, text);
      expect(answer?.type, text).toBe("myeloma-compare:refused");
      expect(answer?.reasons?.map(({ field }) => field)).toEqual(fields);
      await expect.poll(() => told(page).count()).toBe(0);
      expect(
        await evidenceIn(page).getByRole("button", { name: "Copy into the record" }).count(),
      ).toBe(0);
    }
    await post(page, "{ priorBcma: true }");
    await told(page).waitFor();
    expect((await post(page, "null"))?.type).toBe("myeloma-compare:accepted");
    await expect.poll(() => told(page).count()).toBe(0);
  });
});

describe("Another page", () => {
  test("cannot show the frame that takes a patient, nor can one around a record system", async ({
    host,
    stranger,
    site,
    openPage,
  }) => {
    const record = host.serve({ body: listening(`${site}/embed?hand-over=patient`) });
    for (const address of [`${site}/embed?hand-over=patient`, record]) {
      const { page } = await openPage();
      await page.goto(stranger.serve({ body: listening(address) }));
      await expect
        .poll(() => page.frames().filter((frame) => frame.url().startsWith("chrome-error:")).length)
        .toBe(1);
      expect(await typesHeard(page)).toEqual([]);
      for (const frame of page.frames()) {
        expect(await frame.locator("myeloma-compare").count()).toBe(0);
      }
    }
  });
});
