import { columnName, flow, type Metric, over, ratio } from "../world/metric.ts";
import type { Model } from "../world/model.ts";

const atSea = ({ labels, legs }: Model) => labels.leg.filter((_, leg) => legs.sea[leg] === 1);

export const routes: Metric = {
  kind: "routes",
  about: "Trips by leg, and how many share a vessel at sea.",
  columns: (model) => [
    ...model.labels.leg.flatMap((leg) => [
      flow(columnName("trips_on", leg), "trips", `trips begun on ${leg}`),
      flow(columnName("passed", leg), "trips", `trips on ${leg} that came to its end`),
    ]),
    ...atSea(model).flatMap((leg) => [
      flow(columnName("vessels_on", leg), "vessels", `vessels that set out on ${leg}, loaded as smugglers choose`),
      ratio(
        columnName("aboard_on", leg),
        "persons/vessel",
        `persons on one vessel on ${leg}`,
        columnName("trips_on", leg),
        columnName("vessels_on", leg),
        1,
      ),
    ]),
  ],
  measure({ model, ledger }, put) {
    for (let leg = 0; leg < model.legs.count; leg++) {
      put(ledger.trips[leg] * model.scale);
      put(ledger.completed[leg] * model.scale);
    }
    for (let leg = 0; leg < model.legs.count; leg++) {
      if (model.legs.sea[leg] === 0) continue;
      put(ledger.sailings[leg]);
      put(over(ledger.trips[leg] * model.scale, ledger.sailings[leg]));
    }
  },
};
