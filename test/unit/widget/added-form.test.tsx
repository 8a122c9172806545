/** The form for counts of the reader, as it is drawn at first. */
import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import { addedCounts } from "#server/answers/compute/added-counts.ts";
import { wrapAddedCounts } from "#widget/added/counts.ts";
import { AddedForm, blankDraft } from "#widget/added/form.tsx";

const nothing = () => undefined;

it("lists the drugs that are labelled in the regions of the question first", () => {
  const typed = { ...blankDraft.typed, class: "bsab" };
  const html = render(
    <AddedForm
      counts={wrapAddedCounts(addedCounts)}
      question="availability=eu"
      content={null}
      others={[]}
      draft={{ ...blankDraft, typed }}
      onOpen={nothing}
      onAdd={nothing}
      onClose={nothing}
    />,
  );
  const groups = [...html.matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/g)];
  const [labelled, others] = groups.map(([, label, options = ""]) => ({
    label,
    products: [...options.matchAll(/value="([^"]+)"/g)].map(([, product]) => product),
  }));
  expect([labelled?.label, others?.label]).toEqual(["Labelled in EU", "Not labelled there"]);
  expect(labelled?.products).toEqual(
    expect.arrayContaining(["elranatamab", "linvoseltamab", "talquetamab", "teclistamab"]),
  );
  expect(others?.products).not.toContain("teclistamab");
});
