/**
 * Randomised trials: both arms on the axis of 0 to 100, their ratios in words. Two trials are never on one axis
 * of ratios.
 */
import type { RandomisedBlock, RandomisedView } from "#presentation/views/randomised.ts";
import { NewTab } from "../views/links.tsx";
import { Side } from "./row.tsx";
import { Axis } from "./strip.tsx";

export function Randomised({ view }: { view: RandomisedView }) {
  return (
    <section class="randomised">
      {view.blocks.some(({ arms }) => arms.length > 0) && <Axis />}
      {view.blocks.map((block) => (
        <Block key={block.key} block={block} />
      ))}
      {view.note && <p>{view.note}</p>}
    </section>
  );
}

interface Props {
  block: RandomisedBlock;
  level?: "h3" | "h5";
}

/** One trial, with the text under its arms. */
export function Block({ block, level: Heading = "h3" }: Props) {
  const { title, name: measured, arms, heard, texts, sources } = block;
  return (
    <div class={title ? "lot" : "lot long"}>
      {title && <Heading class="heading">{title}</Heading>}
      {arms.length > 0 && (
        <>
          {measured && <strong class="name">{measured}</strong>}
          <div class="sides" aria-hidden="true">
            {arms.map((arm) => (
              <Side key={arm.group} {...arm} />
            ))}
          </div>
          <p class="hidden">{heard}</p>
        </>
      )}
      {texts.slice(0, -1).map((text) => (
        <p key={text} class="muted">
          {text}
        </p>
      ))}
      <p class="muted">
        {texts.at(-1)}
        {sources.map(({ href, text: name }) => [
          " ",
          <NewTab key={href} href={href}>
            {name}
          </NewTab>,
        ])}
      </p>
    </div>
  );
}
