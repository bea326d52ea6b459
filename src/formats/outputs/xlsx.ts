import type { OutputFormat, OutputRequest } from "../output.ts";

export const xlsx: OutputFormat = {
  name: "xlsx",
  about: "one workbook with summary, comparison, series, codebook, parameters: any spreadsheet in any country",
  ending: ".xlsx",
  dialects: [],
  files(request) {
    return [{ file: `${request.result.text.name}.xlsx`, bytes: () => encode(request) }];
  },
};

async function* encode(request: OutputRequest): AsyncGenerator<Uint8Array> {
  const { resultWorkbook } = await import("../workbook/result-workbook.ts");
  yield await resultWorkbook(request);
}
