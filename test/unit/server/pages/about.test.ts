/** `/about`: who operates the installation, and how an error is reported without a patient's value. */
import { expect, it } from "vitest";
import { askBuilt } from "../../../support/built-app.ts";
import { textOf } from "../../../support/html.ts";

const question = encodeURIComponent("lines=2&age=65-");

async function about(vars: object, search = "") {
  const answer = await askBuilt(`/about${search}`, {}, vars);
  expect(answer.status).toBe(200);
  return answer.text();
}

it("without an operator it says so, and shows the question that an error is about", async () => {
  const text = await about({}, `?question=${question}`);
  expect(textOf(text)).toContain("This installation does not name its operator.");
  expect(text).not.toContain("mailto:");
  expect(textOf(text)).toMatch(/The question: http\S+\/embed\?\S*lines=2/);
});

it("with an operator and an address of mail it begins a letter with version and question", async () => {
  const vars = { OPERATOR: "A & B <Hospital>", OPERATOR_CONTACT: "mailto:error@example.org" };
  const text = await about(vars, `?question=${question}`);
  expect(textOf(text)).toContain("A & B <Hospital>");
  const [, href = ""] = text.match(/href="(mailto:error@example\.org\?[^"]+)"/) ?? [];
  const letter = new URL(href.replaceAll("&amp;", "&"));
  expect(letter.searchParams.get("subject")).toMatch(/^Error in Myeloma Compare, data \d{4}-/);
  expect(letter.searchParams.get("body")).toContain("lines=2");
});

it("with a page of contact it leads there", async () => {
  const text = await about({ OPERATOR_CONTACT: "https://example.org/contact" });
  expect(text).toContain('href="https://example.org/contact"');
  expect(textOf(text)).toContain("does not name its operator");
});
