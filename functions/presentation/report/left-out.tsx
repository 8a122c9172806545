/** Every cohort that the question left out, with the reason and a way to include it. */
import { groups } from "#core/evidence/classes.ts";
import type { Props } from "./report.tsx";

export function LeftOut({ parts: { comparison, links }, words }: Props) {
  const { count, columns, include } = words.report.leftOut;
  const { excluded } = comparison.selection;
  return (
    <>
      {groups.map((group) => {
        const own = excluded.filter(({ therapyClass }) => therapyClass === group);
        if (own.length === 0) return null;
        return (
          <details key={group} id={`left-out-${group}`}>
            <summary>{count(own.length, group)}</summary>
            <table class="left-out">
              <thead>
                <tr>
                  <th scope="col">{columns.cohort}</th>
                  <th scope="col">{columns.reason}</th>
                </tr>
              </thead>
              <tbody>
                {own.map(({ cohort, label, parameter, reason }) => {
                  const including = links.including(cohort, parameter);
                  return (
                    <tr key={cohort}>
                      <th scope="row">
                        <a href={`/v1/cohorts/${cohort}`}>{label}</a>
                      </th>
                      <td>
                        {reason}
                        {including !== null && (
                          <>
                            {" · "}
                            <a href={including}>
                              {parameter === "exclude" ? words.report.studies.putBack : include}
                            </a>
                          </>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </details>
        );
      })}
    </>
  );
}
