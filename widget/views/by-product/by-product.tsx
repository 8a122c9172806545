/** Products side by side, in place of the rows: an outcome after the other, each class by itself. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { byProductStyles } from "#generated/by-product-styles.ts";
import type { ByProduct, GroupLine } from "#presentation/statement/side-by-side.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { byProduct as words } from "#words/by-product.ts";
import { ofClasses, ofProducts } from "../../answers/ordered-query.ts";
import { Plot, Ticks } from "../../opened/plot.tsx";
import { adoptStyles } from "../../page/adopt-styles.ts";
import { permalinkOf } from "../../page/standalone-page.ts";
import { NewTab } from "../links.tsx";
import { Mark } from "../mark.tsx";

interface Props {
  byProduct: ByProduct;
  /** The question, with the products. */
  query: string;
  strings: DrawnWords;
  /** Origin of the service; empty on its own pages. */
  site: string;
  /** Address of another question. */
  linkTo?: typeof permalinkOf;
  onClasses?: ((query: string) => void) | undefined;
  share?: ComponentChildren;
}

/** The properties of the Compare view with products in place of the classes, if they were asked for. */
export function byProductIn(view: Statement, given: Omit<Props, "byProduct" | "query">) {
  const { byProduct, canonical, reset } = view;
  if (!byProduct) return null;
  const query = ofProducts(canonical);
  return {
    // What is chosen beside them stays with the products, and what is taken back.
    view: { ...view, canonical: query, reset: ofProducts(reset) },
    instead: <ByProductView byProduct={byProduct} query={query} {...given} />,
  };
}

function ByProductView({
  byProduct: { rows, unreported, cautions },
  query,
  strings,
  site,
  linkTo = permalinkOf,
  onClasses,
  share,
}: Props) {
  const classes = ofClasses(query);
  const heading = useRef<HTMLHeadingElement>(null);
  // What led here is gone from the screen, and so is the way back then, each with the focus.
  useEffect(() => {
    const root = heading.current?.getRootNode();
    if (onClasses) takeLostFocus(root);
    return () => setTimeout(takeLostFocus, 0, root);
  }, []);
  return (
    <section class="by-product" ref={(node) => adoptStyles(node, byProductStyles)}>
      <h2 ref={heading} class="verdict">
        {words.title}
      </h2>
      <p>{words.noRanking}</p>
      <p class="acts">
        <a
          href={linkTo(site, classes)}
          onClick={
            onClasses &&
            ((event) => {
              // Another tab or window was asked for.
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onClasses(classes);
            })
          }
        >
          {words.classes}
        </a>
        {share}
      </p>
      {rows.length > 0 && <p class="muted">{words.unit}</p>}
      {rows.map(({ outcome, label, detail, axis, lines, none }) => (
        <section key={outcome} data-outcome={outcome}>
          <header>
            <h3>
              {label} {detail && <small>{detail}</small>}
            </h3>
            <Ticks ticks={[0, axis / 2, axis]} />
          </header>
          {therapyClasses.map((group) => (
            <OfClass
              key={group}
              group={group}
              lines={lines.filter(({ therapyClass }) => therapyClass === group)}
              strings={strings}
            />
          ))}
          {none.length > 0 && <p class="muted">{words.none(none)}</p>}
        </section>
      ))}
      {unreported.length > 0 && <p class="muted">{words.unreported(unreported)}</p>}
      <ul class="notes">
        {cautions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="acts">
        <NewTab href={`${site}/report?${query}`}>{words.whole}</NewTab>
      </p>
    </section>
  );
}

/** To the heading; the page around keeps its own. */
function takeLostFocus(root: Node | undefined): void {
  if (!(root instanceof ShadowRoot) || root.activeElement) return;
  if (![document.body, root.host].some((one) => one === document.activeElement)) return;
  const heading = root.querySelector<HTMLElement>(".verdict");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}

interface ClassProps {
  group: TherapyClass;
  lines: readonly GroupLine[];
  strings: DrawnWords;
}

function OfClass({ group, lines, strings }: ClassProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4 class={group}>
        <Mark group={group} /> {strings.className[group]}
      </h4>
      <ul>
        {lines.map(({ id, name, rate, range, place, evidence, chain }) => (
          <li key={id} class={group}>
            <span class="product">{name}</span>{" "}
            <span class="rate">
              {rate !== null && <strong>{rate}</strong>} <span class="range">{range}</span>
            </span>
            {place && <Plot group={group} place={place} shape="class" />}
            <small class="evidence">{[evidence, chain].filter(Boolean).join(" · ")}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
