/** Notes on pages that a device kept. */
import { expect, it } from "vitest";
import { renderDocuments } from "#server/pages/offline-shell/offline-shell-page.tsx";
import { addOfflineNote, insertReasonIntoWithdrawalPage } from "#widget/offline/notes.ts";

const page = () =>
  new Response('<body><header></header><main class="page"><h1>Report</h1></main></body>', {
    headers: { "content-security-policy": "default-src 'none'" },
  });

async function noted(now: string) {
  const response = await addOfflineNote(page(), "2026-11-20", Date.parse(now));
  return { response, text: await response.text() };
}

it("a kept page says at its top of which day its data are, and keeps its policy", async () => {
  const { response, text } = await noted("2026-11-21T12:00:00Z");
  expect(text).toContain('<main class="page"><p role="note" class="kept">No connection: this page');
  expect(text).toContain("with data of 20 Nov 2026.</p><h1>");
  expect(response.headers.get("content-security-policy")).toBe("default-src 'none'");
});

it("a kept page says how old its data are, or that this is not known", async () => {
  expect((await noted("2027-06-01T12:00:00Z")).text).toContain("193 days old");
  expect((await noted("2001-01-01T12:00:00Z")).text).toContain("age is not known");
});

it("the page about withdrawn data says what was wrong in them, as text", async () => {
  const withdrawn = renderDocuments()["kept/withdrawn.html"];
  const response = await insertReasonIntoWithdrawalPage(
    new Response(withdrawn),
    "One <b> & $& of a trial.",
  );
  expect(await response.text()).toContain("wrong number: One &lt;b&gt; &amp; $&amp; of a trial.");
});
