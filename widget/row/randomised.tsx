/**
 * Randomised trials: both arms on the axis of 0 to 100, their ratios in words. Two trials are never on one axis
 * of ratios.
 */
import type { ArmView, RandomisedBlock, RandomisedView } from "#presentation/views/randomised.ts";
import { elementTexts as words } from "#presentation/words/element.ts";
import { withCommas } from "#presentation/words/sentences.ts";
import { ClassSide } from "./row.tsx";
import { AxisHead } from "./strip.tsx";
import { useSurface } from "./surface.tsx";

export function RandomisedTrials({ view }: { view: RandomisedView }) {
  return (
    <section class="randomised">
      <BlocksHead blocks={view.blocks} />
      {view.blocks.map((block) => (
        <TrialBlock key={block.texts[0]} block={block} />
      ))}
      {view.note && <p>{view.note}</p>}
    </section>
  );
}

/** States that several trials are not set against each other, and draws their axis; nothing without a drawing. */
export function BlocksHead({ blocks }: Pick<RandomisedView, "blocks">) {
  const drawnBlocks = blocks.filter(({ drawings }) => drawings.length > 0);
  return (
    <>
      {drawnBlocks.length > 1 && <p>{words.notAgainstEachOther}</p>}
      {drawnBlocks.length > 0 && <AxisHead />}
    </>
  );
}

interface TrialBlockProps {
  block: RandomisedBlock;
  level?: "h3" | "h5";
}

/** Draws one trial, with the texts under its arms. */
export function TrialBlock({ block, level: Heading = "h3" }: TrialBlockProps) {
  const { title, whom, drawings, texts, sources } = block;
  const { Sources } = useSurface();
  return (
    <div class={title ? "lot" : "lot long"}>
      {title && <Heading class="heading">{title}</Heading>}
      {whom && <p class="muted">{whom}</p>}
      {drawings.map(({ name: measure, arms }) => (
        <div key={measure}>
          {measure && <strong class="name">{measure}</strong>}
          <div class="sides" aria-hidden="true">
            {arms.map((arm) => (
              <ClassSide key={arm.group} {...arm} />
            ))}
          </div>
          <p class="hidden">{armsInWords(arms)}</p>
        </div>
      ))}
      {texts.map((text, index) => (
        <p key={text} class="muted">
          {text}
          {texts.length - index < 2 && <Sources of={sources} />}
        </p>
      ))}
    </div>
  );
}

/** Returns text such as "cilta-cel, 59, 52 to 66; standard, 26, 20 to 32". */
export function armsInWords(arms: readonly ArmView[]): string {
  return arms
    .map(({ side: { above, labels = [], number, under } }) =>
      withCommas([above ?? labels[0]?.text, number, under.replace("–", " to ")]),
    )
    .join("; ");
}
