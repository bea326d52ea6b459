/** The catalogue of instruments: a new one is a file and a line here. */
import { byKind } from "../catalogue.ts";
import { assess } from "./assess.ts";
import { buildCapacity } from "./build-capacity.ts";
import { coOpt } from "./co-opt.ts";
import { communicate } from "./communicate.ts";
import { coordinate } from "./coordinate.ts";
import { delist } from "./delist.ts";
import { designate } from "./designate.ts";
import { developmentAid } from "./development-aid.ts";
import { followUp } from "./follow-up.ts";
import { informationCampaign } from "./information-campaign.ts";
import { interdict } from "./interdict.ts";
import { legalPathway } from "./legal-pathway.ts";
import { prosecute } from "./prosecute.ts";
import { searchAndRescue } from "./search-and-rescue.ts";
import { shock } from "./shock.ts";

export const INSTRUMENTS = [
  assess,
  buildCapacity,
  coOpt,
  communicate,
  coordinate,
  delist,
  designate,
  developmentAid,
  followUp,
  informationCampaign,
  interdict,
  legalPathway,
  prosecute,
  searchAndRescue,
  shock,
] as const;
export const INSTRUMENT_BY_KIND = byKind(INSTRUMENTS);
