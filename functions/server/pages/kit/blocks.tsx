/** Sections and blocks of a page of text, drawn. */
import { createContext, Fragment } from "preact";
import { useContext } from "preact/hooks";
import type {
  Block,
  Line,
  List,
  Part,
  Picture,
  Section as Stated,
} from "#presentation/document/document.ts";
import { InlineForest } from "#presentation/forest/inline.tsx";
import { Fold } from "./fold.tsx";
import { Section } from "./heading.tsx";
import { Table } from "./table.tsx";
import { LinePart } from "./text.tsx";

/** Of the heading of a part: below that of the page or of its section. */
export const Level = createContext<"h2" | "h3">("h3");

export function Sections({ sections }: { sections: readonly Stated[] }) {
  return (
    <>
      {sections.map(({ blocks, ...section }) => (
        <Section key={section.title} {...section}>
          <Blocks blocks={blocks} />
        </Section>
      ))}
    </>
  );
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockPart key={index} block={block} />
      ))}
    </>
  );
}

function BlockPart({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p class={block.look}>
          <Lines lines={block.lines} />
        </p>
      );
    case "list":
      return <ListPart {...block} />;
    case "table":
      return <Table table={block} />;
    case "part":
      return <PartPart {...block} />;
    case "figure":
      return <InlineForest figure={block.drawn} />;
    case "picture":
      return <PicturePart {...block} />;
  }
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && " "}
          <LinePart {...line} />
        </Fragment>
      ))}
    </>
  );
}

function ListPart({ lead, items, look }: List) {
  const isCited = look === "references";
  const lines = items.map((item, index) => (
    <li key={index} id={isCited ? `source-${index + 1}` : undefined}>
      <LinePart {...item} />
    </li>
  ));
  return (
    <>
      {lead !== null && <h3>{lead}</h3>}
      {isCited || look === "footnotes" ? (
        <ol class={look}>{lines}</ol>
      ) : (
        <ul class={look}>{lines}</ul>
      )}
    </>
  );
}

function PartPart({ id, title, aside, folded, blocks }: Part) {
  const Heading = useContext(Level);
  const content = <Blocks blocks={blocks} />;
  if (folded) {
    return (
      <Fold id={id ?? undefined} title={title} aside={aside} folded={folded}>
        {content}
      </Fold>
    );
  }
  return (
    <article id={id ?? undefined}>
      <Heading>{title}</Heading>
      {content}
    </article>
  );
}

function PicturePart({ href, svg, png, pngFailed }: Picture) {
  return (
    <p class="sorting">
      <a class="plot" href={href} data-label={png} data-failed={pngFailed}>
        {svg}
      </a>
    </p>
  );
}
