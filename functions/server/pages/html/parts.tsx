/** Pieces that several pages have: the list of their parts, heads of tables, lists of sentences. */
import { dataset } from "#core/dataset.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

/** The parts of a page, each with the id of its heading. */
type PageParts = readonly (readonly [id: string, title: string, ...unknown[]])[];

export function OnThisPage({ parts }: { parts: PageParts }) {
  return (
    <nav aria-label="On this page">
      <ul>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Columns({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function Items({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** As long as no clinician has reviewed the data. */
export function NotReviewed() {
  return dataset.review.status === "not-reviewed" ? (
    <strong>{catalogue.screen.footer.notReviewed} </strong>
  ) : null;
}
