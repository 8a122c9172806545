/**
 * Renders the element with its answer as HTML, so that the numbers are visible before any script runs, together with
 * the state that the script starts from. A browser without declarative shadow roots shows the answer in lines until the
 * element is drawn, or for good if the browser is too old to draw the element.
 */
import { render } from "preact-render-to-string";
import {
  courseStyles,
  drugStyles,
  firstStyles,
  harmStyles,
  survivalStyles,
  withoutScriptStyles,
} from "#generated/styles.ts";
import { type LookParameters, makeEmbedAddress } from "#presentation/embed/snippets.ts";
import { makeSentView } from "#presentation/views/format.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { listScreenLines } from "#presentation/views/screen-lines.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import { Footer } from "#widget/views/footer.tsx";
import { CertaintyBox, Headline } from "#widget/views/headline.tsx";
import { Shell } from "#widget/views/shell.tsx";
import { renderScriptJson } from "../html/document.ts";
import type { Look } from "./frame-look.ts";

interface ElementOptions extends Pick<Look, "theme"> {
  /** Links to other questions keep this look. */
  linkLook?: LookParameters;
  /** Lists further attributes, which the script of the page reads. */
  attributes?: readonly [string, string][];
}

export function renderElementHtml(
  view: Screen,
  parameters: readonly [string, string][],
  { theme, linkLook, attributes: scriptAttributes = [] }: ElementOptions,
): string {
  const linkTo = (site: string, query: string) => makeEmbedAddress(site, query, linkLook);
  const markup = render(<Shell view={view} site="" linkTo={linkTo} />);
  const lines = render(<AnswerInLines view={view} />);
  // The script adopts all styles; before it runs, a page has only the styles of its view.
  const ofView = [
    view.kind === "survival" && survivalStyles,
    view.kind === "products" && drugStyles,
    view.kind === "course" && courseStyles,
    view.kind === "classes" && view.harmGroups && harmStyles,
  ];
  const more = ofView.map((styles) => (styles ? `<style>${styles}</style>` : "")).join("");
  const themeAttribute: readonly [string, string][] = theme === "auto" ? [] : [["theme", theme]];
  const attributes = [...scriptAttributes, ...parameters, ...themeAttribute]
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  return `<myeloma-compare${attributes}><template shadowrootmode="open"><style>${firstStyles}</style>${more}<noscript><style>${withoutScriptStyles}</style></noscript><div class="root">${markup}</div></template>${lines}<script type="application/json">${renderScriptJson(makeSentView(view))}</script></myeloma-compare>`;
}

/** Shows the answer in lines, which a browser hides if the element has a shadow root. */
function AnswerInLines({ view }: { view: Screen }) {
  return (
    <>
      <Headline view={view} />
      {view.kind === "classes" && view.doubt?.isOfClasses && <CertaintyBox doubt={view.doubt} />}
      <ul>
        {listScreenLines(view).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Footer view={view} />
    </>
  );
}
