/** Products side by side, in place of the classes: an outcome after the other, each class by itself. */
import { useEffect, useRef } from "preact/hooks";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import type { ProductLine } from "#presentation/statement/side-by-side.ts";
import { ClassMark, Mark } from "#presentation/svg/marks.tsx";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { byProduct as words } from "#words/by-product.ts";
import { Plot, Ticks } from "../../opened/plot.tsx";
import { takeLostFocus } from "../../page/lost-focus.ts";
import { ofClasses, permalinkOf } from "../../question.ts";
import { NewTab } from "../links.tsx";
import { inPlace, type View, type ViewProps } from "../shell.tsx";

export const products: View<"products"> = { Head: () => null, Body: Products };

function Products({
  view: {
    canonical,
    byProduct: { rows, unreported, notes },
  },
  strings,
  site,
  linkTo = permalinkOf,
  act,
}: ViewProps<ScreenOf<"products">>) {
  const toClasses = ofClasses(canonical);
  const heading = useRef<HTMLHeadingElement>(null);
  // What led here is gone from the screen, and so is the way back then, each with the focus.
  useEffect(() => {
    const root = heading.current?.getRootNode();
    if (act) takeLostFocus(root, ".verdict");
    return () => setTimeout(takeLostFocus, 0, root, ".verdict");
  }, []);
  return (
    <section class="by-product">
      <h2 ref={heading} class="verdict">
        {words.title}
      </h2>
      <p>{words.noRanking}</p>
      <p class="acts">
        <a
          href={linkTo(site, toClasses)}
          rel="noreferrer"
          onClick={act && inPlace(() => act.choose(toClasses))}
        >
          {words.classes}
        </a>
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
        {notes.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="acts">
        <NewTab href={`${site}/report?${canonical}`}>{words.whole}</NewTab>
      </p>
    </section>
  );
}

interface ClassProps {
  group: TherapyClass;
  lines: readonly ProductLine[];
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
            {place && (
              <Plot group={group} place={place}>
                <ClassMark group={group} />
              </Plot>
            )}
            <small class="evidence">{[evidence, chain].filter(Boolean).join(" · ")}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
