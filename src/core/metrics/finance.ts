import { FLOWS, type Flow } from "../world/ledger.ts";
import { columnName, flow, type Metric, signed, stock } from "../world/metric.ts";

/** Flows of the ledger that migrants pay or get, counted per simulated person. */
const OF_MIGRANTS = [
  "ransomAsked",
  "ransomPaid",
  "kinSent",
  "lent",
  "wages",
  "worked",
  "refunds",
  "sales",
] as const satisfies readonly Flow[];
const OF_BUSINESS = [
  "fares",
  "operating",
  "vessels",
  "fees",
  "bribes",
  "invested",
  "payouts",
  "frozen",
  "seized",
  "moveCosts",
  "containmentPay",
] as const satisfies readonly Flow[];
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const finance: Metric = {
  kind: "finance",
  about: "Money: fares, ransoms, costs, fees, bribes, frozen and seized assets, capital and debts.",
  columns: () => [
    ...[...OF_MIGRANTS, ...OF_BUSINESS].map((name) => flow(columnName("usd", snake(name)), "USD", FLOWS[name].about)),
    flow("loans_lender", "loans", "trips paid with a lender's money"),
    flow("trips_on_credit", "trips", "trips on the smuggler's credit"),
    signed(stock("capital_smugglers", "USD", "capital of all smugglers")),
    signed(stock("capital_enablers", "USD", "capital of all enablers")),
    stock("debt_migrants", "USD", "owed to smugglers"),
  ],
  measure(world, put) {
    const { model, ledger } = world;
    for (const name of OF_MIGRANTS) put(ledger.total[name] * model.scale);
    for (const name of OF_BUSINESS) put(ledger.total[name]);
    put(ledger.total.lenderLoans * model.scale);
    put(ledger.total.onCredit * model.scale);
    let smugglers = 0;
    for (const row of world.active) smugglers += world.smugglers.columns.capital[row];
    put(smugglers);
    let enablers = 0;
    for (let row = 0; row < world.enablers.used; row++) enablers += world.enablers.columns.capital[row];
    put(enablers);
    put(world.census.debt * model.scale);
  },
};
