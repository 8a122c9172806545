/**
 * Randomised trials: both arms on the axis of 0 to 100, their ratios in words. Two trials are never on one axis
 * of ratios.
 */
import { Fragment } from "preact";
import type { RandomisedBlock, RandomisedView } from "#presentation/views/randomised.ts";
import { NewTab } from "../views/links.tsx";
import { Side } from "./row.tsx";
import { Axis } from "./strip.tsx";

export function Randomised({ view, of }: { view: RandomisedView; of: string }) {
  return (
    <section class="randomised">
      {view.blocks.some(({ arms }) => arms.length > 0) && <Axis of={of} />}
      {view.blocks.map((block) => (
        <Block key={block.key} block={block} />
      ))}
      {view.note && <p>{view.note}</p>}
    </section>
  );
}

/** One trial, with the text under its arms. */
export function Block({ block }: { block: RandomisedBlock }) {
  const { title, name, sizes, arms, heard, text, sources } = block;
  return (
    <div class={title ? "trial" : "trial long"}>
      {title && <h3 class="heading">{title}</h3>}
      {arms.length > 0 && (
        <>
          <p class="head">
            <strong class="name">{name}</strong> <span class="sure">{sizes}</span>
          </p>
          <div class="sides" aria-hidden="true">
            {arms.map((arm) => (
              <Side key={arm.group} {...arm} />
            ))}
          </div>
          <p class="hidden">{heard}</p>
        </>
      )}
      <p class="muted">
        {text}
        {sources.map((source) => (
          <Fragment key={source.href}>
            {" "}
            <NewTab href={source.href}>{source.text}</NewTab>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
