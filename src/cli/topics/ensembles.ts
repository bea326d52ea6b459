import { shippedTable } from "../shipped-document.ts";
import type { Topic } from "../topic.ts";

export const ensembles: Topic = {
  name: "ensembles",
  about: "shipped ensembles: sets of parameters that published figures leave, as for `compare --ensemble`",
  table: () => shippedTable("ensemble"),
};
