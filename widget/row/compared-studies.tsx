/** Studies of others that set treatments against each other. */
import type { ComparedStatement } from "#presentation/row/head-to-head.ts";
import { NewTab } from "../views/links.tsx";

export function ComparedStudies({
  studies,
  isOpen = false,
}: {
  studies: readonly ComparedStatement[];
  isOpen?: boolean;
}) {
  return (
    <ul>
      {studies.map(({ label, kind, results, remarks, sources }) => (
        <li key={label} class="study">
          <details open={isOpen}>
            <summary>
              <strong>{label}</strong> <span class="muted">{kind}</span>
            </summary>
            <ul>
              {results.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <p class="muted">
              {remarks}{" "}
              {sources.map(({ citation, href }) => (
                <NewTab key={citation} href={href}>
                  {citation}
                </NewTab>
              ))}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
