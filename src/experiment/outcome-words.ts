/** Outcomes as sentences, titles and axes say them. */

const OWN: Readonly<Record<string, string>> = {
  harm_index: "harm",
  harm_index_per_1000_trips: "harm per 1,000 trips",
  harm_index_expected: "expected harm",
  harm_index_expected_per_1000_trips: "expected harm per 1,000 trips",
  expected_death: "expected deaths",
  arrivals_abused_share: "share of arrivals who were abused",
  price_published: "fare of the last leg",
  spend: "spend",
  share_listed: "share of trips with listed smugglers",
};

/** "expected harm per 1,000 trips"; an outcome without words of its own is its name in words. */
export function outcomeWords(name: string): string {
  return OWN[name] ?? name.replaceAll(/[_-]/g, " ").replace(/\bper 1000\b/, "per 1,000");
}
