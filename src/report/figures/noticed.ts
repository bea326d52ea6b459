import { outcomeWords } from "../../experiment/outcome-words.ts";
import { drawnIntervals, panelsText } from "../drawings.ts";
import { rowsIn, styleIn } from "../evidence.ts";
import type { FigureKind } from "../figure.ts";
import { nameIn } from "../names.ts";
import { picked, type Row } from "../rows.ts";
import { capital, level } from "../words.ts";

const PER_CENT = 100;
const ALARM = "false-alarm";

export const noticed: FigureKind = {
  kind: "noticed",
  about: "whether yearly figures alone would show an effect",
  needs: "horizon.csv: corridor compare, or the analysis horizon of a sweep that records outcomes week by week",
  make(evidence) {
    const table = evidence.tables.get("horizon");
    const all = rowsIn(evidence, "horizon");
    const outcome = all[0]?.text("outcome") ?? "";
    const isMine = (row: Row) => row.text("outcome") === outcome && ["noticed", ALARM].includes(row.text("question"));
    const rows = all.filter(isMine);
    if (!table || rows.length === 0) return [];
    const strategies = [...new Set(rows.map((row) => row.text("strategy")))];
    const groups = [...new Set(rows.map((row) => row.text("at")))];
    const apart = rows.filter((row) => {
      const alarm = rows.find(
        (one) =>
          one.text("question") === ALARM && one.text("at") === row.text("at") && one.text("strategy") === row.text("strategy"),
      );
      return row.text("question") !== ALARM && alarm && row.number("low") > alarm.number("high");
    });
    const line = (row: Row, group: string, name: string, style: number) => {
      const [value, low, high] = ["value", "low", "high"].map((one) => row.number(one) * PER_CENT) as [number, number, number];
      return { group, name, style, value, low, high, text: `${level(value, low, high)} %`, isClear: false };
    };
    return [
      {
        title:
          apart.length === 0
            ? `${capital(outcomeWords(outcome))}: yearly figures would notice a strategy no more often than they raise a false alarm, as far as can be told`
            : `${capital(outcomeWords(outcome))}: yearly figures would notice a strategy more often than they raise a false alarm in ${apart.length} of ${rows.length / 2} cases`,
        description: `Share of runs in which a year lies outside the 95 % prediction interval of a level through the four years before, within ${groups.join(", ")} of the first instrument; the same rule where nothing was done raises a false alarm. Lines: 95 % intervals (Wilson).${panelsText(evidence, true)}`,
        draw: drawnIntervals(evidence, {
          isShared: true,
          measure: "% of runs",
          rows: groups.flatMap((group) => {
            const here = rows.filter((row) => row.text("at") === group);
            const alarm = here.find((row) => row.text("question") === ALARM);
            return [
              ...(alarm ? [line(alarm, capital(`within ${group}`), "nothing was done", 0)] : []),
              ...strategies.flatMap((strategy) => {
                const row = here.find((one) => one.text("strategy") === strategy && one.text("question") !== ALARM);
                return row
                  ? [line(row, capital(`within ${group}`), nameIn(evidence, strategy), styleIn(evidence, strategy))]
                  : [];
              }),
            ];
          }),
        }),
        table: picked(table, isMine),
        from: { file: "horizon.csv", key: `outcome = ${outcome}, question = noticed or ${ALARM}` },
      },
    ];
  },
};
