/** Notes on pages that a device kept, what was withdrawn, and the answer that a page of ours came with. */

import { describe, expect, it } from "vitest";
import { isRecallResponse, isVersionRecalledBy } from "#data/recall.ts";
import { makeSentView, viewFormat } from "#presentation/views/format.ts";
import { renderDocuments } from "#server/pages/offline-shell/offline-shell-page.tsx";
import { addOfflineNote, insertReasonIntoWithdrawalPage } from "#widget/offline/notes.ts";
import { readServedView } from "#widget/page/first-answer.ts";
import { blankView } from "#widget/views/states.tsx";

const page = () =>
  new Response('<body><header></header><main class="page"><h1>Report</h1></main></body>', {
    headers: { "content-security-policy": "default-src 'none'" },
  });

async function noted(now: string) {
  const response = await addOfflineNote(
    page(),
    { dataDate: "2026-11-20", answerVersion: "made-up-1" },
    Date.parse(now),
  );
  return { response, text: await response.text() };
}

it("a kept page says at its top of which day its data are, and keeps its policy", async () => {
  const { response, text } = await noted("2026-11-21T12:00:00Z");
  expect(text).toContain('<main class="page"><p role="note" class="kept">No connection: this page');
  expect(text).toContain("with data of 20 Nov 2026 (version made-up-1).</p><h1>");
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

const recall = { recalledDataVersions: ["2026-11-20-0123abcd"], recallReason: "One figure." };

it("finds answers and data of a version that was withdrawn, and no others", () => {
  expect(isVersionRecalledBy(recall, "2026-11-20-0123abcd")).toBe(true);
  expect(isVersionRecalledBy(recall, "2026-11-20-0123abcd-ffffffff")).toBe(true);
  expect(isVersionRecalledBy(recall, "2026-11-20-0123abce-ffffffff")).toBe(false);
  expect(isVersionRecalledBy({ ...recall, recalledDataVersions: [] }, "2026-11-20-0123abcd")).toBe(
    false,
  );
});

it("believes only an answer of the form that /healthz has", () => {
  expect(isRecallResponse({ ...recall, status: "ok" })).toBe(true);
  for (const wrong of [
    null,
    "ok",
    {},
    { recalledDataVersions: "all", recallReason: null },
    { recalledDataVersions: [1], recallReason: null },
    { recalledDataVersions: [], recallReason: 1 },
  ]) {
    expect(isRecallResponse(wrong)).toBe(false);
  }
});

/** An element as the parser left it, with this text as its answer. */
function elementWith(text: string | null): Element {
  const querySelector = () => (text === null ? null : { textContent: text });
  return { querySelector } as unknown as Element;
}

const sent = (view: unknown) => JSON.stringify(makeSentView(view));

describe("an element of our own pages", () => {
  it("has its view", () => {
    expect(readServedView(elementWith(sent(blankView)))).toEqual(
      JSON.parse(JSON.stringify(blankView)),
    );
  });

  it.each([
    ["nothing", null],
    ["an empty text", ""],
    ["half of an answer", sent(blankView).slice(0, 200)],
    ["something else", '"compare"'],
    ["nothing in JSON", "null"],
    ["an answer without rows", sent({ ...blankView, rows: 1 })],
    ["an answer without a verdict", sent({ ...blankView, verdict: undefined })],
    ["an answer of release 1.1", JSON.stringify(blankView)],
    ["an answer of a later release", JSON.stringify({ format: viewFormat + 1, view: blankView })],
  ])("with %s has no view", (_, text) => {
    expect(readServedView(elementWith(text))).toBeNull();
  });
});
