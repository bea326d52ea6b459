/** 3: signals spread, evidence fades. Everybody learns from listings by closeness; unexplained ones spread by exposure. */
import { pow } from "../math.ts";
import { perWeek } from "../units.ts";
import type { Phase } from "../world/phase.ts";
import { levelOf, type World } from "../world/world.ts";

export const signals: Phase = {
  name: "signals",
  about: "listings become evidence on the risk of each conduct, by closeness and clarity; old evidence fades",
  equations: [
    "evidence of a listing on class l: S_l = weight · (clarity · [l is the class hit] + (1 − clarity) · Y_l / Σ Y), Y_l exposure in the class; weight 1, or `smugglers.perceivedRisk.relisting` for a further listing, a copy or a follow-up [spread by exposure, assumed]",
    "events_il′ = 2^(−1/`smugglers.perceivedRisk.halfLife`) · events_il + Σ over listings of w(i, hit) · S_l; years_il′ likewise, with w(i, others)/52 for every active smuggler in class l [gamma pseudo-counts with forgetting; closeness assumed]",
    "w = `smugglers.perceivedRisk.own`, `smugglers.perceivedRisk.tie`, `smugglers.perceivedRisk.leg`, `smugglers.perceivedRisk.jurisdiction` or `smugglers.perceivedRisk.elsewhere`, for oneself, a partner (events only, where more than its distance teaches), the leg, the home's jurisdiction, the rest [assumed]",
    "enablers: the same with half-life `enablers.halfLife`, own exposure by shares of trade, and w = (1 or `enablers.elsewhere`) · (1 or `enablers.otherService`) [assumed]",
  ],
  writes: ["smugglers.riskEvents", "smugglers.riskYears", "enablers.riskEvents", "enablers.riskYears"],
  streams: [],
  run(world) {
    teachSmugglers(world);
    teachEnablers(world);
  },
};

function teachSmugglers(world: World): void {
  const { model } = world;
  const { count } = model.levels;
  const { halfLife, own, tie, leg: onLeg, jurisdiction: inJurisdiction, elsewhere } = model.smugglers.perceivedRisk;
  const vicarious = model.mechanism["vicarious-learning"] ? 1 : 0;
  const wAll = elsewhere * vicarious;
  const wJur = inJurisdiction * vicarious;
  const wLeg = onLeg * vicarious;
  const keep = pow(0.5, 1 / halfLife);
  const c = world.smugglers.columns;
  const jurisdictions = model.jurisdictions.count;
  const legs = model.legs.count;
  const all = { events: new Float64Array(count), years: new Float64Array(count) };
  const byJur = { events: new Float64Array(jurisdictions * count), years: new Float64Array(jurisdictions * count) };
  const byLeg = { events: new Float64Array(legs * count), years: new Float64Array(legs * count) };
  const week = perWeek(1);
  for (const row of world.active) {
    const l = levelOf(model, c.trailSeverity[row]);
    all.years[l] += week;
    byJur.years[c.home[row] * count + l] += week;
    byLeg.years[c.leg[row] * count + l] += week;
  }
  const hits = smugglerHits(world, all.years);
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i];
    for (let l = 0; l < count; l++) {
      all.events[l] += hit.spread[l];
      byJur.events[hit.jurisdiction * count + l] += hit.spread[l];
      byLeg.events[hit.leg * count + l] += hit.spread[l];
    }
  }
  for (const row of world.active) {
    const mine = levelOf(model, c.trailSeverity[row]);
    for (let l = 0; l < count; l++) {
      const at = row * count + l;
      const j = c.home[row] * count + l;
      const r = c.leg[row] * count + l;
      c.riskEvents[at] =
        keep * c.riskEvents[at] + wAll * all.events[l] + (wJur - wAll) * byJur.events[j] + (wLeg - wJur) * byLeg.events[r];
      c.riskYears[at] =
        keep * c.riskYears[at] + wAll * all.years[l] + (wJur - wAll) * byJur.years[j] + (wLeg - wJur) * byLeg.years[r];
    }
    c.riskYears[row * count + mine] += (own - wLeg) * week;
  }
  for (let i = 0; i < hits.length; i++)
    hitCloseOnes(world, hits[i], { own, tie: tie * vicarious, all: wAll, jur: wJur, leg: wLeg });
}

