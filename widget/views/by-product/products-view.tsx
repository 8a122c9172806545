/** What the view of products adds to the script: its answer, and how it takes the place of the classes. */
import { byProduct as words } from "#words/by-product.ts";
import { detail } from "#words/detail.ts";
import { ofProducts } from "../../answers/ordered-query.ts";
import type { Shown } from "../../opened/after-first-view.tsx";
import type { Copying } from "../compare/copying.tsx";
import { Share } from "../compare/share.tsx";
import { byProductIn } from "./by-product.tsx";

export { productsAnswer } from "./answer.ts";

/** @param copying the question that the link holds */
export function inPlaceOf(shown: Shown, copying: (shown: Shown, question: string) => Copying) {
  const { state, loaded, send, apiBase: site, strings } = shown;
  const copy = copying(shown, ofProducts(loaded.view.canonical));
  const onReset = () => send("chosenForAll", ofProducts(loaded.view.reset));
  const live = state.live && {
    onClasses: (query: string) => send("chosen", query),
    share: <Share words={detail} copy={copy} ways={["link"]} />,
  };
  const inPlace = byProductIn(loaded.view, { strings, site, ...live });
  return inPlace && { heard: words.title, onReset: state.live ? onReset : undefined, ...inPlace };
}
