/** What each strategy changes against the baseline: a sentence, and a table with intervals. */
import { useMemo, useState } from "preact/hooks";
import { shortLabels } from "../charts/short-labels.ts";
import { COMPARED } from "../outcomes.ts";
import { effectsOf, finishedIn, type SlotEffect } from "../results.ts";
import { save } from "./download.ts";
import type { Shared } from "./part.ts";
import { numberIn, unitIn } from "./texts.ts";
import { titleIn } from "./view-of.ts";

const WHOLE = "whole span";
const PERCENT = 100;
/** Letters of a name that stands before its finding. */
const LETTERS = 40;
/** Fewer pairs are only indicative. */
const FEW = 10;
/** The outcome of the first sentence. */
const FIRST = "harm_index_expected";

export function Effects({ store, say, label }: Shared) {
  const { lab } = store;
  const { results, world, states, view } = lab;
  const [isOpen, open] = useState(false);
  const slots = states.present.strategies.map(({ text }, run) => {
    return { run, label: titleIn(view.language, text) };
  });
  const counted = finishedIn(results);
  // Results change in place: what is finished says when.
  const effects = useMemo(() => (world ? effectsOf(results, slots, world.columns) : []), [counted, states, world]);
  const ready = effects.filter(({ n }) => n > 1);
  const { language } = view;
  const periods = [...new Set(ready.map(({ period }) => period.name))];
  const pairs = ready.length > 0 ? Math.min(...ready.map(({ n }) => n)) : 0;
  const names = shortLabels(
    slots.map(({ label: called }) => called),
    LETTERS,
  );
  // Before anything is known its place is kept free, so that an answer pushes nothing away that somebody is about to press.
  return (
    <div class="effects">
      {slots.map(({ run }) => {
        const row = ready.find((one) => one.run === run && one.outcome.name === FIRST && one.period.name === WHOLE);
        return (
          <p key={run} class={`${row ? "finding" : "unknown quiet"} series-${run + 1}`}>
            <span class="mark" aria-hidden="true" /> <strong>{names[run]}</strong>:{" "}
            {row ? said(row, say, label, language) : say("effects.unplayed")}
          </p>
        );
      })}
      <p class={pairs > 0 && pairs < FEW ? "caution remark" : "quiet remark"}>
        {pairs === 0 ? say("effects.none") : say(pairs < FEW ? "effects.indicative" : "effects.next", { pairs })}
      </p>
      <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>{say("effects.table")}</summary>
        {isOpen && (
          <div class="scroll" tabIndex={0} role="region" aria-label={say("effects.table")}>
            <table>
              <caption>{say("effects.caption", { pairs })}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("curves.outcome")}</th>
                  <th scope="col">{say("strategy")}</th>
                  {periods.map((period) => (
                    <th key={period} scope="col">
                      {label("period", period)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {COMPARED.flatMap((outcome) =>
                  slots.map(({ run, label: called }) => (
                    <tr key={`${outcome}-${run}`}>
                      <th scope="row">{label("outcome", outcome)}</th>
                      <td>{called}</td>
                      {periods.map((period) => {
                        const row = ready.find(
                          (one) => one.run === run && one.outcome.name === outcome && one.period.name === period,
                        );
                        return <td key={period}>{row ? cell(row, say, language) : "–"}</td>;
                      })}
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        )}
        <button type="button" disabled={ready.length === 0} onClick={() => save("effects.csv", csvOf(ready, slots), "text/csv")}>
          {say("save.csv")}
        </button>
      </details>
    </div>
  );
}

type Language = Parameters<typeof numberIn>[0];

/** No direction is said where the interval includes zero or the finding does not survive the others. */
function said(row: SlotEffect, say: Shared["say"], label: Shared["label"], language: Language): string {
  const outcome = label("outcome", row.outcome.name);
  const values = { outcome, interval: intervalOf(row, language), pairs: row.n };
  if (row.verdict === "identical") return say("effects.identical", values);
  if (row.verdict === "not estimable") return say("effects.unknown", values);
  if (row.verdict === "no detectable difference")
    return isAdjustedAway(row) ? say("effects.unclear-among", { ...values, family: row.family }) : say("effects.unclear", values);
  const size = sizeOf(row, language);
  return say(row.verdict === "lower" ? "effects.lower" : "effects.higher", { ...values, size });
}

function cell(row: SlotEffect, say: Shared["say"], language: Language): string {
  if (row.verdict === "identical") return say("verdict.identical");
  if (row.verdict === "not estimable") return "–";
  const unclear = isAdjustedAway(row) ? say("verdict.unclear-among", { family: row.family }) : say("verdict.unclear");
  const verdict = row.verdict === "no detectable difference" ? unclear : say(`verdict.${row.verdict}`);
  return `${verdict} (${intervalOf(row, language)})`;
}

/** By itself it would be shown, but not after correction for all that was looked at. */
const isAdjustedAway = ({ p, alpha }: SlotEffect): boolean => p < alpha;

/** In per cent where the baseline allows it, in the unit of the outcome otherwise. */
const isRelative = ({ relative }: SlotEffect): boolean => Number.isFinite(relative.low) && Number.isFinite(relative.high);

function sizeOf(row: SlotEffect, language: Language): string {
  if (isRelative(row)) return `${numberIn(language, Math.abs(row.relative.value) * PERCENT, 1)} %`;
  return `${numberIn(language, Math.abs(row.difference.value))} ${unitIn(language, row.outcome.unit)}`;
}

function intervalOf(row: SlotEffect, language: Language): string {
  const signed = (value: number, digits?: number) => `${value > 0 ? "+" : ""}${numberIn(language, value, digits)}`;
  if (isRelative(row)) return `${signed(row.relative.low * PERCENT, 1)} … ${signed(row.relative.high * PERCENT, 1)} %`;
  return `${signed(row.difference.low)} … ${signed(row.difference.high)} ${unitIn(language, row.outcome.unit)}`;
}

function csvOf(rows: readonly SlotEffect[], slots: readonly { readonly label: string }[]): string {
  const head = "strategy,outcome,period,unit,pairs,baseline,difference,low,high,p_holm,verdict";
  const number = (value: number) => (Number.isFinite(value) ? String(value) : "");
  const body = rows.map(({ run, outcome, period, n, baselineMean, difference, pHolm, verdict }) =>
    [
      `"${(slots[run]?.label ?? "").replaceAll('"', '""')}"`,
      ...[outcome.name, period.name, outcome.unit, String(n)],
      ...[baselineMean, difference.value, difference.low, difference.high, pHolm].map(number),
      verdict,
    ].join(","),
  );
  return `${[head, ...body].join("\n")}\n`;
}
