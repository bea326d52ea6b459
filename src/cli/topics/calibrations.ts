import { shippedTable } from "../shipped-document.ts";
import type { Topic } from "../topic.ts";

export const calibrations: Topic = {
  name: "calibrations",
  about: "shipped calibrations: which figures decide over which parameters",
  table: () => shippedTable("calibration"),
};
