/** A table for people: rounded, with units, beside the same rows in full as CSV. End tags that HTML leaves to the reader are left out. */
import { isText, type Table } from "../../core/table.ts";
import { figure } from "../../experiment/compare/figures.ts";
import { type Evidence, isCrowd } from "../../report/evidence.ts";
import { cellText } from "../../report/names.ts";
import { csvHeader, csvRows } from "../csv.ts";
import { type Html, html } from "./html.ts";

const SIGNIFICANT = 4;
/** More rows are in the CSV alone, and fewer are shown where every table is long. */
const MOST_ROWS = 500;
const MOST_ROWS_IN_A_CROWD = 100;

export function tableOf(table: Table, caption: string, evidence: Evidence): Html {
  const { spec, data } = table;
  const rows = Math.min(table.rows, isCrowd(evidence) ? MOST_ROWS_IN_A_CROWD : MOST_ROWS);
  const cell = (row: number, column: number): Html => {
    const { type } = spec.columns[column] ?? { type: "string" };
    const value = data[column]?.[row];
    if (isText(type)) {
      const text = cellText(evidence, spec.columns[column]?.name ?? "", String(value ?? ""));
      return column === 0 ? html`<th scope="row">${text}` : html`<td class="t">${text}`;
    }
    const number = Number(value);
    if (type === "boolean") return html`<td>${Number.isNaN(number) ? "" : number === 0 ? "no" : "yes"}`;
    return html`<td>${spec.columns[column]?.name === "year" ? String(number) : shown(number)}`;
  };
  return html`<table class="numbers"><caption>${caption}</caption><thead><tr>${spec.columns.map(
    ({ name, unit }) =>
      html`<th scope="col">${name.replaceAll("_", " ")}${/^(as |see )|^$/.test(unit) || unit === name ? "" : `, ${unit}`}</th>`,
  )}</tr></thead><tbody>${Array.from({ length: rows }, (_, row) => html`<tr>${spec.columns.map((_, column) => cell(row, column))}`)}</tbody></table>${
    table.rows > rows ? html`<p class="small">The first ${rows} of ${table.rows} rows; all of them are in the CSV.</p>` : ""
  }`;
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return "";
  const rounded = Number(value.toPrecision(SIGNIFICANT));
  if (Math.abs(value) >= 10 ** (SIGNIFICANT - 1) || Number.isInteger(value)) return figure(value, 0);
  const [, fraction = ""] = String(rounded).split(".");
  return String(rounded).includes("e") ? String(rounded) : figure(rounded, fraction.length);
}

/** The rows as a link: nothing is fetched. */
export function csvLink(table: Table): string {
  const text = csvHeader(table.spec.columns) + [...csvRows(table)].join("");
  const encoded = text.replaceAll(/[^A-Za-z0-9,.;:_/()+-]/gu, (character) => encodeURIComponent(character));
  return `data:text/csv;charset=utf-8,${encoded}`;
}
