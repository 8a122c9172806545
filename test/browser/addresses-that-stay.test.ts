/** What pages of other sites load from addresses that are the same in every release. */
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("the client", () => {
  test("answers a question and says what is wrong with one", async ({ openHostPage }) => {
    const server = inject("serverUrl");
    const body = `<pre id="out"></pre><script type="module">
      import { comparisonClient } from "${server}/v1/client.js";
      const client = comparisonClient("${server}");
      const { canonical, outcomes } = await client.comparison({ outcome: "orr", age: "60-" });
      const failure = await client.comparison("setting=middle").catch((error) => error.failure);
      out.textContent = JSON.stringify({ canonical, rows: outcomes.length, failure });
    </script>`;
    const { page } = await openHostPage({ head: "", body });
    const out = page.locator("#out");
    await expect.poll(() => out.textContent(), { timeout: 20_000 }).toMatch(/\{/);
    expect(JSON.parse((await out.textContent()) ?? "")).toEqual({
      canonical: "outcome=orr&age=60-",
      rows: 1,
      failure: { kind: "refused", details: [expect.stringContaining("setting")] },
    });
  });
});

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
