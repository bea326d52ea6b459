/** Outcomes of which effects are stated. Few, because every one is a question more that chance can answer. */
export const MAIN_OUTCOMES: readonly string[] = [
  "harm_index_expected",
  "harm_index_expected_per_1000_trips",
  "expected_death",
  "deaths_per_1000_attempts",
  "arrivals_abused_share",
  "departures",
  "arrivals",
  "price_published",
  "spend",
];
