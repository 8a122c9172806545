/**
 * The element with its answer as HTML, so that the numbers are visible before any script runs, and
 * with the state that the script starts from.
 */
import { render } from "preact-render-to-string";
import { byProductStyles } from "#generated/by-product-styles.ts";
import { openedStyles } from "#generated/opened-styles.ts";
import { styles, withoutScriptStyles } from "#generated/styles.ts";
import { survivalStyles } from "#generated/survival-styles.ts";
import { escapeHtml } from "#presentation/screen/escape-html.ts";
import { type AskedLook, link } from "#presentation/screen/snippets.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { byProductIn } from "#widget/views/by-product/by-product.tsx";
import { Compare, type LaterParts } from "#widget/views/compare/compare.tsx";
import { laterParts } from "#widget/views/compare/later-parts.tsx";
import { escapeJson } from "../html/document.ts";
import type { Look } from "./look.ts";

interface Shown extends Pick<Look, "theme"> {
  words: Pick<Catalogue, "screen">;
  /** The look that links to other questions keep. */
  asked?: AskedLook;
}

export function servedElement(
  view: Statement,
  parameters: readonly [string, string][],
  { theme, words, asked }: Shown,
): string {
  const { screen: strings } = words;
  const linkTo = (site: string, query: string) => link(site, query, asked);
  const parts: LaterParts & { view?: Statement } =
    byProductIn(view, { strings, site: "", linkTo }) ?? laterParts(view, strings);
  const markup = render(
    <Compare view={view} strings={strings} site="" linkTo={linkTo} {...parts} />,
  );
  // The element adopts these styles itself when it draws these parts.
  const own = [
    parts.after && survivalStyles,
    parts.instead && openedStyles,
    parts.instead && byProductStyles,
  ];
  const more = own.map((styles) => (styles ? `<style>${styles}</style>` : "")).join("");
  const shown: readonly [string, string][] = theme === "auto" ? [] : [["theme", theme]];
  const attributes = [...parameters, ...shown]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  return `<myeloma-compare${attributes}><template shadowrootmode="open"><style>${styles}</style>${more}<noscript><style>${withoutScriptStyles}</style></noscript><div class="root">${markup}</div></template><script type="application/json">${escapeJson(view)}</script></myeloma-compare>`;
}
