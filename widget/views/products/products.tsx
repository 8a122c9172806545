/** Products side by side, in place of the classes: outcome by outcome each product with its own figure. */
import { useEffect, useRef } from "preact/hooks";
import type { ByProduct, ProductCell, ProductRow } from "#presentation/statement/by-product.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import { byProduct as words } from "#words/by-product.ts";
import { takeLostFocus } from "../../page/lost-focus.ts";
import { ofClasses, parameterIn, permalinkOf, withOutcome } from "../../question.ts";
import { NewTab } from "../links.tsx";
import { inPlace, type View, type ViewProps } from "../shell.tsx";

type Props = ViewProps<ScreenOf<"products">>;

export const products: View<"products"> = { Head: () => null, Body: Products };

function Products(props: Props) {
  const { view, site, linkTo = permalinkOf, stale = false, act } = props;
  const { canonical, byProduct } = view;
  const { lead, products: named, isMany, groups, unreported } = byProduct;
  const toClasses = ofClasses(canonical);
  const heading = useRef<HTMLHeadingElement>(null);
  // What led here is gone from the screen, and so is the way back then, each with the focus.
  useEffect(() => {
    const root = heading.current?.getRootNode();
    if (act) takeLostFocus(root, ".verdict");
    return () => setTimeout(takeLostFocus, 0, root, ".verdict");
  }, []);
  return (
    <section class={isMany ? "by-product" : "by-product matrix"} aria-busy={stale || undefined}>
      <h2 ref={heading} class="verdict">
        {words.title}
      </h2>
      <p>{lead}</p>
      <p class="acts">
        <a
          href={linkTo(site, toClasses)}
          rel="noreferrer"
          onClick={act && inPlace(() => act.choose(toClasses))}
        >
          {words.classes}
        </a>
      </p>
      <ul class="cells named">
        {named.map(({ id, name, therapyClass, label }) => (
          <li key={id} class={therapyClass ?? ""}>
            <span>
              {therapyClass && <Mark group={therapyClass} />} <b>{name}</b>
            </span>{" "}
            <small>{label}</small>
          </li>
        ))}
      </ul>
      {groups.map((one) => (
        <Group key={one.group} {...props} {...one} />
      ))}
      {unreported && <p class="muted">{unreported}</p>}
      <p class="acts">
        <NewTab href={`${site}/report?${canonical}`}>{words.whole}</NewTab>
      </p>
    </section>
  );
}

function Group(props: Props & ByProduct["groups"][number]) {
  const { group, rows, view, strings, site, linkTo = permalinkOf, act } = props;
  const { canonical } = view;
  const isSummary = parameterIn(canonical, "outcome") === null;
  return (
    <section class="group">
      <h3 class={group === "efficacy" ? "hidden" : ""} part="section">
        <span>{group === "timing" ? words.timing : strings.groups[group]}</span>
        {isSummary && (group === "toxicity" || group === "survival") && (
          <a
            href={linkTo(site, withOutcome(canonical, group))}
            rel="noreferrer"
            onClick={act && inPlace(() => act.toTab(group))}
          >
            {strings.allOf[group]}
          </a>
        )}
      </h3>
      <ol>
        {rows.map((row) => (
          <Outcome key={row.id} {...props} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Outcome({ row, view, openRows = [], act, detail }: Props & { row: ProductRow }) {
  const { id, opens, label, detail: counted, cells } = row;
  const { products: named, isMany } = view.byProduct;
  const open = openRows.includes(id);
  const lines = named.map((product, index) => ({ ...product, cell: cells[index] ?? null }));
  // Where a dash holds no column, those without a figure are named in one line.
  const shown = isMany ? lines.filter(({ cell }) => cell) : lines;
  const none = lines.filter((line) => !shown.includes(line));
  const name = (
    <>
      {label} {counted && <small>{counted}</small>}
    </>
  );
  return (
    <li class="outcome" part="row" data-outcome={id}>
      <h4 class="name">
        {opens ? (
          <button
            type="button"
            class="opener"
            aria-expanded={open}
            aria-controls={`detail-${id}`}
            disabled={!act}
            onClick={act && (() => act.toggleRow(id))}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </h4>
      <ul class="cells">
        {shown.map(({ id: product, name: of, therapyClass, cell }) => (
          <li key={product} class={therapyClass ?? ""}>
            <span class="product">
              {therapyClass && <Mark group={therapyClass} />} {of}
            </span>{" "}
            <Cell cell={cell} />
          </li>
        ))}
      </ul>
      {none.length > 0 && <p class="muted">{words.noneOf(none.map((line) => line.name))}</p>}
      {opens && (
        <div class="detail" id={`detail-${id}`} hidden={!open}>
          {open && detail?.(id)}
        </div>
      )}
    </li>
  );
}

function Cell({ cell }: { cell: ProductCell | null }) {
  if (!cell) {
    return (
      <>
        <span class="hidden">{words.none}</span>
        <strong aria-hidden="true">–</strong>
      </>
    );
  }
  const { figure, inWords, under, heard, evidence } = cell;
  return (
    <>
      <strong class={inWords ? "in-words" : ""}>{figure}</strong>{" "}
      <span class="hidden">{heard} </span>
      <span class="range">{under}</span> <small>{evidence}</small>
    </>
  );
}
