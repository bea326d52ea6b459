import { columnName, flow, type Metric, over, stock } from "../world/metric.ts";

export const enablers: Metric = {
  kind: "enablers",
  about: "Services: who works, what it costs, who is refused, who is paid for stopping departures.",
  columns: (model) => [
    ...model.labels.service.flatMap((service) => [
      stock(columnName("enablers", service), "actors", `at work: ${service}`),
      stock(columnName("fee", service), "USD/person", `mean fee for clean clients: ${service}`),
      stock(columnName("premium", service), "USD/person", `mean risk premium for abusive clients: ${service}`),
      stock(columnName("buyers", service), "share", `share of smugglers on legs that use it who have it: ${service}`),
    ]),
    flow("refusals", "actors", "client-service pairs refused"),
    flow("enablers_lost", "actors", "enablers who left"),
    flow("enablers_replaced", "actors", "enablers who took an empty place"),
    stock("protectors_containing", "actors", "protectors paid for stopping departures"),
  ],
  measure(world, put) {
    const { services, legs } = world.model;
    const e = world.enablers.columns;
    const classes = world.enablers.widths.premium;
    const working = new Float64Array(services.count);
    const fees = new Float64Array(services.count);
    const premiums = new Float64Array(services.count);
    let containing = 0;
    for (let row = 0; row < world.enablers.used; row++) {
      if (e.working[row] === 0) continue;
      working[e.service[row]]++;
      fees[e.service[row]] += e.fee[row];
      premiums[e.service[row]] += e.premium[row * classes + 1];
      containing += e.contains[row];
    }
    const users = new Float64Array(services.count);
    const buyers = new Float64Array(services.count);
    const s = world.smugglers.columns;
    for (const row of world.active) {
      for (const service of legs.services[s.leg[row]]) {
        users[service]++;
        if (s.provider[row * services.count + service] > 0) buyers[service]++;
      }
    }
    for (let service = 0; service < services.count; service++) {
      put(working[service]);
      put(over(fees[service], working[service]));
      put(over(premiums[service], working[service]));
      put(over(buyers[service], users[service]));
    }
    put(world.ledger.total.refusals);
    put(world.ledger.total.enablersLost);
    put(world.ledger.total.enablersReplaced);
    put(containing);
  },
};
