/** Sections and blocks of a page of text, drawn. */
import { Fragment } from "preact";
import type {
  Block,
  Cell,
  Line,
  List,
  Part,
  Section as Stated,
} from "#presentation/document/document.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Facts } from "./facts.tsx";
import { Fold } from "./fold.tsx";
import { Section } from "./heading.tsx";
import { CellPart, Table } from "./table.tsx";
import { LinePart } from "./text.tsx";

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

function Blocks({ blocks }: { blocks: readonly Block[] }) {
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
    case "facts":
      return <Facts facts={block.facts.map(([name, value]) => [name, <Value value={value} />])} />;
    case "table":
      return <Table table={block} />;
    case "part":
      return <PartPart {...block} />;
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
  return (
    <>
      {lead !== null && <h3>{lead}</h3>}
      <ul class={look}>
        {items.map((item, index) => (
          <li key={index}>
            <LinePart {...item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Value({ value }: { value: Cell }) {
  if (value === null) return <span class="unknown">{catalogue.record.unknown}</span>;
  return <CellPart cell={value} />;
}

function PartPart({ id, title, aside, folded, blocks }: Part) {
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
      <h3>{title}</h3>
      {content}
    </article>
  );
}