interface Hit {
  readonly row: number;
  readonly leg: number;
  readonly jurisdiction: number;
  readonly spread: Float64Array;
}

/** Evidence of each signal by conduct: the explained part on the conduct that was hit, the rest in proportion to exposure. */
function smugglerHits(world: World, years: Float64Array): Hit[] {
  const attribution = world.model.mechanism.attribution;
  let total = 0;
  for (let l = 0; l < years.length; l++) total += years[l];
  const hits: Hit[] = [];
  for (const s of world.signals) {
    if (s.role !== "smuggler") continue;
    const clarity = attribution ? s.clarity : 0;
    const spread = new Float64Array(years.length);
    for (let l = 0; l < years.length; l++) {
      const exposed = total > 0 ? years[l] / total : 1 / years.length;
      spread[l] = s.weight * ((l === s.class ? clarity : 0) + (1 - clarity) * exposed);
    }
    hits.push({ row: s.row, leg: s.leg, jurisdiction: s.jurisdiction, spread });
  }
  return hits;
}

/** The one who was hit learns in full; partners learn more than their distance would teach them. */
function hitCloseOnes(world: World, hit: Hit, w: { own: number; tie: number; all: number; jur: number; leg: number }): void {
  const c = world.smugglers.columns;
  const count = world.model.levels.count;
  const partners = world.smugglers.widths.partner;
  const distance = (row: number) => (c.leg[row] === hit.leg ? w.leg : c.home[row] === hit.jurisdiction ? w.jur : w.all);
  for (let l = 0; l < count; l++) c.riskEvents[hit.row * count + l] += (w.own - w.leg) * hit.spread[l];
  if (!world.model.mechanism.ties) return;
  for (const row of world.active) {
    if (row === hit.row) continue;
    let linked = false;
    for (let p = 0; p < partners; p++) {
      if (c.partner[row * partners + p] === c.uid[hit.row] || c.partner[hit.row * partners + p] === c.uid[row]) linked = true;
    }
    const extra = linked ? w.tie - distance(row) : 0;
    if (extra > 0) for (let l = 0; l < count; l++) c.riskEvents[row * count + l] += extra * hit.spread[l];
  }
}

function teachEnablers(world: World): void {
  const { model } = world;
  const { halfLife, elsewhere, otherService } = model.enablers;
  const keep = pow(0.5, 1 / halfLife);
  const c = world.enablers.columns;
  const classes = world.enablers.widths.riskEvents;
  const years = new Float64Array(classes);
  for (let row = 0; row < world.enablers.used; row++) {
    if (c.alive[row] === 0) continue;
    const trade = c.trade[row * classes] + c.trade[row * classes + 1] + c.trade[row * classes + 2];
    for (let k = 0; k < classes; k++) {
      const share = trade > 0 ? c.trade[row * classes + k] / trade : k === 0 ? 1 : 0;
      c.riskYears[row * classes + k] = keep * c.riskYears[row * classes + k] + perWeek(share);
      years[k] += share;
    }
    for (let k = 0; k < classes; k++) c.riskEvents[row * classes + k] *= keep;
  }
  const total = years.reduce((sum, y) => sum + y, 0);
  const attribution = model.mechanism.attribution;
  for (const s of world.signals) {
    if (s.role !== "enabler") continue;
    const clarity = attribution ? s.clarity : 0;
    for (let row = 0; row < world.enablers.used; row++) {
      if (c.alive[row] === 0) continue;
      const weight =
        row === s.row
          ? 1
          : (c.jurisdiction[row] === s.jurisdiction ? 1 : elsewhere) * (c.service[row] === s.service ? 1 : otherService);
      for (let k = 0; k < classes; k++) {
        const exposed = total > 0 ? years[k] / total : 1 / classes;
        c.riskEvents[row * classes + k] += weight * s.weight * ((k === s.class ? clarity : 0) + (1 - clarity) * exposed);
      }
    }
  }
}
