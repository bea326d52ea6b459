import { STATE } from "../world/columns.ts";
import { FLOWS, type Flow } from "../world/ledger.ts";
import { columnName, flow, type Metric, over, ratio, stock } from "../world/metric.ts";

const PERSONS = [
  "captivesTaken",
  "captivesResold",
  "captivesRansomed",
  "captivesEscaped",
  "captivesRescued",
  "captivesReleased",
  "contractsEnded",
] as const satisfies readonly Flow[];
const MONEY = ["compoundOutput", "compoundWages", "wagesPromised", "resalePaid"] as const satisfies readonly Flow[];
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const compounds: Metric = {
  kind: "compounds",
  about: "Where there are compounds: who is kept, how they come out, what their work brings in and what of the promise is kept.",
  columns: (model) =>
    model.compounds === undefined
      ? []
      : [
          ...PERSONS.map((name) => flow(columnName(snake(name)), "persons", FLOWS[name].about)),
          ...MONEY.map((name) => flow(columnName("usd", snake(name)), "USD", FLOWS[name].about)),
          ratio(
            "promise_kept",
            "share",
            "wages paid over wages promised for the same work",
            "usd_compound_wages",
            "usd_wages_promised",
            1,
            "up",
          ),
          stock("confining", "share", "share of compounds that keep people who want to leave, by number"),
          stock("kept", "persons", "persons in compounds that keep people who want to leave", "down"),
          stock(
            "believed_abuse_compounds",
            "0..1",
            "believed abuse of legs to compounds, mean over communities that come this way",
          ),
        ],
  measure(world, put) {
    const { model, ledger, outlook } = world;
    if (model.compounds === undefined) return;
    const { scale, communities, legs } = model;
    for (const name of PERSONS) put(ledger.total[name] * scale);
    for (const name of MONEY) put(ledger.total[name] * scale);
    put(over(ledger.total.compoundWages, ledger.total.wagesPromised));
    const s = world.smugglers.columns;
    let all = 0;
    let confining = 0;
    for (const row of world.active) {
      if (legs.compound[s.leg[row]] === 0) continue;
      all++;
      confining += model.levels.confines[s.level[row]];
    }
    put(over(confining, all));
    const c = world.migrants.columns;
    let kept = 0;
    for (let row = 0; row < world.migrants.used; row += world.migrants.stride) {
      if (c.state[row] !== STATE.compound) continue;
      const keeper = world.rowOf.get(c.creditor[row]);
      if (keeper !== undefined && model.levels.confines[s.level[keeper]] === 1) kept++;
    }
    put(kept * scale);
    let believed = 0;
    let ways = 0;
    for (let leg = 0; leg < legs.count; leg++) {
      for (let k = 0; k < communities.count; k++) {
        if (legs.compound[leg] === 0 || legs.onTheWay[leg * communities.count + k] === 0) continue;
        believed += outlook.reputation[leg * communities.count + k];
        ways++;
      }
    }
    put(over(believed, ways));
  },
};
