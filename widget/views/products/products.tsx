/** Products side by side, in place of the classes: outcome by outcome each product with its own figure. */
import type { ByProduct, ProductRow } from "#presentation/statement/by-product.ts";
import { Mark } from "#presentation/svg/marks.tsx";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { byProduct as words } from "#words/by-product.ts";
import { ofClasses, permalinkOf } from "../../question.ts";
import { Opener } from "../../row/opener.tsx";
import { InPlace, NewTab } from "../links.tsx";
import type { View, ViewProps } from "../shell.tsx";

type Props = ViewProps<ScreenOf<"products">>;

export const products: View<"products"> = { Head: () => null, Body: Products };

function Products(props: Props) {
  const { view, site, linkTo = permalinkOf, stale = false, act } = props;
  const { canonical, byProduct } = view;
  const { lead, products: named, isMany, groups, unreported } = byProduct;
  const toClasses = ofClasses(canonical);
  return (
    <section class={isMany ? "by-product" : "by-product matrix"} aria-busy={stale || undefined}>
      <h2 class="verdict">{words.title}</h2>
      <p>{lead}</p>
      <p class="acts">
        <InPlace href={linkTo(site, toClasses)} go={act && (() => act.choose(toClasses))}>
          {words.classes}
        </InPlace>
      </p>
      <ul class="cells named">
        {named.map((one) => (
          <li key={one.id} class={one.therapyClass ?? ""}>
            <Name of={one} /> <small>{one.label}</small>
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
  const { group, rows, strings } = props;
  const title = group === "timing" ? words.timing : strings.groups[group];
  return (
    <section class="group">
      <h3 class={group === "efficacy" ? "hidden" : "heading"}>{title}</h3>
      <ol>
        {rows.map((row) => (
          <Outcome key={row.id} {...props} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Outcome({ row, openRow, act }: Props & { row: ProductRow }) {
  const { id, opens, label, detail: counted, cells, none } = row;
  const name = (
    <>
      {label} {counted && <small>{counted}</small>}
    </>
  );
  return (
    <li class="outcome" part="row" data-outcome={id}>
      <h4 class="name">
        {opens ? (
          <Opener
            class="opener"
            outcome={id}
            open={id === openRow}
            onToggle={act && (() => act.toggleRow(id))}
          >
            {name}
          </Opener>
        ) : (
          name
        )}
      </h4>
      <ul class="cells">
        {cells.map((cell) => (
          <li key={cell.id} class={cell.therapyClass ?? ""}>
            <Name of={cell} /> <strong class={cell.inWords ? "in-words" : ""}>{cell.figure}</strong>{" "}
            <span class="hidden">{cell.heard} </span>
            <span class="range">{cell.under}</span> <small>{cell.evidence}</small>
          </li>
        ))}
      </ul>
      {none && <p class="muted">{none}</p>}
    </li>
  );
}

function Name({
  of: { therapyClass, name },
}: {
  of: Pick<ProductRow["cells"][number], "therapyClass" | "name">;
}) {
  return (
    <span class="product">
      {therapyClass && <Mark group={therapyClass} />} {name}
    </span>
  );
}
