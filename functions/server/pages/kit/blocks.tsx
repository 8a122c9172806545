/** What a statement says of a page of text, drawn. */
import type { Block, PageSection, TextPage } from "#presentation/statement/page.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { Facts } from "./facts.tsx";
import { Fold } from "./fold.tsx";
import { Section } from "./heading.tsx";
import { Lines, type OfPage } from "./sources.tsx";
import { Table } from "./table.tsx";
import { Said } from "./text.tsx";

export function Sections({ sections, ...of }: OfPage & Pick<TextPage, "sections">) {
  return (
    <>
      {sections.map(({ blocks, ...section }) => (
        <Section key={section.id} {...section}>
          <Blocks blocks={blocks} {...of} />
        </Section>
      ))}
    </>
  );
}

function Blocks({ blocks, ...of }: OfPage & Pick<PageSection, "blocks">) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockPart key={index} block={block} {...of} />
      ))}
    </>
  );
}

function BlockPart({ block, ...of }: OfPage & { block: Block }) {
  switch (block.kind) {
    case "text":
      return (
        <p class={block.look}>
          <Said words={block.words} />
        </p>
      );
    case "lines":
      return <Lines lines={block.lines} isRun={block.isRun} {...of} />;
    case "facts":
      return (
        <Facts
          facts={block.facts.map(([name, lines]) => [
            name,
            lines === null ? <Unknown /> : <Lines lines={lines} {...of} />,
          ])}
        />
      );
    case "table":
      return <Table table={block} {...of} />;
    case "part": {
      const { id, title, blocks, fold } = block;
      const content = <Blocks blocks={blocks} {...of} />;
      if (fold === undefined) {
        return (
          <div>
            <h3>{title}</h3>
            {content}
          </div>
        );
      }
      return (
        <Fold id={id} title={title} count={fold === true ? undefined : fold}>
          {content}
        </Fold>
      );
    }
  }
}

function Unknown() {
  return <span class="unknown">{catalogue.record.unknown}</span>;
}
