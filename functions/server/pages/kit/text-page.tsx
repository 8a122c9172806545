/** A page of text about one thing: heading, sections, sources. */
import type { TextPage } from "#presentation/document/text-page.ts";
import { Ages } from "./ages.tsx";
import { Sections } from "./blocks.tsx";
import { Heading, Section } from "./heading.tsx";
import { Note } from "./note.tsx";
import { Said, Sources } from "./text.tsx";
import { ShowSources, SourceList } from "./text-page-sources.tsx";

export function TextPageMain({ page }: { page: TextPage }) {
  const { title, group, above, identity, note, sections, json } = page;
  const { title: sources, from, list } = page.sources;
  return (
    <main class="page text">
      <Heading title={title} group={group} above={<Said words={above} />}>
        {identity.map((words, index) => (
          <p key={index}>
            <Said words={words} />
          </p>
        ))}
        <Note>
          <Said words={note} />
        </Note>
      </Heading>
      <Sources.Provider value={{ owner: title, page: "" }}>
        <Sections sections={sections} />
      </Sources.Provider>
      <Section id="sources" title={sources}>
        {list.some(({ date }) => date !== undefined) && (
          <Ages of="of all sources below that have one" />
        )}
        {list.length > 0 && <ShowSources count={list.length} />}
        <SourceList sources={list} from={from} />
        <p class="quiet">
          The same as data (JSON): <a href={json}>{json}</a>
        </p>
      </Section>
    </main>
  );
}
