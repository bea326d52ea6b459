import { shippedTable } from "../shipped-document.ts";
import type { Topic } from "../topic.ts";

export const ensembles: Topic = {
  name: "ensembles",
  about: "shipped ensembles: parameters that published figures leave, for `compare --ensemble`",
  table: () => shippedTable("ensemble"),
};
