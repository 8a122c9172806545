/** What a reader can take away: the citation, the files, and the address of the page. */
import type { Props } from "./report.tsx";

export function Take({ parts: { comparison, citation, extent, links }, words }: Props) {
  const { take } = words.report;
  const { csv, json, brief, plain, qr, ris, compare, products, error } = links.files;
  const other = extent === "whole" ? "short" : "whole";
  const files: [href: string, name: string][] = [
    [links.extent(other), take.files[other]],
    [compare, take.files.compare],
    [products, take.files.products],
    [csv, take.files.csv],
    [json, take.files.json],
    [brief, take.files.brief],
    [plain, take.files.plain],
    [qr, take.files.qr],
    [error, take.files.error],
  ];
  return (
    <>
      <h3>{take.cite}</h3>
      <p>
        {citation} <a href={ris}>{take.citation}</a>
      </p>
      <ul class="files">
        {files.map(([href, name]) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {take.versions(
          words.screen.date(comparison.dataDate),
          comparison.dataVersion,
          comparison.answerVersion,
        )}
      </p>
      <p class="quiet address">
        {take.address} <a href={links.own}>{links.own}</a>
      </p>
    </>
  );
}
