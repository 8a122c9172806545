/**
 * Randomised trials: both arms on the axis of 0 to 100, their ratios in words. Two trials are never on one axis
 * of ratios.
 */
import type { ComponentChildren } from "preact";
import type { RandomisedBlock, RandomisedView } from "#presentation/views/randomised.ts";
import { NewTab } from "../views/links.tsx";
import { Side } from "./row.tsx";
import { Axis } from "./strip.tsx";

export function Randomised({ view }: { view: RandomisedView }) {
  return (
    <section class="randomised">
      {view.blocks.some(({ drawings }) => drawings.length > 0) && <Axis />}
      {view.blocks.map((block) => (
        <Block key={block.texts[0]} block={block} />
      ))}
      {view.note && <p>{view.note}</p>}
    </section>
  );
}

interface Props {
  /** A report has the numbers of sources in the texts. */
  block: Omit<RandomisedBlock, "texts"> & { texts: readonly ComponentChildren[] };
  level?: "h3" | "h5";
}

/** One trial, with the text under its arms. */
export function Block({ block, level: Heading = "h3" }: Props) {
  const { title, drawings, texts, sources } = block;
  return (
    <div class={title ? "lot" : "lot long"}>
      {title && <Heading class="heading">{title}</Heading>}
      {drawings.map(({ name: measured, arms, heard }) => (
        <div key={measured}>
          {measured && <strong class="name">{measured}</strong>}
          <div class="sides" aria-hidden="true">
            {arms.map((arm) => (
              <Side key={arm.group} {...arm} />
            ))}
          </div>
          <p class="hidden">{heard}</p>
        </div>
      ))}
      {texts.map((text, index) => (
        <p key={text} class="muted">
          {text}
          {texts.length - index < 2 &&
            sources.map((source) => [
              " ",
              <NewTab key={source.href} href={source.href}>
                {source.text}
              </NewTab>,
            ])}
        </p>
      ))}
    </div>
  );
}
