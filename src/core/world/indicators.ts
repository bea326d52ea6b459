/** What an authority can observe. Rules of strategies may read these and nothing else. */
export const INDICATORS = {
  "arrivals-year": { unit: "persons", about: "published arrivals of the last 52 weeks" },
  "arrivals-quarter": { unit: "persons", about: "published arrivals of the last 13 weeks" },
  "deaths-year": { unit: "persons", about: "published deaths of the last 52 weeks" },
  "deaths-per-1000": {
    unit: "per 1,000 attempts",
    about: "published deaths over published arrivals, deaths and interceptions, 52 weeks",
  },
  "abuse-per-1000": { unit: "index points per 1,000 trips", about: "reported harm other than death over trips, 52 weeks" },
  "assessed-abusive-share": { unit: "share", about: "share of assessed smugglers whose assessed severity is above one half" },
  "price-index": { unit: "factor", about: "published fares against those of the first year" },
  "listed-actors": { unit: "actors", about: "listed smugglers and enablers" },
  "weeks-since-listing": { unit: "weeks", about: "weeks since the last listing; 0 when there was none" },
  support: { unit: "share", about: "public support" },
  "spend-year": { unit: "budget units", about: "spend of the last 52 weeks" },
} as const;
export type Indicator = keyof typeof INDICATORS;
export const INDICATOR_NAMES = Object.keys(INDICATORS) as Indicator[];
