/** What pages of other sites load from addresses that are the same in every release. */
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("the element", () => {
  test.for(['type="module"', "", "crossorigin defer"])(
    "is defined by a tag with %j and shows the answer",
    async (attributes, { openHostPage }) => {
      const { page, misconduct } = await openHostPage({
        head: `<script ${attributes} src="${inject("serverUrl")}/v1/widget.js"></script>`,
        body: '<myeloma-compare outcome="orr"></myeloma-compare>',
      });
      await live(page);
      await expectToShow(page, await answerTo("outcome=orr"));
      expect(misconduct.pageErrors).toEqual([]);
    },
  );
});
