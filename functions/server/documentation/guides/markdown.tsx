/** Markdown as elements. No text becomes markup by itself: what is no element here stops the build. */
import type { Token, Tokens } from "marked";
import type { JSX } from "preact";
import { originPlaceholder } from "../../pages/html/origin-placeholder.ts";
import { type Guide, isUsual, pathOf } from "./read-guides.ts";

interface Place {
  guide: Guide;
  /** The file the text is from, to which its links are relative. */
  file: string;
  /** The heading above, which names tables. */
  heading: string;
}

export function BlockOf({ token, place }: { token: Token; place: Place }): JSX.Element | null {
  if (!isUsual(token)) throw unknown(token, place);
  switch (token.type) {
    case "space":
      return null;
    case "paragraph":
      return (
        <p>
          <Inline tokens={token.tokens} place={place} />
        </p>
      );
    case "code":
      return (
        // Scrolled with the keyboard, too.
        <pre tabindex={0}>
          <code>{ofThisSite(token.text)}</code>
        </pre>
      );
    case "list": {
      const items = token.items.map((item) => (
        <li key={item.raw}>
          {item.tokens.map((one) => (
            <BlockOf key={one.raw} token={one} place={place} />
          ))}
        </li>
      ));
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "text":
      return <Inline tokens={token.tokens ?? [token]} place={place} />;
    case "table":
      return <Table table={token} place={place} />;
    default:
      throw unknown(token, place);
  }
}

function Table({ table, place }: { table: Tokens.Table; place: Place }): JSX.Element {
  const cell = ({ tokens }: Tokens.TableCell) => <Inline tokens={tokens} place={place} />;
  const [first, ...others] = table.header;
  // A table without words above its columns is a list of names with what they mean.
  const isNamed = table.header.some(({ text }) => text !== "");
  return (
    // A group that can be focused, because it scrolls if it is wider than the page.
    // biome-ignore lint/a11y/useSemanticElements: it holds no form
    <div class="wide" role="group" aria-label={`Table: ${place.heading}`} tabindex={0}>
      <table>
        {isNamed && (
          <thead>
            <tr>
              {first && (first.text === "" ? <td /> : <th scope="col">{cell(first)}</th>)}
              {others.map((one, index) => (
                <th key={index} scope="col">
                  {cell(one)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((one, index) =>
                index === 0 && !isNamed ? (
                  <th key={index} scope="row">
                    {cell(one)}
                  </th>
                ) : (
                  <td key={index}>{cell(one)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Inline({ tokens, place }: { tokens: readonly Token[]; place: Place }): JSX.Element {
  return (
    <>
      {tokens.map((token, index) => (
        <InlineOf key={index} token={token} place={place} />
      ))}
    </>
  );
}

function InlineOf({ token, place }: { token: Token; place: Place }): JSX.Element {
  if (!isUsual(token)) throw unknown(token, place);
  switch (token.type) {
    case "text":
      if (/&#?\w+;/.test(token.text)) throw unknown(token, place);
      return <>{token.text}</>;
    case "escape":
      return <>{token.text}</>;
    case "codespan":
      return <code>{ofThisSite(token.text)}</code>;
    case "strong":
      return (
        <strong>
          <Inline tokens={token.tokens} place={place} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inline tokens={token.tokens} place={place} />
        </em>
      );
    case "link":
      return <Link link={token} place={place} />;
    default:
      throw unknown(token, place);
  }
}

function Link({ link, place }: { link: Tokens.Link; place: Place }): JSX.Element {
  const words = <Inline tokens={link.tokens} place={place} />;
  const address = place.guide.addressOf(link.href, place.file);
  if (address !== undefined) {
    return address.startsWith("/") ? (
      <a href={address}>{words}</a>
    ) : (
      <a href={address} rel="noopener noreferrer">
        {words}
      </a>
    );
  }
  // A file of the source, which the site does not have.
  const path = pathOf(link.href, place.file);
  if (path.endsWith(link.text)) return <code>{path}</code>;
  return (
    <>
      {words} (<code>{path}</code>)
    </>
  );
}

/** Snippets name the installation that shows them. */
function ofThisSite(text: string): string {
  return text.replaceAll(
    /https:\/\/compare\.example\.org|http:\/\/127\.0\.0\.1:8787/g,
    originPlaceholder,
  );
}

function unknown(token: Token, { file }: Place): Error {
  return new Error(`${file}: a guide cannot show ${token.type}: ${token.raw.slice(0, 80)}`);
}
