import { type MapLeg, mapChart } from "../../charts/map.ts";
import type { Table } from "../../core/table.ts";
import { drawnIntervals, panelsText } from "../drawings.ts";
import { WHOLE_SPAN } from "../effects.ts";
import { type Evidence, isCrowd, rowsIn, styleIn } from "../evidence.ts";
import type { Figure, FigureKind } from "../figure.ts";
import { nameIn, quotedIn } from "../names.ts";
import { picked, type Row } from "../rows.ts";
import { isOneSided, listOrCount } from "../words.ts";

export const displacement: FigureKind = {
  kind: "displacement",
  about: "trips that moved to other legs, on a map",
  needs: "displacement.csv: corridor compare, or the analysis decomposition of a sweep that records decompose",
  make(evidence) {
    const table = evidence.tables.get("displacement");
    if (!table) return [];
    const all = rowsIn(evidence, "displacement").filter(isOfLegs);
    const mapped = isCrowd(evidence) ? mostMoved(all) : evidence.strategies.slice(1);
    const maps = mapped.flatMap((strategy): Figure[] => {
      const isMine = (row: Row) => row.text("strategy") === strategy && isOfLegs(row);
      const rows = all.filter(isMine);
      const places = placesOf(evidence, rows);
      const legs = legsOf(evidence, rows);
      if (rows.length === 0 || legs.length === 0) return [];
      const [gain, lose] = [1, -1].map(
        (sign) => rows.filter((row) => isClear(row) && Math.sign(row.number("difference")) === sign).length,
      );
      return [
        {
          title:
            gain === 0 && lose === 0
              ? `With ${quotedIn(evidence, strategy)}, no clear difference in trips on any of ${rows.length} legs`
              : `With ${quotedIn(evidence, strategy)}, trips rise on ${gain} and fall on ${lose} of ${rows.length} legs; on the others there is no clear difference`,
          description: `Trips by leg over the ${WHOLE_SPAN}, difference to ${quotedIn(evidence, rows[0]?.text("baseline") ?? "")}. Coloured and wide where the 95 % interval over pairs (Student t, each leg by itself) leaves out zero, as wide as the change; thin and grey where it does not. Land: Natural Earth, whose depiction of borders and shores is its own; places stand for regions.`,
          draw: (document, text) =>
            mapChart(document, { ...text, land: evidence.land, places, legs, more: "more trips", less: "fewer trips" }),
          table: picked(table, isMine),
          from: { file: "displacement.csv", key: `strategy = ${strategy}, by = leg, measure = trips, period = ${WHOLE_SPAN}` },
          note: "One of several legs may leave out zero by chance: no leg is a finding by itself.",
        },
      ];
    });
    return isCrowd(evidence) ? [...together(evidence, table, all), ...maps] : maps;
  },
};

const isOfLegs = (row: Row): boolean =>
  row.text("by") === "leg" && row.text("measure") === "trips" && row.text("period") === WHOLE_SPAN;

/** The strategy with a clear difference on most legs, which is mapped as an example. */
function mostMoved(rows: readonly Row[]): string[] {
  const clear = rows.filter(isClear).map((row) => row.text("strategy"));
  const count = (name: string) => clear.filter((one) => one === name).length;
  return [...new Set(clear)].sort((a, b) => count(b) - count(a)).slice(0, 1);
}

/** All strategies in one figure, a panel for each leg. */
function together(evidence: Evidence, table: Table, rows: readonly Row[]): Figure[] {
  const legs = [...new Set(rows.map((row) => row.text("name")))];
  if (legs.length === 0) return [];
  const moved = [...new Set(rows.filter(isClear).map((row) => quotedIn(evidence, row.text("strategy"))))];
  const baseline = quotedIn(evidence, rows[0]?.text("baseline") ?? "");
  const ecosystem = ecosystemOf(evidence, rows);
  return [
    {
      title:
        moved.length === 0
          ? `No clear difference in trips on any of ${legs.length} legs with any strategy`
          : `Trips on some of ${legs.length} legs differ with ${listOrCount(moved, evidence.strategies.length - 1)}`,
      description: `Trips by leg over the ${WHOLE_SPAN}, difference to ${baseline}. Lines: 95 % intervals over pairs (Student t), each leg by itself. Full symbols: the interval leaves out zero; hollow ones: no clear difference.${panelsText(evidence, false)}`,
      draw: drawnIntervals(evidence, {
        measure: `difference of trips to ${baseline}`,
        rows: rows.map((row) => {
          const [value, low, high] = ["difference", "low", "high"].map((name) => row.number(name)) as [number, number, number];
          const strategy = row.text("strategy");
          return {
            ...{ group: ecosystem?.legs[row.text("name")]?.title ?? row.text("name"), name: nameIn(evidence, strategy) },
            ...{ style: styleIn(evidence, strategy), value, low, high, text: "", isClear: isClear(row) },
          };
        }),
        isShared: false,
      }),
      table: picked(table, isOfLegs),
      from: { file: "displacement.csv", key: `by = leg, measure = trips, period = ${WHOLE_SPAN}` },
      note: "One of several legs may leave out zero by chance: no leg is a finding by itself.",
    },
  ];
}

const isClear = (row: Row): boolean => isOneSided(row.number("low"), row.number("high"));

const ecosystemOf = ({ ecosystems }: Evidence, rows: readonly Row[]) =>
  ecosystems.find(({ name }) => name === rows[0]?.text("ecosystem")) ?? ecosystems[0];

function nodeOf(evidence: Evidence, rows: readonly Row[], name: string) {
  const node = ecosystemOf(evidence, rows)?.nodes[name];
  const [longitude, latitude] = [node?.longitude?.value, node?.latitude?.value];
  return longitude === undefined || latitude === undefined
    ? undefined
    : { name: shortOf(node?.title ?? name), longitude, latitude };
}

/** Titles of places go on to say what they are, which a map has no room for. */
const shortOf = (title: string): string => title.split(/, | \(/)[0] || title;

function placesOf(evidence: Evidence, rows: readonly Row[]) {
  return Object.keys(ecosystemOf(evidence, rows)?.nodes ?? {}).flatMap((name) => nodeOf(evidence, rows, name) ?? []);
}

function legsOf(evidence: Evidence, rows: readonly Row[]): MapLeg[] {
  return rows.flatMap((row): MapLeg[] => {
    const leg = ecosystemOf(evidence, rows)?.legs[row.text("name")];
    const [from, to] = [leg?.from, leg?.to].map((name) => nodeOf(evidence, rows, name ?? ""));
    return from && to ? [{ from, to, value: row.number("difference"), isClear: isClear(row) }] : [];
  });
}
