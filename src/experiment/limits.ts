/** What the model cannot say, in short: shown wherever results are. The long form is docs/limits.md. */
export const LIMITS: readonly string[] = [
  "Corridor explores what could follow from stated assumptions; it predicts no arrivals, no deaths and no date.",
  "Most behavioural parameters are assumed: a conclusion that has not been tried over their ranges and over the other decision rules is an example, not a finding.",
  "Demand is put in from outside, by year, so agreement with published arrivals confirms nothing.",
  "Crossings follow the seasons too weakly where that was compared (June to October hold 0.43 of a year's attempts at sea, in the record 0.61 to 0.66), so no result for a part of a year can be used.",
  "Intervals cover luck, and what was varied; they do not cover what the model leaves out or gets wrong.",
  "Deaths and abuse in the sources are lower bounds or come from samples that are not random, and what authorities and communities see in the model errs too.",
  "Costs of instruments are assumed, so a ranking by cost is only as good as they are.",
  "No actor stands for a person: nobody can be chosen for a list, cleared or found with it.",
  "Violence between armed groups, courts, wars and most of politics are put in as dated events or are missing, so what sanctions do through them cannot be seen.",
];
