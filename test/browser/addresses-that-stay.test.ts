/** What pages of other sites load from addresses that are the same in every release. */
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const src = `${inject("serverUrl")}/v1/widget.js`;

describe("the element", () => {
  test.for(['type="module"', 'crossorigin type="module" async'])(
    "is defined by a tag with %j and shows the answer",
    async (attributes, { openHostPage }) => {
      const { page, misconduct } = await openHostPage({
        head: `<script ${attributes} src="${src}"></script>`,
        body: '<myeloma-compare outcome="orr"></myeloma-compare>',
      });
      await live(page);
      await expectToShow(page, await answerTo("outcome=orr"));
      expect(misconduct.pageErrors).toEqual([]);
    },
  );

  test.for(["", "crossorigin defer"])(
    "says what is wrong with a tag with %j, and what stands in it stays",
    async (attributes, { openHostPage }) => {
      const { page, misconduct } = await openHostPage({
        head: `<script ${attributes} src="${src}"></script>`,
        body: '<myeloma-compare><a href="/evidence">The comparison</a></myeloma-compare>',
      });
      expect(await page.getByRole("link", { name: "The comparison" }).isVisible()).toBe(true);
      await expect
        .poll(() => misconduct.pageErrors)
        .toEqual([expect.stringMatching(/import\.meta.*module/)]);
      // The console shows the line of the error, which is the first one of the script.
      const [first] = (await (await fetch(src)).text()).split(";");
      expect(first).toMatch(/^import\.meta\/\*.*type="module"/);
    },
  );
});
