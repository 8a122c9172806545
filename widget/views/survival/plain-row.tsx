/** A row of the survival tab: what is known of each class in a line, without columns. */
import { therapyClasses } from "#data/vocabulary.ts";
import { Difference, Outcome, type RowProps } from "../classes/row.tsx";
import { Line } from "../line.tsx";

export function PlainRow(props: RowProps) {
  const { row, strings } = props;
  const known = therapyClasses.filter((group) => row.sides[group].evidence !== "");
  return (
    <Outcome {...props} kind="plain">
      {known.map((group) => {
        const { product, rate, isCount, cell, evidence } = row.sides[group];
        const name = (rate !== null && product) || strings.className[group];
        return (
          <p key={group} class={group}>
            <Line group={group} name={`${name}:`} number={rate}>
              {rate !== null && (
                <>
                  {!isCount && (
                    <span class="hidden">
                      {strings.of100}, {strings.interval}{" "}
                    </span>
                  )}
                  <span class="range">{cell?.under}</span> ·{" "}
                </>
              )}
              {evidence}
            </Line>
          </p>
        );
      })}
      <Difference {...props} />
      {row.outside && <p class="muted">{row.outside}</p>}
    </Outcome>
  );
}
