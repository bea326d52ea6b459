import { columnName, flow, type Metric, over, ratio, stock } from "../world/metric.ts";

export const prices: Metric = {
  kind: "prices",
  about: "Fares by leg and nationality, and the published fare.",
  columns: (model) => [
    ...model.labels.leg.map((leg) => stock(columnName("price", leg), "USD/person", `mean fare offered on ${leg}`)),
    ...model.labels.nationality.flatMap((nation) => [
      flow(columnName("fares", nation), "USD", `fares asked of passengers from ${nation}, all legs`),
      flow(columnName("trips", nation), "trips", `trips of passengers from ${nation}`),
      ratio(
        columnName("price_nation", nation),
        "USD/trip",
        `mean fare asked of ${nation}, all legs`,
        columnName("fares", nation),
        columnName("trips", nation),
        1,
      ),
    ]),
    stock("price_published", "USD/person", "fare on legs that end at a destination, as published"),
  ],
  measure(world, put) {
    const { model, ledger } = world;
    for (let leg = 0; leg < model.legs.count; leg++) put(world.legs.columns.meanPrice[leg]);
    const nations = model.labels.nationality.length;
    for (let n = 0; n < nations; n++) {
      let fares = 0;
      let trips = 0;
      for (let leg = 0; leg < model.legs.count; leg++) {
        fares += ledger.fareBy[leg * nations + n] * model.scale;
        trips += ledger.tripsBy[leg * nations + n] * model.scale;
      }
      put(fares);
      put(trips);
      put(over(fares, trips));
    }
    put(world.history.columns.price[world.week]);
  },
};
