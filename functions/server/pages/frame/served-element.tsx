/**
 * The element with its answer as HTML, so that the numbers are visible before any script runs, and
 * with the state that the script starts from.
 */
import { render } from "preact-render-to-string";
import type { CompareView } from "#presentation/view/compare-view.ts";
import { escapeHtml } from "#presentation/view/escape-html.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { styles, withoutScriptStyles } from "#widget/generated/styles.ts";
import { Compare } from "#widget/views/compare/compare.tsx";
import { Relax } from "#widget/views/compare/relax.tsx";
import { escapeJson } from "../html/document.ts";
import type { Look } from "./look.ts";

export function servedElement(
  view: CompareView,
  parameters: readonly [string, string][],
  { theme, words }: Pick<Look, "theme"> & { words: Pick<Catalogue, "screen" | "relaxed"> },
): string {
  const { screen: strings, relaxed } = words;
  const relax = <Relax view={view} strings={strings} relaxed={relaxed} />;
  const markup = render(<Compare view={view} strings={strings} site="" relax={relax} />);
  const shown: readonly [string, string][] = theme === "auto" ? [] : [["theme", theme]];
  const attributes = [...parameters, ...shown]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  return `<myeloma-compare${attributes}><template shadowrootmode="open"><style>${styles}</style><noscript><style>${withoutScriptStyles}</style></noscript><div class="root">${markup}</div></template><script type="application/json">${escapeJson(view)}</script></myeloma-compare>`;
}
