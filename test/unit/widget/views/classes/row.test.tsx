/** A row as it is drawn. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Row as OfAnswer } from "#core/answer/answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { Row } from "#widget/views/classes/row.tsx";
import { contrast, row } from "../../../../support/answers.ts";
import { viewed } from "../../../../support/viewed-rows.ts";

function drawn(one: OfAnswer): string {
  const names = english.screen.className;
  const props = { row: viewed(one), names, strings: english.screen };
  return render(<Row {...props} column="" reach={50} isLead={false} open={false} />);
}

describe("a compared row", () => {
  it("has its difference in bold only if it is firm", () => {
    const of = (firm: boolean) => drawn(row({ contrasts: [contrast({ firm })] }));
    expect(of(true)).toContain("<strong>0 more</strong>");
    expect(of(false)).not.toContain("<strong>0 more</strong>");
  });
});
